import type { Amount } from '../money/amount.ts';

/** Usage of a resource, as the file has it: numbers are exact, mappings are nested keys. */
export type UsageValue = Amount | string | boolean | UsageValues;

export interface UsageValues {
  readonly kind: 'values';
  readonly entries: ReadonlyMap<string, UsageValue>;
}

export function isValues(value: UsageValue | undefined): value is UsageValues {
  return typeof value === 'object' && 'kind' in value;
}

/** Lays usage over usage: what the upper one does not say stays, in nested keys too. */
export function layered(lower: UsageValues, upper: UsageValues): UsageValues {
  const entries = new Map(lower.entries);
  for (const [key, value] of upper.entries) {
    const below = entries.get(key);
    entries.set(key, isValues(value) && isValues(below) ? layered(below, value) : value);
  }
  return { kind: 'values', entries };
}

export const noUsage: UsageValues = { kind: 'values', entries: new Map() };
