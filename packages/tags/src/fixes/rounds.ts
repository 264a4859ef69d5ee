import { groupCandidates, moduleTexts, type OtherCallers, otherCallers } from '@tollgate/resources';
import type { EvaluateOptions } from '@tollgate/terraform';
import { wildcardMatcher } from '../rules/full-match.ts';
import { acceptGroups, type Group } from './accept.ts';
import type { Candidate } from './candidate.ts';
import { type AddOptions, attemptKey, candidatesFor } from './candidates.ts';
import { hiddenUses } from './hidden-uses.ts';
import type { Judge, State } from './state.ts';
import type { Demand } from './want.ts';

/** What is to be mended, and how. */
export interface RoundsOptions extends AddOptions {
  /** With what the configuration is evaluated. */
  readonly options: EvaluateOptions;
  /** Patterns of types and addresses of resources, in which `*` stands for any text; without any, all are meant. */
  readonly only: readonly string[];
  /** Whether an edit may change the tags of resources that break no rule. */
  readonly shared: boolean;
  /** How often edits may be tried in all, where each try evaluates the configuration once; 1,000 times unless told. */
  readonly maxTries?: number;
}

/** What was mended and what was not, with the files as they are to be. */
export interface Rounds {
  readonly mended: readonly Candidate[];
  readonly refused: readonly { readonly candidate: Candidate; readonly reason: string }[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Each round mends something, and few need more than two: this only keeps a contradiction from going on for ever. */
const MAX_ROUNDS = 10;

/**
 * Mends what can be mended, and looks again: a key that was renamed can have a value to mend, and what could not be edited can
 * have become possible by another edit. What is refused is what could not be done in the last round.
 */
export function mendInRounds(first: State, judge: Judge, given: RoundsOptions): Rounds {
  const mended: Candidate[] = [];
  const files = new Map<string, Uint8Array>();
  let state = first;
  let { at, maxTries: triesLeft = 1000 } = given;
  const tried = new Map<string, Tried>();
  const callersOf = otherCallers(first.tree, given.options.folder ?? '');
  for (let round = 1; ; round++) {
    const candidates = candidatesFor(
      meantDemands(state, given.only),
      state,
      { values: given.values, at, attempts: new Map([...tried].map(([key, { next }]) => [key, next])) },
      given.options,
    );
    const { groups, conflicting } = groupCandidates(candidates);
    const { visible, hidden } = apart(groups, state, given, callersOf);
    const accepted = acceptGroups(state, visible, { judge, shared: given.shared, maxTries: triesLeft });
    triesLeft -= accepted.tries;
    const failed = [...hidden, ...accepted.refused];
    for (const [path, bytes] of accepted.result.files) files.set(path, bytes);
    mended.push(...accepted.groups.flat());
    state = accepted.result.state;
    // Where it was not asked for, an edit at the provider that cannot be made gives way to edits at the resources.
    const givesWay = at === null && failed.some(({ group }) => group.some(isProviderAdd));
    if (givesWay) at = 'resource';
    const isElsewhere = tryElsewhere(
      givesWay ? failed.filter(({ group }) => !group.some(isProviderAdd)) : failed,
      tried,
    );
    if (accepted.groups.length === 0 && !givesWay && !isElsewhere) {
      const refused = [
        ...candidates.flatMap(refusalOf),
        ...failed.flatMap(({ group, reason }) => group.map((candidate) => ({ candidate, reason }))),
        ...conflicting.map((candidate) => ({ candidate, reason: conflict })),
      ].map(({ candidate, reason }) => ({ candidate, reason: tried.get(addedKey(candidate))?.reason ?? reason }));
      return { mended, refused, files };
    }
    if (round === MAX_ROUNDS) return { mended, refused: meantDemands(state, given.only).map(late), files };
  }
}

/** Where a key was tried to be added. */
interface Tried {
  readonly next: number;
  /** Why the first and best place would not do. */
  readonly reason: string;
}

/** Notes that keys are to be tried at another place; false when there is none. */
function tryElsewhere(
  failed: readonly { readonly group: Group; readonly reason: string }[],
  tried: Map<string, Tried>,
): boolean {
  const again = failed.flatMap(({ group, reason }) =>
    group.filter(({ hasNext }) => hasNext).map((candidate) => ({ key: addedKey(candidate), reason })),
  );
  for (const { key, reason } of again) {
    const before = tried.get(key);
    tried.set(key, { next: (before?.next ?? 0) + 1, reason: before?.reason ?? reason });
  }
  return again.length > 0;
}

function addedKey({ demands: [{ subject }], action }: Candidate): string {
  return attemptKey(subject, action.key ?? '');
}

/** Groups whose edits reach modules that are not at hand, or other configurations, cannot be tried. */
function apart(
  groups: readonly Group[],
  { evaluation, tree }: State,
  { shared, options }: RoundsOptions,
  callersOf: OtherCallers,
) {
  const usesOf = hiddenUses(evaluation, { tree, texts: moduleTexts(tree), options });
  const visible: Group[] = [];
  const hidden: { readonly group: Group; readonly reason: string }[] = [];
  for (const group of groups) {
    const edits = group.flatMap(({ change }) => (change.kind === 'edits' ? change.edits : []));
    const uses = shared ? [] : usesOf(edits);
    const callers = shared ? [] : callersOf(group.flatMap(addedEdits));
    const also = (names: readonly string[]) =>
      `the edit would also change what ${names[0]}${names.length > 1 ? ` and ${names.length - 1} more` : ''} gets`;
    if (uses.length > 0)
      hidden.push({ group, reason: `${also(uses)}, and the module is not at hand; allow it with --shared` });
    else if (callers.length > 0)
      hidden.push({ group, reason: `${also(callers)}, where the same module is called; allow it with --shared` });
    else visible.push(group);
  }
  return { visible, hidden };
}

/** What adds a value that only the broken rule asks for. One that a rule allows alone is right for all who call a module, and so is another writing. */
function addedEdits({ action, change }: Candidate) {
  return action.kind === 'add' && action.origin !== 'rule' && change.kind === 'edits' ? change.edits : [];
}

const conflict = 'another fix wants something else at the same place';

function refusalOf(candidate: Candidate): Rounds['refused'] {
  return candidate.change.kind === 'refused' ? [{ candidate, reason: candidate.change.reason }] : [];
}

function late(demand: Demand): Rounds['refused'][number] {
  const reason = 'it came to light only by other edits. Run this again';
  const { key } = demand.want;
  return {
    candidate: {
      demands: [demand],
      action: { kind: 'none', key },
      change: { kind: 'refused', reason },
      hasNext: false,
    },
    reason,
  };
}

function isProviderAdd({ demands: [{ subject }], action, change }: Candidate): boolean {
  const isAtProvider = change.kind === 'edits' && change.edits.some(({ edit }) => edit.block?.[0]?.type === 'provider');
  return isAtProvider && action.kind === 'add' && subject.kind === 'resource';
}

function meantDemands(state: State, only: readonly string[]): readonly Demand[] {
  if (only.length === 0) return state.demands;
  const matchers = only.map((pattern) => wildcardMatcher(pattern, false));
  return state.demands.filter(({ subject: { id } }) => {
    const type = state.resources.get(id)?.resource.type;
    return matchers.some((matches) => matches(id) || (type !== undefined && matches(type)));
  });
}
