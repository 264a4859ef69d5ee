import type { PolicySet } from '@tollgate/policy-engine';
import { editedPlaces, type Fix, type PlannedFixes, placeOf, plannedFixes } from '@tollgate/resources';
import type { Evaluation, SourceTree } from '@tollgate/terraform';
import type { ResourcesRun } from '../check-resources.ts';
import type { Candidate } from './candidate.ts';
import { mendInRounds, type RoundsOptions } from './rounds.ts';
import { judgeOf, type State } from './state.ts';
import { violationKey } from './want.ts';

/** What is to be mended, and how. */
export interface FixOptions extends RoundsOptions {
  readonly set: PolicySet;
  readonly run: ResourcesRun;
  /** Called with the configuration as it is, before anything is planned. What it throws ends the work. */
  readonly onEvaluated?: (evaluation: Evaluation) => void;
}

/**
 * Plans edits that mend the violations of rules about tags. Each edit was tried in memory: with it the violation is gone, and
 * nothing but the tags of the resources that it is for is another. Nothing is written.
 * @throws PolicyEngineError for mistakes in policies and exceptions, each at its place.
 */
export async function planFixes(tree: SourceTree, options: FixOptions): Promise<PlannedFixes> {
  const judge = await judgeOf(options);
  const first = judge(tree);
  options.onEvaluated?.(first.evaluation);
  const { mended, refused, files } = mendInRounds(first, judge, options);
  const fixes = [
    ...mended.map((candidate) => fixOf(candidate, null)),
    ...refused.map(({ candidate, reason }) => fixOf(candidate, reason)),
  ];
  const folder = options.options.folder ?? '';
  return plannedFixes(tree, { folder, fixes, files, notices: noticesOf(first, options.only) });
}

function noticesOf({ decision, failing }: State, only: readonly string[]): readonly string[] {
  const others = decision.verdicts.filter(
    (verdict) => verdict.outcome === 'fail' && !failing.has(violationKey(verdict)),
  );
  const unknown = decision.summary.unknown;
  const errors = decision.summary.error;
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return [
    ...(others.length === 0
      ? []
      : [`${count(others.length, 'violation')} of rules that are not about tags cannot be mended here.`]),
    ...(unknown === 0 ? [] : [`${count(unknown, 'verdict')} cannot be told before apply; there is nothing to mend.`]),
    ...(errors === 0 ? [] : [`${count(errors, 'rule')} could not be evaluated. Run "tollgate check" to see why.`]),
    ...(only.length === 0 ? [] : ['Only a part of the resources was looked at, as --only says.']),
    ...decision.notices,
  ];
}

function fixOf({ demands, action, change }: Candidate, reason: string | null): Fix {
  const [{ subject, source }] = demands;
  const rules = new Map(demands.map(({ policy, rule }) => [`${policy}/${rule}`, { policy, rule }]));
  return {
    subject,
    violations: [...rules.values()],
    action: action.kind,
    key: action.key,
    ...('to' in action ? { to: action.to } : {}),
    ...(action.kind === 'add' ? { origin: action.origin } : {}),
    outcome: reason === null ? 'mended' : 'refused',
    ...(reason === null ? {} : { reason }),
    ...(source === null ? {} : { source: placeOf(source) }),
    ...(reason === null && change.kind === 'edits' ? { places: editedPlaces(change.edits) } : {}),
  };
}
