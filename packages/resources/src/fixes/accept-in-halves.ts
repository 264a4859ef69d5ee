/** What came of a try. */
export type Tried<Result> =
  | { readonly kind: 'kept'; readonly result: Result }
  /** The reason is a part of a sentence. */
  | { readonly kind: 'broken'; readonly reason: string };

/** What came of groups of edits. */
export interface AcceptedGroups<Group, Result> {
  readonly groups: readonly Group[];
  /** With all groups that were accepted. */
  readonly result: Result;
  readonly refused: readonly { readonly group: Group; readonly reason: string }[];
  /** How many times something was tried. */
  readonly tries: number;
}

const untried = 'too many other edits had to be dropped before this one could be tried. Give --only for a part';

/**
 * Finds the groups of edits that keep what they promise. They are tried together, and by halves where that fails, so that one bad edit
 * costs few tries. What is accepted was tried as a whole.
 */
export function acceptInHalves<Group, Result>(
  nothing: Result,
  stretches: readonly (readonly Group[])[],
  tryGroups: (groups: readonly Group[]) => Tried<Result>,
  maxTries: number,
): AcceptedGroups<Group, Result> {
  let accepted: AcceptedGroups<Group, Result> = { groups: [], result: nothing, refused: [], tries: 0 };
  const pending = stretches.filter((some) => some.length > 0);
  for (let some = pending.shift(); some !== undefined; some = pending.shift()) {
    if (accepted.tries >= maxTries) {
      const left = some.map((group) => ({ group, reason: untried }));
      accepted = { ...accepted, refused: [...accepted.refused, ...left] };
      continue;
    }
    accepted = { ...accepted, tries: accepted.tries + 1 };
    const tried = tryGroups([...accepted.groups, ...some]);
    if (tried.kind === 'kept') {
      accepted = { ...accepted, groups: [...accepted.groups, ...some], result: tried.result };
      continue;
    }
    const [only] = some;
    if (some.length === 1 && only !== undefined) {
      accepted = { ...accepted, refused: [...accepted.refused, { group: only, reason: tried.reason }] };
      continue;
    }
    const middle = some.length >> 1;
    pending.unshift(some.slice(0, middle), some.slice(middle));
  }
  return accepted;
}
