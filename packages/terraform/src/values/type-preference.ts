import { isPrimitive, type Type } from './type.ts';

/**
 * byPreference orders types, given by their position, so that the more general ones come first: string before number and
 * bool, list before tuple, map before object, tuple and list before set. "Any type" comes last. Types that cannot be
 * compared keep their order as far as the others allow.
 */
export function byPreference(types: readonly Type[]): number[] {
  const after: number[][] = types.map(() => []);
  const before = types.map(() => 0);
  for (let left = 0; left < types.length; left++) {
    for (let right = left + 1; right < types.length; right++) {
      const a = types[left];
      const b = types[right];
      const order = a && b ? preference(a, b) : 0;
      if (order === 0) continue;
      const [first, second] = order < 0 ? [left, right] : [right, left];
      after[first]?.push(second);
      before[second] = (before[second] ?? 0) + 1;
    }
  }
  const order = [...before.keys()].filter((index) => before[index] === 0);
  for (const index of order) {
    for (const next of after[index] ?? []) {
      const left = (before[next] ?? 0) - 1;
      before[next] = left;
      if (left === 0) order.push(next);
    }
  }
  return order;
}

/** Negative when `a` is to be preferred, positive when `b` is, 0 when neither. */
function preference(a: Type, b: Type): number {
  if (a.kind === 'dynamic' || b.kind === 'dynamic') return Number(a.kind === 'dynamic') - Number(b.kind === 'dynamic');
  if (isPrimitive(a) && isPrimitive(b)) return Number(b.kind === 'string') - Number(a.kind === 'string');
  if ('element' in a && 'element' in b && a.kind === b.kind) return preference(a.element, b.element);
  if (a.kind === 'object' && b.kind === 'object') {
    if (a.attributes.size !== b.attributes.size) return 0;
    const pairs: [Type, Type][] = [];
    for (const [name, type] of a.attributes) {
      const other = b.attributes.get(name);
      if (other === undefined) return 0;
      pairs.push([type, other]);
    }
    return allPreferences(pairs);
  }
  if (a.kind === 'tuple' && b.kind === 'tuple') {
    if (a.elements.length !== b.elements.length) return 0;
    return allPreferences(
      a.elements.flatMap((type, index): [Type, Type][] => {
        const other = b.elements[index];
        return other === undefined ? [] : [[type, other]];
      }),
    );
  }
  return generality(a, b);
}

/** One type is preferred to another if no part speaks against it. */
function allPreferences(pairs: readonly [Type, Type][]): number {
  let forA = false;
  let forB = false;
  for (const [a, b] of pairs) {
    const order = preference(a, b);
    if (order < 0) forA = true;
    else if (order > 0) forB = true;
  }
  return forA === forB ? 0 : forA ? -1 : 1;
}

const MORE_GENERAL: ReadonlySet<string> = new Set(['list>tuple', 'map>object', 'tuple>set', 'list>set']);

function generality(a: Type, b: Type): number {
  if (MORE_GENERAL.has(`${a.kind}>${b.kind}`)) return -1;
  return MORE_GENERAL.has(`${b.kind}>${a.kind}`) ? 1 : 0;
}
