/** A decimal as it is written: a YAML number keeps 15 digits, text keeps all. */
export type WrittenDecimal = string | number;

interface WrittenScope {
  readonly name?: string;
  readonly rates: readonly string[];
  readonly regions?: readonly string[];
}

export interface WrittenDiscount extends WrittenScope {
  readonly percent: WrittenDecimal;
}

export interface WrittenCommitment extends WrittenScope {
  readonly coverage: WrittenDecimal;
  readonly percent: WrittenDecimal;
}

export interface WrittenPrice extends Omit<WrittenScope, 'rates'> {
  readonly rate: string;
  readonly dimensions?: Readonly<Record<string, string | number | boolean>>;
  readonly price?: WrittenDecimal;
  readonly tiers?: readonly { readonly from: WrittenDecimal; readonly price: WrittenDecimal }[];
}

export interface WrittenSchedule {
  readonly name?: string;
  readonly resources?: readonly string[];
  readonly tags?: Readonly<Record<string, readonly string[]>>;
  readonly environments?: readonly string[];
  readonly hours?: WrittenDecimal;
  readonly running?: { readonly days: readonly string[]; readonly from: string; readonly to: string };
}

/** A settings file as `schema/cost-settings.json` says; it may have further parts, which others read. */
export interface WrittenSettings {
  readonly cost?: {
    readonly currency?: { readonly code: string; readonly rate: WrittenDecimal };
    readonly hoursPerMonth?: WrittenDecimal;
    readonly freeTier?: boolean;
    readonly discounts?: readonly WrittenDiscount[];
    readonly commitments?: readonly WrittenCommitment[];
    readonly prices?: readonly WrittenPrice[];
    readonly schedules?: readonly WrittenSchedule[];
  } | null;
}
