import { equal } from './equality.ts';
import { identityKey } from './item-key.ts';
import { isWhollyKnown, type Value } from './value.ts';

/** distinctValues leaves out values that are equal to earlier ones. Unknown values are never equal to others. */
export function distinctValues(items: readonly Value[]): Value[] {
  const byKey = new Map<string, Value[]>();
  return items.filter((item) => {
    if (!isWhollyKnown(item)) return true;
    const key = identityKey(item);
    const others = byKey.get(key) ?? [];
    if (others.some((other) => equal(other, item))) return false;
    byKey.set(key, [...others, item]);
    return true;
  });
}
