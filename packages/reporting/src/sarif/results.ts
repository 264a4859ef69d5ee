import type { Verdict } from '@tollgate/policy-engine';
import type { Result, Suppression } from 'sarif';
import type { Report } from '../arrange.ts';
import { findingPhrase } from '../finding.ts';
import { plainText } from '../phrase.ts';
import type { Fingerprints } from './fingerprints.ts';
import type { SarifLimits } from './limits.ts';
import { callerLocations, physicalLocation, subjectLocation } from './locations.ts';
import { ruleId, type SarifRules, sarifLevel } from './rules.ts';
import { sarifText } from './text.ts';

/** What the results of one file have in common. */
export interface ResultContext {
  readonly rules: SarifRules;
  readonly fingerprintsOf: (verdict: Verdict) => Fingerprints;
  /** Every exception by its id. */
  readonly exceptions: ReadonlyMap<string, Report['decision']['exceptions'][number]>;
  readonly placeless: string;
  /** Whether any result is suppressed: then every other has to say that it is not. */
  readonly suppressing: boolean;
  readonly limits: SarifLimits;
}

/** Whether a verdict is a result; what passes, or does not apply, is none. */
export function isResult({ outcome }: Verdict): boolean {
  return outcome !== 'pass' && outcome !== 'not-applicable';
}

/** How severe a verdict is: what blocks is an error, what warns a warning, what has no effect a note. */
export function resultLevel({ outcome, effect, level, underlying }: Verdict): 'error' | 'warning' | 'note' {
  if (outcome === 'excepted') return underlying === 'unknown' ? 'note' : sarifLevel(level);
  if (effect === 'block' || effect === 'fail') return 'error';
  return effect === 'warn' ? 'warning' : 'note';
}

/** Writes a verdict as a result. */
export function resultOf(verdict: Verdict, context: ResultContext): Result {
  const { subject, source, outcome, effect, level, missing, exception, override } = verdict;
  const index = context.rules.indexOf(verdict);
  const callers = callerLocations(source, context.limits.relatedLocations);
  return {
    ruleId: ruleId(verdict),
    ...(index !== undefined && { ruleIndex: index }),
    level: resultLevel(verdict),
    message: { text: messageOf(verdict) },
    locations: [subjectLocation(subject, source, context.placeless)],
    ...(callers.length > 0 && { relatedLocations: callers }),
    partialFingerprints: context.fingerprintsOf(verdict),
    ...(context.suppressing && { suppressions: suppressionsOf(verdict, context) }),
    properties: {
      outcome,
      effect,
      level,
      ...(missing !== undefined && { missing: missing.map(sarifText) }),
      ...(exception !== undefined && { exception: sarifText(exception.id), exceptionStatus: exception.status }),
      ...(override !== undefined && {
        overriddenBy: override.approvers.map(({ name, at }) => sarifText(`${name} at ${at}`)),
        overriddenCommit: sarifText(override.commit),
      }),
    },
  };
}

function messageOf(verdict: Verdict): string {
  const place = verdict.source === undefined ? ' Its place in the source is not known.' : '';
  const unknown = verdict.outcome === 'unknown' || verdict.underlying === 'unknown' ? 'not known before apply: ' : '';
  const waiver = waiverOf(verdict);
  const finding = plainText(findingPhrase(verdict));
  const stop = /[.!?]$/.test(finding) ? '' : '.';
  return sarifText(`${verdict.subject.id}: ${unknown}${finding}${stop}${waiver}${place}`);
}

/** Who lets a verdict through; a place that shows suppressed results as open ones shows this at least. */
function waiverOf({ outcome, exception, override }: Verdict): string {
  if (override !== undefined) return ` Overridden by ${override.approvers.map(({ name }) => name).join(', ')}.`;
  if (outcome !== 'excepted' || exception === undefined) return '';
  return ` Excepted by ${exception.id} until ${exception.expires}.`;
}

/** The exception that keeps a verdict out of the decision. One that does not count suppresses nothing. */
function suppressionsOf({ outcome, exception }: Verdict, { exceptions }: ResultContext): Suppression[] {
  if (outcome !== 'excepted' || exception === undefined) return [];
  const { id, reason, expires, approver } = exception;
  const written = exceptions.get(id);
  return [
    {
      kind: written?.origin === 'comment' ? 'inSource' : 'external',
      status: 'accepted',
      justification: sarifText(reason),
      ...(written !== undefined && { location: { physicalLocation: physicalLocation(written.source) } }),
      properties: { id: sarifText(id), expires, ...(approver !== null && { approver: sarifText(approver) }) },
    },
  ];
}
