import { matchesPattern, type Verdict } from '@tollgate/policy-engine';
import {
  acceptInHalves,
  applyEdits,
  type Change,
  editedPlaces,
  type Fix,
  groupCandidates,
  moduleTexts,
  otherCallers,
  type PlannedFixes,
  placeOf,
  plannedFixes,
  type Tried,
  type World,
} from '@tollgate/resources';
import type { Evaluation, SourceTree } from '@tollgate/terraform';
import { savingExpression } from '../alternative-form.ts';
import { changedBeside } from './changed-beside.ts';
import { type SavingDemand, type SavingsOptions, type SavingsState, savingsJudge } from './saving-demands.ts';
import { valueEdits } from './value-edits.ts';

/** What is to be mended, and how. */
export interface CostFixOptions extends SavingsOptions {
  /** Patterns of types and addresses of resources, in which `*` stands for any text; without any, all are meant. */
  readonly only: readonly string[];
  /** Whether an edit may change what other configurations get. */
  readonly shared: boolean;
  /** How often edits may be tried, where each try evaluates the configuration once; 1,000 times unless told. */
  readonly maxTries?: number;
  /** Called with the configuration as it is, before anything is planned. What it throws ends the work. */
  readonly onEvaluated?: (evaluation: Evaluation) => void;
}

/** What is done about a resource that costs less as something else. */
interface Candidate {
  readonly demand: SavingDemand;
  readonly change: Change;
}

/**
 * Plans edits that make of resources what costs less, for rules that say that the new values alone are safe to set. Each edit was tried
 * in memory: with it the rule is kept, and nothing but these values is another. Nothing is written.
 * @throws PolicyEngineError for mistakes in policies and exceptions, each at its place.
 */
export async function planCostFixes(tree: SourceTree, given: CostFixOptions): Promise<PlannedFixes> {
  const judge = await savingsJudge(given);
  const first = judge(tree);
  given.onEvaluated?.(first.evaluation);
  const folder = given.options.folder ?? '';
  const world: World = { tree, texts: moduleTexts(tree), options: given.options };
  const meant = first.demands.filter(({ view }) => isMeant(view, given.only));
  const candidates = meant.map((demand) => ({ demand, change: valueEdits(demand.view, demand.changes, world) }));
  const { groups, conflicting } = groupCandidates(candidates);
  const callersOf = otherCallers(tree, folder);
  const foreign = new Map(groups.map((group) => [group, given.shared ? [] : callersOf(group.flatMap(editsOf))]));
  const own = groups.filter((group) => foreign.get(group)?.length === 0);
  const accepted = acceptInHalves<readonly Candidate[], Edited>(
    new Map(),
    [own],
    (some) => tryCandidates(first, some.flat(), judge),
    given.maxTries ?? 1000,
  );
  const fixes = [
    ...accepted.groups.flat().map((candidate) => fixOf(candidate, null)),
    ...candidates.flatMap((candidate) =>
      candidate.change.kind === 'refused' ? [fixOf(candidate, candidate.change.reason)] : [],
    ),
    ...conflicting.map((candidate) => fixOf(candidate, 'another fix wants something else at the same place')),
    ...accepted.refused.flatMap(({ group, reason }) => group.map((candidate) => fixOf(candidate, reason))),
    ...[...foreign].flatMap(([group, callers]) =>
      callers.length === 0 ? [] : group.map((candidate) => fixOf(candidate, callersReason(callers))),
    ),
  ];
  const notices = noticesOf(first, given.only);
  return plannedFixes(tree, { folder, fixes, files: accepted.result, notices });
}

/** The files with edits. */
type Edited = ReadonlyMap<string, Uint8Array>;

function tryCandidates(
  before: SavingsState,
  candidates: readonly Candidate[],
  judge: (tree: SourceTree) => SavingsState,
): Tried<Edited> {
  const edited = applyEdits(before.tree, candidates.flatMap(editsOf));
  if (edited.kind === 'problem') return { kind: 'broken', reason: edited.reason };
  const after = judge(edited.tree);
  const error = after.evaluation.diagnostics.find(({ severity }) => severity === 'error');
  const reason =
    error === undefined
      ? (changedBeside(before, candidates, after) ?? newlyFailed(before, after) ?? stillFailed(candidates, after))
      : `the configuration would be wrong then: ${error.summary}`;
  return reason === null ? { kind: 'kept', result: edited.files } : { kind: 'broken', reason };
}

function newlyFailed(before: SavingsState, after: SavingsState): string | null {
  const known = new Set(before.failed.map(verdictKey));
  const found = after.failed.find((verdict) => !known.has(verdictKey(verdict)));
  return found === undefined
    ? null
    : `the edit would break the rule ${found.policy}/${found.rule} for ${found.subject.id}`;
}

function stillFailed(candidates: readonly Candidate[], after: SavingsState): string | null {
  const failed = new Set(after.failed.map(verdictKey));
  const isLeft = candidates.some(({ demand }) => failed.has(verdictKey(demand.verdict)));
  return isLeft ? 'the violation would still be there after the edit' : null;
}

function verdictKey({ policy, rule, subject }: Verdict): string {
  return JSON.stringify([policy, rule, subject.kind, subject.id]);
}

function editsOf({ change }: Candidate) {
  return change.kind === 'edits' ? change.edits : [];
}

function isMeant({ address, type }: SavingDemand['view'], only: readonly string[]): boolean {
  return only.length === 0 || only.some((pattern) => matchesPattern(pattern, address) || matchesPattern(pattern, type));
}

function callersReason([first, ...others]: readonly string[]): string {
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `the edit would also change what ${first}${more} gets, where the same module is called; allow it with --shared`;
}

function fixOf(candidate: Candidate, reason: string | null): Fix {
  const { policy, rule, subject, message, source, evidence = [] } = candidate.demand.verdict;
  const saving = evidence.find(({ expression }) => expression === savingExpression)?.value;
  return {
    subject,
    violations: [{ policy, rule }],
    action: 'alternative',
    key: null,
    message,
    ...(saving === undefined ? {} : { saving }),
    outcome: reason === null ? 'mended' : 'refused',
    ...(reason === null ? {} : { reason }),
    ...(source === undefined ? {} : { source: placeOf(source) }),
    ...(reason === null ? { places: editedPlaces(editsOf(candidate)) } : {}),
  };
}

function noticesOf({ decision, failed, demands }: SavingsState, only: readonly string[]): readonly string[] {
  const left = failed.length - demands.length;
  const { error } = decision.summary;
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return [
    ...(left === 0 ? [] : [`${count(left, 'violation')} of rules about costs cannot be mended by an edit alone.`]),
    ...(error === 0 ? [] : [`${count(error, 'rule')} about costs could not be evaluated.`]),
    ...(only.length === 0 ? [] : ['Only a part of the resources was looked at, as --only says.']),
    ...decision.notices,
  ];
}
