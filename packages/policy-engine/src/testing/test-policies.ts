import type { Located, Path } from '../documents/places.ts';
import type { PolicyTest } from '../documents/policy-test.ts';
import { quote } from '../documents/quote.ts';
import type { Documents } from '../documents/read-documents.ts';
import { sourceAt } from '../exceptions/exception-of-document.ts';
import { findConflicts } from '../layers/find-conflicts.ts';
import { inOrder } from '../layers/layer-report.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import type { ReadBeside } from '../packs/beside.ts';
import type { Problem } from '../problem.ts';
import { refuse } from '../run/policy-set.ts';
import { compareCase } from './compare-case.ts';
import { coverageOf } from './coverage.ts';
import { environmentsOf } from './environments.ts';
import { type JudgedTest, judgeTests } from './judge-tests.ts';
import { type PolicyVersions, policyVersions } from './policy-versions.ts';
import type { TestGate } from './test-gate.ts';
import type { PolicyTestReport, TestedCase, TestedPolicy } from './test-report.ts';

/**
 * testPolicies runs the tests that stand among the documents and counts which rules they show to fail and to pass.
 * @throws PolicyEngineError with every mistake in policies and tests at its place: with one, no test says anything.
 */
export async function testPolicies(
  documents: Documents,
  gates: readonly TestGate[],
  { coverageRequired, readBeside }: { readonly coverageRequired: boolean; readonly readBeside?: ReadBeside },
): Promise<PolicyTestReport> {
  const versions = policyVersions(documents.policies, readBeside);
  await refuseBroken(versions, documents, gates);
  const judged = await judgeTests(documents, versions, gates);
  refuse(inOrder(judged.problems));
  const tests = judged.tests.map(testedPolicy);
  const policies = environmentsOf(documents).flatMap((environment) => versions.inEnvironment(environment));
  const testable = policies.filter((policy) => gateOf(policy, gates)?.givenMistakes != null);
  const coverage = coverageOf(testable, judged.tests);
  const cases = tests.flatMap((test) => test.cases);
  const failed = cases.filter(({ outcome }) => outcome === 'failed').length;
  const covered = coverage.filter(({ isCovered }) => isCovered).length;
  const isLacking = coverageRequired && covered < coverage.length;
  return {
    kind: 'PolicyTestReport',
    version: 1,
    outcome: failed > 0 || isLacking ? 'failed' : 'passed',
    coverageRequired,
    summary: { tests: tests.length, cases: cases.length, failed, rules: coverage.length, covered },
    tests,
    coverage,
    untested: untested(testable, judged.tests),
    notices: notTestable(policies, gates),
  };
}

/** Nothing is tested while a policy could not be used in a run. */
async function refuseBroken(versions: PolicyVersions, documents: Documents, gates: readonly TestGate[]): Promise<void> {
  const environments = environmentsOf(documents);
  const problems: Problem[] = [];
  for (const environment of environments) {
    for (const policy of versions.inEnvironment(environment)) {
      const gate = gateOf(policy, gates);
      if (gate === undefined) continue;
      problems.push(...(await versions.prepare(policy, gate, { environment, params: {} })).problems);
    }
  }
  refuse(inOrder(problems));
  const known = gates.map(({ gate }) => gate);
  const conflicts = environments.flatMap((environment) => findConflicts(versions.inEnvironment(environment), known));
  refuse(inOrder(conflicts.filter(({ severity }) => severity === 'error')));
}

function gateOf(policy: LayeredPolicy, gates: readonly TestGate[]): TestGate | undefined {
  return gates.find(({ gate }) => gate.name === policy.gate);
}

function testedPolicy({ located, policy, cases }: JudgedTest): TestedPolicy {
  const { metadata } = located.document;
  const rules = policy.rules.map(({ id }) => id);
  return {
    name: metadata.name,
    policy: policy.name,
    source: sourceAt(located.places, ['metadata', 'name']),
    cases: cases.map((one, index) => testedCase(one, ['spec', 'cases', index], located, rules)),
  };
}

function testedCase(
  { written, results }: JudgedTest['cases'][number],
  path: Path,
  { places }: Located<PolicyTest>,
  rules: readonly string[],
): TestedCase {
  const place = sourceAt(places, path);
  const verdicts = written.expect.map((expected, index) => ({
    expected,
    place: sourceAt(places, [...path, 'expect', index]),
  }));
  const failures = compareCase(results, { place, verdicts, rules });
  return {
    name: written.name,
    source: place,
    outcome: failures.length === 0 ? 'passed' : 'failed',
    verdicts: results.filter(({ outcome }) => outcome !== 'not-applicable').length,
    failures,
  };
}

function untested(policies: readonly LayeredPolicy[], tests: readonly JudgedTest[]): PolicyTestReport['untested'] {
  const tested = new Set(tests.map(({ policy }) => policy.name));
  const byName = new Map(policies.map((policy) => [policy.name, policy]));
  return [...byName.values()].flatMap(({ name, layers: [uppermost] }) =>
    tested.has(name) || uppermost === undefined
      ? []
      : [{ policy: name, source: sourceAt(uppermost.located.places, ['metadata', 'name']) }],
  );
}

function notTestable(policies: readonly LayeredPolicy[], gates: readonly TestGate[]): readonly string[] {
  const others = policies.filter((policy) => gateOf(policy, gates)?.givenMistakes == null);
  return [...new Map(others.map((policy) => [policy.name, policy])).values()].map(
    ({ name, gate }) => `Policy ${quote(name)} is for the gate ${quote(gate)}, whose policies cannot be tested here.`,
  );
}
