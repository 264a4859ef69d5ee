import type { Decision } from '../decide.ts';
import { quote } from '../documents/quote.ts';
import { inResultOrder } from '../result-order.ts';
import type { SubjectReference } from '../subject.ts';
import { compareText } from '../text-order.ts';
import type { Verdict } from '../verdict.ts';
import { weighVerdicts } from '../weigh-verdicts.ts';
import { unitedNotices } from './united-notices.ts';
import { unitedPolicies } from './united-policies.ts';
import { unitedReports } from './united-reports.ts';

/** The decision of a job that judged a part of what there is. */
export interface PartialDecision {
  readonly decision: Decision;
  /** What a subject of the job is among those of all jobs. */
  readonly placeOf: (subject: SubjectReference) => SubjectPlace;
}

/** A subject of a job among those of all jobs. */
export interface SubjectPlace {
  /** How it is told apart from the subjects of other jobs. */
  readonly reference: SubjectReference;
  /** What it is only a part of, such as the sum over all jobs; null for a subject that is whole. */
  readonly partOf: SubjectReference | null;
}

/**
 * Makes one decision of those of several jobs, and of what the job that merges them says of the whole. The worst verdict counts.
 *
 * - What a policy says of the whole takes the place of what the same rule said in the jobs, of the same subject or of a part of it.
 * - A part that keeps a rule does not show that the whole does: the verdict is left out, and a notice tells it. A part that fails one
 *   has to be looked at: the verdict stays.
 */
export function mergeDecisions(parts: readonly PartialDecision[], whole: Decision): Decision {
  const said = new Set(whole.verdicts.filter(isApplicable).map((verdict) => ruleAbout(verdict, verdict.subject)));
  const placed = parts.map(({ decision, placeOf }) =>
    decision.verdicts
      .map((verdict) => ({ verdict, ...placeOf(verdict.subject) }))
      .filter(({ verdict, reference, partOf }) => !said.has(ruleAbout(verdict, partOf ?? reference))),
  );
  const judged = [
    ...parts.map(({ decision }, index) => ({ decision, verdicts: (placed[index] ?? []).flatMap(toldOf) })),
    { decision: whole, verdicts: whole.verdicts },
  ];
  const verdicts = inOrder(judged.flatMap((each) => each.verdicts));
  const decisions = judged.map(({ decision }) => decision);
  const { policies, notices } = unitedPolicies(judged);
  return {
    kind: 'Decision',
    version: 1,
    ...weighVerdicts(verdicts),
    verdicts,
    policies,
    exceptions: unitedReports(
      decisions.flatMap(({ exceptions }) => exceptions),
      ({ expires, reason, approver, evidence, origin }) => [expires, reason, approver, evidence, origin],
    ),
    overrides: unitedReports(
      decisions.flatMap(({ overrides }) => overrides),
      ({ approver, at, commit, reason }) => [approver, at, commit, reason],
    ),
    notices: unitedNotices(decisions, [...notices, ...placed.flat().flatMap(partNotice)]),
  };
}

/** A verdict of a job with the place of its subject. */
interface PlacedVerdict extends SubjectPlace {
  readonly verdict: Verdict;
}

function toldOf({ verdict, reference, partOf }: PlacedVerdict): readonly Verdict[] {
  const isQuiet = verdict.outcome === 'pass' || !isApplicable(verdict);
  return partOf !== null && isQuiet ? [] : [{ ...verdict, subject: reference }];
}

function partNotice({ verdict, partOf }: PlacedVerdict): readonly string[] {
  if (partOf === null || !isApplicable(verdict)) return [];
  return [
    `Policy ${quote(verdict.policy)} judged the ${partOf.kind} ${quote(partOf.id)} only in parts, each job its own. Give the policy to the job that merges the results too, which judges the whole.`,
  ];
}

function isApplicable({ outcome }: Verdict): boolean {
  return outcome !== 'not-applicable';
}

function ruleAbout({ policy, rule }: Verdict, { kind, id }: SubjectReference): string {
  return JSON.stringify([policy, rule, kind, id]);
}

/** By policy, rule and subject, as in every decision. */
function inOrder(verdicts: readonly Verdict[]): readonly Verdict[] {
  const byPolicy = [...Map.groupBy(verdicts, ({ policy }) => policy)].sort(([a], [b]) => compareText(a, b));
  return byPolicy.flatMap(([, ofPolicy]) => inResultOrder(ofPolicy));
}
