import { type Decision, decide } from '../decide.ts';
import { quote } from '../documents/quote.ts';
import type { RuleDescription } from '../evidence.ts';
import { applyExceptions } from '../exceptions/apply-exceptions.ts';
import type { Exception } from '../exceptions/exception.ts';
import { findConflicts } from '../layers/find-conflicts.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import { applyOverrides } from '../overrides/apply-overrides.ts';
import type { Override } from '../overrides/override.ts';
import type { SubjectReference } from '../subject.ts';
import { compareText } from '../text-order.ts';
import type { CompiledWork, GateWork } from './gate-work.ts';
import { type PolicySet, refuse } from './policy-set.ts';

/** What a run knows beside policies and subjects. */
export interface Run {
  /** The day of the run, in UTC: `2026-10-01`. */
  readonly now: string;
  /** `owner/name`; null when it is not known. */
  readonly repository: string | null;
  readonly environment: string | null;
  /** The commit that is judged; null when it is not known. */
  readonly commit: string | null;
  readonly exceptions: readonly Exception[];
  readonly overrides: readonly Override[];
  /** Whether the change that is judged adds an exception; null when the run is about no change. */
  readonly addedInChange: (exception: Exception) => boolean | null;
}

/** Policies that are whole, compiled, and without contradiction. */
export interface PreparedPolicies {
  /** What they say of their rules, for reports. */
  readonly rules: readonly RuleDescription[];
  judge(run: Run): Decision;
}

/**
 * Compiles the policies of a set for the gates of a run, and looks for rules that contradict each other. A policy for another
 * gate is named in a notice, because it judges nothing here.
 * @throws PolicyEngineError with every mistake at its place.
 */
export async function preparePolicies(set: PolicySet, works: readonly GateWork[]): Promise<PreparedPolicies> {
  const compiled: CompiledWork[] = [];
  for (const work of works) compiled.push(await work.compile(set.policies));
  refuse(compiled.flatMap(({ problems }) => problems));
  const gates = works.map(({ gate }) => gate);
  refuse(findConflicts(set.policies, gates).filter(({ severity }) => severity === 'error'));
  const notices = [...set.notices, ...elsewhere(set.policies, gates)];
  return {
    rules: set.policies.flatMap(describeRules),
    judge: (run) => judgeRun(compiled, set, notices, run),
  };
}

function judgeRun(compiled: readonly CompiledWork[], set: PolicySet, notices: readonly string[], run: Run): Decision {
  const done = compiled.map((work) => work.judge(run.now));
  const names = new Map(
    done.flatMap(({ subjects }) => subjects.map(({ reference, names }) => [keyOf(reference), names])),
  );
  const namesOf = (reference: SubjectReference) => names.get(keyOf(reference)) ?? [];
  const terms = new Map(set.policies.map(({ name, exceptions }) => [name, exceptions]));
  const excepted = applyExceptions(
    done.flatMap(({ judged }) => judged),
    run.exceptions,
    { ...run, terms, namesOf },
  );
  const { judged, overrides } = applyOverrides(excepted.judged, run.overrides, { ...run, namesOf });
  return decide(judged, { exceptions: excepted.exceptions, overrides, notices });
}

function keyOf({ kind, id }: SubjectReference): string {
  return `${kind} ${id}`;
}

function elsewhere(policies: readonly LayeredPolicy[], gates: readonly { readonly name: string }[]): string[] {
  const known = new Set(gates.map(({ name }) => name));
  return policies
    .filter(({ gate }) => !known.has(gate))
    .map(
      ({ name, gate }) =>
        `Policy ${quote(name)} is for the gate ${quote(gate)} and was not judged here: this is about ${[...known].sort(compareText).join(', ')}.`,
    );
}

function describeRules(policy: LayeredPolicy): RuleDescription[] {
  return policy.rules.map((rule) => ({
    policy: policy.name,
    rule: rule.id,
    level: rule.level,
    ...(rule.description === null ? {} : { description: rule.description }),
    ...(rule.remedy === null ? {} : { remedy: rule.remedy }),
    ...(rule.controls.length === 0 ? {} : { controls: rule.controls }),
    ...(rule.override === null ? {} : { approvers: rule.override.approvers }),
    ...(policy.owners.length === 0 ? {} : { owners: policy.owners }),
  }));
}
