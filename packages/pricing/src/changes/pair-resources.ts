import { newAddresses, pairWithBase } from '@tollgate/resources';
import type { Evaluation } from '@tollgate/terraform';
import type { Content } from './content.ts';
import type { ResourceChange } from './cost-change.ts';
import { matchByContent } from './match-by-content.ts';

/** A resource that can be found again on the other side. */
export interface Identifiable {
  readonly address: string;
  /** Asked for only when addresses do not tell which resource it was. */
  readonly content: () => Content;
}

/** A resource before and after a change; null where it is not there. */
export interface ResourcePair<R> {
  readonly before: R | null;
  readonly after: R | null;
  /** How it is known when the addresses differ. */
  readonly by: NonNullable<ResourceChange['previous']>['by'] | null;
}

/**
 * Finds out which resource was which before the change: by `moved` blocks, by address, by `count` that was added or taken away, and
 * at last by content. What is there after the change comes first.
 */
export function pairResources<R extends Identifiable>(
  before: readonly R[],
  after: readonly R[],
  moved: Evaluation['moved'],
): readonly ResourcePair<R>[] {
  const then = new Map(before.map((one) => [one.address, one]));
  const byAddress = pairWithBase(
    after.map(({ address }) => address),
    [...then.keys()],
    moved,
  );
  const left = byAddress.left.flatMap((address) => then.get(address) ?? []);
  const added = after.filter(({ address }) => !byAddress.before.has(address));
  const byContent = matchContents(left, added);
  const matched = new Set(byContent.values());
  const newAddress = newAddresses(moved);
  const present = after.map((now): ResourcePair<R> => {
    const alike = byContent.get(now);
    if (alike !== undefined) return { before: alike, after: now, by: 'content' };
    const known = then.get(byAddress.before.get(now.address) ?? '') ?? null;
    if (known === null || known.address === now.address) return { before: known, after: now, by: null };
    return { before: known, after: now, by: newAddress(known.address) === now.address ? 'moved-block' : 'count' };
  });
  const removed = left.filter((one) => !matched.has(one));
  return [...present, ...removed.map((one) => ({ before: one, after: null, by: null }))];
}

/** What was which, by what it is now. */
function matchContents<R extends Identifiable>(before: readonly R[], after: readonly R[]): ReadonlyMap<R, R> {
  if (before.length === 0 || after.length === 0) return new Map();
  const [then, now] = [before, after].map((side) => new Map(side.map((one) => [one.content(), one])));
  const matched = matchByContent([...(then?.keys() ?? [])], [...(now?.keys() ?? [])]);
  return new Map(
    [...matched].flatMap(([nowContent, thenContent]) => {
      const [later, earlier] = [now?.get(nowContent), then?.get(thenContent)];
      return later === undefined || earlier === undefined ? [] : [[later, earlier] as const];
    }),
  );
}
