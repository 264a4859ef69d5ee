import { type Amount, amount, amountText, smaller } from '../money/amount.ts';
import type { Tier } from './price.ts';

/** The part of a quantity that one tier is paid for. */
export interface TierPart {
  readonly start: Amount;
  /** Null for the last tier, which has no end. */
  readonly end: Amount | null;
  readonly price: Amount;
  readonly quantity: Amount;
}

/** Spreads a quantity over tiers; tiers that it does not reach are left out, except for the first. */
export function spreadOverTiers(quantity: Amount, tiers: readonly Tier[]): readonly TierPart[] {
  return tiers
    .map(({ start, price }, index): TierPart => {
      const end = tiers[index + 1]?.start ?? null;
      const upTo = end === null ? quantity : smaller(quantity, end);
      const within = upTo.minus(start);
      return { start, end, price, quantity: within.lt(0) ? amount(0) : within };
    })
    .filter((part, index) => index === 0 || part.quantity.gt(0));
}

/** Leaves out what is free for a whole account: one resource must not take the allowance that all share. */
export function withoutFreeTier(tiers: readonly [Tier, ...Tier[]]): readonly [Tier, ...Tier[]] {
  const [first, second, ...rest] = tiers;
  return first.price.eq(0) && second !== undefined ? [{ ...second, start: amount(0) }, ...rest] : tiers;
}

/** How sizes of tiers are named: counts in thousands (`10K`, `1B`), data in gigabytes of 1024 (`10TB`). */
export type TierUnit = 'count' | 'GB';

/** Names a tier as price tables do: `first 10TB`, `next 40TB`, `over 150TB`. */
export function tierName({ start, end }: Pick<TierPart, 'start' | 'end'>, unit: TierUnit): string {
  if (end === null) return `over ${sizeText(start, unit)}`;
  return `${start.eq(0) ? 'first' : 'next'} ${sizeText(end.minus(start), unit)}`;
}

const steps: Readonly<Record<TierUnit, { readonly factor: number; readonly names: readonly string[] }>> = {
  count: { factor: 1000, names: ['', 'K', 'M', 'B'] },
  GB: { factor: 1024, names: ['GB', 'TB', 'PB'] },
};

function sizeText(size: Amount, unit: TierUnit): string {
  const { factor, names } = steps[unit];
  let [value, step] = [size, 0];
  while (value.gte(factor) && step < names.length - 1) {
    value = value.div(factor);
    step += 1;
  }
  return `${amountText(value.round(2))}${names[step] ?? ''}`;
}
