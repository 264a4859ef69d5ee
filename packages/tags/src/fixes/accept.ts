import { type AcceptedGroups, acceptInHalves, applyEdits, type Tried } from '@tollgate/resources';
import type { Candidate } from './candidate.ts';
import { compareStates } from './compare-states.ts';
import type { Judge, State } from './state.ts';
import { type Demand, demandKey, subjectKey, violationKey } from './want.ts';

/** Candidates that stand or fall together, because they share an edit. */
export type Group = readonly Candidate[];

/** What came of groups of edits. */
export type Accepted = AcceptedGroups<Group, EditedState>;

/** A configuration with edits, and the files as they are with them. */
interface EditedState {
  readonly state: State;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface AcceptOptions {
  readonly judge: Judge;
  /** Whether an edit may change the tags of resources that break no rule. */
  readonly shared: boolean;
  /** Each try evaluates the configuration once: a configuration that is made to fail must not keep this busy for ever. */
  readonly maxTries: number;
}

/**
 * Finds the groups whose edits keep what they promise: judged again, each demand is gone, nothing is broken that was not, and
 * nothing but the tags of the resources that they are for is another.
 */
export function acceptGroups(before: State, groups: readonly Group[], options: AcceptOptions): Accepted {
  // Edits of what several resources share are the ones that fail.
  const order = [groups.filter((group) => group.length === 1), groups.filter((group) => group.length > 1)];
  const tried = (some: readonly Group[]) => tryGroups(before, some, options);
  return acceptInHalves({ state: before, files: new Map() }, order, tried, options.maxTries);
}

function tryGroups(
  before: State,
  groups: readonly Group[],
  { judge, shared }: Omit<AcceptOptions, 'maxTries'>,
): Tried<EditedState> {
  const candidates = groups.flat();
  const broken = (reason: string): Tried<EditedState> => ({ kind: 'broken', reason });
  const changes = candidates.flatMap(({ change }) => (change.kind === 'edits' ? [change] : []));
  const edits = [...changes.flatMap(({ setup }) => setup), ...changes.flatMap((change) => change.edits)];
  const edited = applyEdits(before.tree, edits);
  if (edited.kind === 'problem') return broken(edited.reason);
  const after = judge(edited.tree);
  const error = after.evaluation.diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) return broken(`the configuration would be wrong then: ${error.summary}`);
  const reason =
    leftOver(candidates, after) ??
    newlyBroken(candidates, before, after) ??
    changedBeside(candidates, before, after, shared);
  return reason === null ? { kind: 'kept', result: { state: after, files: edited.files } } : broken(reason);
}

function leftOver(candidates: readonly Candidate[], after: State): string | null {
  const left = new Set(after.demands.map(demandKey));
  const still = candidates.some(({ demands }) => demands.some((demand) => left.has(demandKey(demand))));
  return still ? 'the violation would still be there after the edit' : null;
}

/**
 * What was kept before must be kept still. A key that was renamed may have a value to mend next: that it has no right value is no
 * new violation.
 */
function newlyBroken(candidates: readonly Candidate[], before: State, after: State): string | null {
  const renamed = new Set(
    candidates.flatMap(({ demands: [{ subject }], action }) =>
      action.kind === 'rename' ? [tagKey(subject, action.to)] : [],
    ),
  );
  const known = new Set(before.demands.map(demandKey));
  const isNext = ({ subject, want }: Demand) =>
    (want.kind === 'set' || want.kind === 'none') && want.key !== null && renamed.has(tagKey(subject, want.key));
  const demand = after.demands.find((each) => !known.has(demandKey(each)) && !isNext(each));
  const explained = new Set(after.demands.map(violationKey));
  const found =
    demand ??
    after.decision.verdicts.find((verdict) => {
      const key = violationKey(verdict);
      return after.broken.has(key) && !before.broken.has(key) && !explained.has(key);
    });
  return found === undefined
    ? null
    : `the edit would break the rule ${found.policy}/${found.rule} for ${found.subject.id}`;
}

function tagKey(subject: Demand['subject'], key: string): string {
  return JSON.stringify([subjectKey(subject), key]);
}

function changedBeside(candidates: readonly Candidate[], before: State, after: State, shared: boolean): string | null {
  const { others, outputs, tags } = compareStates(before, after);
  const [other] = others;
  if (other !== undefined) return `the edit would change more than tags: ${other}${more(others.length - 1)}`;
  if (shared) return null;
  const wanted = wantedKeys(candidates, after);
  const beside = [...tags].flatMap(([address, { keys }]) => {
    const own = wanted.get(address);
    // What a resource makes beside itself often takes its tags over: that is not beside the point.
    return own !== undefined && keys.every((key) => own.has(key)) ? [] : [`the tags of ${address}`];
  });
  const all = [...beside, ...outputs.map((name) => `output.${name}`)];
  if (all.length === 0) return null;
  return `the edit would also change ${all.slice(0, 2).join(' and ')}${more(all.length - 2)}, and there is no violation; allow it with --shared`;
}

/** The keys of tags that candidates are about, by the address of the resource. */
function wantedKeys(candidates: readonly Candidate[], { resources }: State): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { demands, action } of candidates) {
    const [{ subject }] = demands;
    const addresses =
      subject.kind === 'resource'
        ? [subject.id]
        : [...resources.values()].flatMap(({ resource }) =>
            resource.provider.key === subject.id ? [resource.address] : [],
          );
    for (const address of addresses) {
      const keys = wanted.get(address) ?? new Set<string>();
      if (action.key !== null) keys.add(action.key);
      if (action.kind === 'rename') keys.add(action.to);
      wanted.set(address, keys);
    }
  }
  return wanted;
}

function more(count: number): string {
  return count > 0 ? ` and ${count} more` : '';
}
