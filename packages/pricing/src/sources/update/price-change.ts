import type { CompiledPrice } from '../../book/compile/family-prices.ts';
import { type Amount, amount, amountText, parseAmount } from '../../money/amount.ts';

/** A price that the price list has in another way than the book had it. */
export interface PriceChange {
  readonly family: string;
  readonly region: string;
  readonly values: readonly string[];
  /** `0.09;10240:0.085`. */
  readonly before: string;
  readonly after: string;
  /** Of the first tiers that differ, in percent with one decimal: `12.5`, `-3`; null when the price was zero or tiers are divided in another way. */
  readonly percent: string | null;
}

/** Compares two prices of one thing. */
export function priceChange(family: string, before: CompiledPrice, after: CompiledPrice): PriceChange {
  const { region, values } = after;
  const change = relativeChange(before.tiers, after.tiers);
  const percent = change === null ? null : amountText(change.times(100).round(1));
  return { family, region, values, before: before.tiers, after: after.tiers, percent };
}

/** The largest differences first; those that no percentage tells come before all. */
export function largestChanges(changes: readonly PriceChange[], count: number): readonly PriceChange[] {
  const sized = changes.map((change) => ({
    change,
    size: change.percent === null ? null : amount(change.percent).abs(),
  }));
  return sized
    .toSorted((a, b) => bySize(b.size, a.size) || byName(a.change, b.change))
    .slice(0, count)
    .map(({ change }) => change);
}

function bySize(a: Amount | null, b: Amount | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.cmp(b);
}

function byName(a: PriceChange, b: PriceChange): number {
  const [first, second] = [a, b].map(({ family, region, values }) => [family, region, ...values].join('\t'));
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

function relativeChange(before: string, after: string): Amount | null {
  const [old, now] = [before.split(';'), after.split(';')];
  const index = old.findIndex((tier, at) => tier !== now[at]);
  if (old.length !== now.length || index === -1) return null;
  const [oldStart, oldPrice] = tierOf(old[index] ?? '');
  const [newStart, newPrice] = tierOf(now[index] ?? '');
  if (oldStart !== newStart || oldPrice === undefined || newPrice === undefined || oldPrice.eq(0)) return null;
  return newPrice.minus(oldPrice).div(oldPrice);
}

function tierOf(text: string): readonly [string, Amount | undefined] {
  const divider = text.indexOf(':');
  return [divider === -1 ? '0' : text.slice(0, divider), parseAmount(text.slice(divider + 1))];
}
