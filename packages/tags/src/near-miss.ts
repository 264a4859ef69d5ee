/**
 * The first of the keys that a person may have meant as the wanted one: it differs only in upper and lower case or in separators,
 * as `cost-center`, `cost_center` and `CostCenter` do. Null when there is none.
 */
export function nearMiss(wanted: string, keys: Iterable<string>): string | null {
  const bare = bareKey(wanted);
  return [...keys].filter((key) => key !== wanted && bareKey(key) === bare).sort()[0] ?? null;
}

/** A key or value without what people write differently: case and separators. */
export function bareKey(key: string): string {
  return key.replaceAll(/[\s._:/-]/g, '').toLowerCase();
}
