import { readFactTable } from '../facts/table.ts';
import type { PricingFiles } from '../pricing-files.ts';

/** The usage keys of resource types, as they are in wide use. */
export interface UsageVocabulary {
  readonly types: readonly string[];
  /** Paths of keys with the kind of value: `standard.storage_gb`. Undefined for a type that has none. */
  keysOf(type: string): ReadonlyMap<string, UsageKind> | undefined;
}

export type UsageKind = 'number' | 'text';

const providers = ['aws', 'azure', 'google'];

/** Reads the vocabulary; sources and dates are in the tables `usage/`. */
export function usageVocabulary(files: PricingFiles): UsageVocabulary {
  const byType = new Map<string, Map<string, UsageKind>>();
  for (const provider of providers) {
    const path = `usage/${provider}.tsv`;
    const text = files.read(path);
    if (text === null) continue;
    for (const { type = '', key = '', kind } of readFactTable(path, text).rows) {
      const keys = byType.get(type) ?? new Map<string, UsageKind>();
      byType.set(type, keys);
      keys.set(key, kind === 'text' ? 'text' : 'number');
    }
  }
  return { types: [...byType.keys()], keysOf: (type) => byType.get(type) };
}
