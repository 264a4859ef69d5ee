/** What was paired, by what it is after the change, and what is left on both sides. */
export interface KeyPairs<T> {
  readonly before: ReadonlyMap<T, T>;
  readonly leftBefore: readonly T[];
  readonly leftAfter: readonly T[];
}

/**
 * Pairs what has the same key, one to one and in order: by the first key, what is left by the second one, and so on. A key that is
 * null is not paired.
 */
export function pairByKeys<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((one: T) => string | null)[],
): KeyPairs<T> {
  const pairs = new Map<T, T>();
  let [leftBefore, leftAfter] = [before, after];
  for (const keyOf of keys) {
    const waiting = new Map<string, T[]>();
    for (const one of leftBefore.toReversed()) {
      const key = keyOf(one);
      if (key === null) continue;
      const same = waiting.get(key);
      if (same === undefined) waiting.set(key, [one]);
      else same.push(one);
    }
    const paired = new Set<T>();
    for (const one of leftAfter) {
      const found = waiting.get(keyOf(one) ?? '')?.pop();
      if (found === undefined) continue;
      pairs.set(one, found);
      paired.add(found);
    }
    leftBefore = leftBefore.filter((one) => !paired.has(one));
    leftAfter = leftAfter.filter((one) => !pairs.has(one));
  }
  return { before: pairs, leftBefore, leftAfter };
}
