import type { Amount } from '../money/amount.ts';
import type { Tier } from '../prices/price.ts';

/** The part `cost:` of `tollgate.yml`, checked. Rules are in the order of the file. */
export interface CostSettings {
  readonly currency: CurrencyRule | null;
  /** 730 unless told. */
  readonly hoursPerMonth: HoursRule | null;
  readonly freeTier: FreeTierRule | null;
  readonly discounts: readonly DiscountRule[];
  readonly commitments: readonly CommitmentRule[];
  readonly prices: readonly PriceRule[];
  readonly schedules: readonly ScheduleRule[];
}

/** What all rules have: how reports call them. */
interface Rule {
  /** What the rule does and where it stands: `12 % off aws.ec2.* (tollgate.yml:4:7)`. */
  readonly text: string;
}

export interface CurrencyRule extends Rule {
  /** `EUR`. */
  readonly code: string;
  /** What one US dollar is worth in it. */
  readonly rate: Amount;
}

export interface HoursRule extends Rule {
  readonly hours: Amount;
}

export interface FreeTierRule extends Rule {
  readonly isOn: boolean;
}

/** What a rule about prices is about; patterns have `*` for any text. */
interface PriceScope {
  readonly rates: readonly string[];
  /** Null for all. */
  readonly regions: readonly string[] | null;
}

export interface DiscountRule extends Rule, PriceScope {
  /** The part of the price that stays: 0.88 for 12 % off. */
  readonly factor: Amount;
}

export interface CommitmentRule extends Rule, PriceScope {
  /** The part of the price that stays when covered and other use are taken together: 0.832 for 60 % at 28 % off. */
  readonly factor: Amount;
}

/** An own price. It is what is paid: neither discounts nor commitments apply to it. */
export interface PriceRule extends Rule, PriceScope {
  /** Those that it is for; a dimension that is left out may have any value. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly unit: string;
  /** In the currency of the report. */
  readonly tiers: readonly [Tier, ...Tier[]];
}

/** When resources run. All that is told must fit. */
export interface ScheduleRule extends Rule {
  /** Patterns of addresses or types; null for all that can be stopped. */
  readonly resources: readonly string[] | null;
  /** Patterns of values by key; each key must be there. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  /** Patterns of folders of root modules, from the top of the repository, and of workspaces; null for all. */
  readonly environments: readonly string[] | null;
  readonly hours: Amount;
}
