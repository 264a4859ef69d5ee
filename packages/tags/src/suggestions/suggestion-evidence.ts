import type { VerdictEvidence } from '@tollgate/policy-engine';

/** A suggestion as the evidence of a verdict carries it. */
export type Suggestion =
  /** Give the tag this value. */
  | { readonly kind: 'value'; readonly key: string; readonly value: string }
  /** Write the key so. */
  | { readonly kind: 'key'; readonly key: string; readonly value: string };

/** Writes a suggestion as evidence. `label` is the attribute with the tags. */
export function suggestionEvidence(label: string, { kind, key, value }: Suggestion): VerdictEvidence {
  const place = `${label}[${JSON.stringify(key)}]`;
  return { expression: kind === 'key' ? `suggested key for ${place}` : `suggested ${place}`, value };
}

/** Reads a suggestion from evidence; null for other evidence. */
export function readSuggestion({ expression, value }: VerdictEvidence): Suggestion | null {
  const [, forKey, written] = /^suggested (key for )?[\w.]+\[(".*")\]$/s.exec(expression) ?? [];
  if (written === undefined) return null;
  const key: unknown = JSON.parse(written);
  return typeof key === 'string' ? { kind: forKey === undefined ? 'value' : 'key', key, value } : null;
}
