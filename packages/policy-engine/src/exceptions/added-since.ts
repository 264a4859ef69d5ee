import { compareText } from '../text-order.ts';
import type { Exception } from './exception.ts';

/**
 * exceptionsAddedSince gives the exceptions of the head that the base does not grant. An exception is the same when it is for
 * the same rule and scope and does not last longer: another reason, name or place in its file does not make it a new one,
 * and neither do the moved lines of a block. A later expiry does.
 *
 * A comment whose block is not told is known by its file: where a file has more of them than before, those that stand at
 * other lines are all taken as added, because nothing tells which one moved.
 */
export function exceptionsAddedSince(base: readonly Exception[], head: readonly Exception[]): ReadonlySet<Exception> {
  const granted = Map.groupBy(base, identityOf);
  const added = new Set<Exception>();
  for (const [identity, exceptions] of Map.groupBy(head, identityOf)) {
    const before = granted.get(identity) ?? [];
    for (const exception of newOnes(before, exceptions)) added.add(exception);
  }
  return added;
}

function newOnes(before: readonly Exception[], after: readonly Exception[]): readonly Exception[] {
  const [first] = after;
  if (first === undefined || first.scope.lines === null || first.scope.block !== undefined) {
    const longest = before.reduce((last, { expires }) => (expires > last ? expires : last), '');
    return after.filter(({ expires }) => expires > longest);
  }
  const unmoved = new Set<number | undefined>();
  const grantedAt = Map.groupBy(before, lineOf);
  const moved = after.filter((exception) => {
    const isGranted = grantedAt.get(lineOf(exception))?.some(({ expires }) => exception.expires <= expires) === true;
    if (isGranted) unmoved.add(lineOf(exception));
    return !isGranted;
  });
  return newOfMoved(
    before.filter((exception) => !unmoved.has(lineOf(exception))),
    moved,
  );
}

/** Pairs what moved by expiry, the last first; what lasts longer than its partner is new, and so is what lasts as long as that. */
function newOfMoved(before: readonly Exception[], after: readonly Exception[]): readonly Exception[] {
  if (after.length > before.length) return after;
  const granted = before.map(({ expires }) => expires).sort(compareText);
  const wanted = after.map(({ expires }) => expires).sort(compareText);
  const surplus = granted.length - wanted.length;
  const longer = new Set(wanted.filter((expires, index) => expires > (granted[index + surplus] ?? '')));
  return after.filter(({ expires }) => longer.has(expires));
}

function lineOf({ scope }: Exception): number | undefined {
  return scope.lines?.startLine;
}

/** What makes an exception the one that it is, apart from how long it lasts. */
function identityOf({ rule, scope }: Exception): string {
  const { resources, paths, lines, block, subject, repository, environment } = scope;
  // The order of patterns has a meaning, so that lists in another order are another scope.
  return JSON.stringify([rule, resources, paths, lines?.file ?? null, block ?? null, repository, environment, subject]);
}
