import { nearest } from '../documents/nearest.ts';
import { quote } from '../documents/quote.ts';
import type { Documents } from '../documents/read-documents.ts';
import { findConflicts } from '../layers/find-conflicts.ts';
import { layerPolicies } from '../layers/layer-policies.ts';
import { inOrder } from '../layers/layer-report.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import type { Problem } from '../problem.ts';
import type { readPolicySet } from '../run/policy-set.ts';
import { environmentsOf } from '../testing/environments.ts';
import { judgeTests } from '../testing/judge-tests.ts';
import { type PolicyVersions, policyVersions } from '../testing/policy-versions.ts';
import type { TestGate } from '../testing/test-gate.ts';
import { duplicateConditions } from './duplicate-conditions.ts';
import { findings, type LintFinding, type PolicyLintReport } from './lint-report.ts';
import { idleExceptions, unknownExpectations, unknownRules, untestedPolicies } from './references.ts';
import { rulesWithoutApprover, undescribedRules } from './rule-texts.ts';
import { unknownTypes } from './unknown-types.ts';
import { unusedParams } from './unused-params.ts';

/** Policies as they were read, with what is wrong with them. */
export type ReadPolicies = Awaited<ReturnType<typeof readPolicySet>>;

/** What policies are compared with. */
export interface LintOptions {
  /** The day by which exceptions are weighed: `2026-10-01`. */
  readonly now: string;
  /** Known types of resources; of a provider that has none here, every type may be there. */
  readonly types: readonly string[];
}

/**
 * lintPolicies looks for everything that is wrong with policies and what was written beside them, and for what should be
 * better, in all environments that they name. Nothing is thrown: mistakes are findings.
 */
export async function lintPolicies(
  { documents, problems, readBeside }: ReadPolicies,
  gates: readonly TestGate[],
  { now, types }: LintOptions,
): Promise<PolicyLintReport> {
  const versions = policyVersions(documents.policies, readBeside);
  const environments = environmentsOf(documents);
  const all = environments.flatMap((environment) => versions.inEnvironment(environment));
  const compiled = await compiledFindings(versions, environments, gates);
  // What is named may stand in a document that could not be read.
  const isSound = problems.length === 0 && compiled.every(({ check }) => check !== 'condition');
  const duplicates = environments.flatMap((environment) => duplicateConditions(versions.inEnvironment(environment)));
  const found = inOrder([
    ...findings('error', 'document', problems),
    ...compiled,
    ...findings('warning', 'ignored', ignored(documents.policies, environments)),
    ...findings('warning', 'gate', unknownGates(all, gates)),
    ...ruleAdvice(all, types),
    ...findings('warning', 'duplicate', duplicates),
    ...(isSound ? await referenceFindings(documents, all, versions, gates, now) : []),
  ]);
  const count = (severity: LintFinding['severity']) => found.filter((each) => each.severity === severity).length;
  return {
    kind: 'PolicyLintReport',
    version: 1,
    summary: {
      errors: count('error'),
      warnings: count('warning'),
      policies: new Set(all.map(({ name }) => name)).size,
      rules: new Set(all.flatMap(({ name, rules }) => rules.map(({ id }) => `${name}/${id}`))).size,
      tests: documents.tests.length,
    },
    findings: found,
  };
}

/** What compiling finds, and where that finds nothing, what contradicts. */
async function compiledFindings(
  versions: PolicyVersions,
  environments: readonly (string | null)[],
  gates: readonly TestGate[],
): Promise<readonly LintFinding[]> {
  const found: LintFinding[] = [];
  for (const environment of environments) {
    const broken = await compileProblems(versions, environment, gates);
    found.push(...findings('error', 'condition', broken));
    if (broken.length === 0) found.push(...conflictsOf(versions.inEnvironment(environment), gates));
  }
  return found;
}

/** What should be better in the policies themselves. */
function ruleAdvice(policies: readonly LayeredPolicy[], types: readonly string[]): readonly LintFinding[] {
  const byName = [...Map.groupBy(policies, ({ name }) => name).values()];
  const misspelt = policies.flatMap((policy) => unknownTypes(policy, types));
  return [
    ...findings('warning', 'unused-param', byName.flatMap(unusedParams)),
    ...findings('warning', 'unknown-type', misspelt),
    ...findings('warning', 'undescribed', policies.flatMap(undescribedRules)),
    ...findings('warning', 'no-approver', policies.flatMap(rulesWithoutApprover)),
  ];
}

/** What is wrong with tests and exceptions, and with what they name. */
async function referenceFindings(
  documents: Documents,
  policies: readonly LayeredPolicy[],
  versions: PolicyVersions,
  gates: readonly TestGate[],
  now: string,
): Promise<readonly LintFinding[]> {
  // What the rules of other gates say is not known here, nor whether their tests are right.
  const known = policies.filter((policy) => gates.some(({ gate }) => gate.name === policy.gate));
  const foreign = new Set(policies.filter((policy) => !known.includes(policy)).map(({ name }) => name));
  const tests = documents.tests.filter(({ document }) => !foreign.has(document.spec.policy));
  return [
    ...findings('error', 'test', (await judgeTests({ tests }, versions, gates)).problems),
    ...findings('warning', 'unknown-rule', unknownRules(documents, policies)),
    ...findings('warning', 'unknown-rule', unknownExpectations(documents.tests, versions)),
    ...findings('warning', 'exception', idleExceptions(documents, policies, now)),
    ...findings('warning', 'untested', untestedPolicies(tests, known)),
  ];
}

async function compileProblems(
  versions: PolicyVersions,
  environment: string | null,
  gates: readonly TestGate[],
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const policy of versions.inEnvironment(environment)) {
    const gate = gates.find((each) => each.gate.name === policy.gate);
    if (gate === undefined) continue;
    problems.push(...(await versions.prepare(policy, gate, { environment, params: {} })).problems);
  }
  return problems;
}

function conflictsOf(policies: readonly LayeredPolicy[], gates: readonly TestGate[]): readonly LintFinding[] {
  const conflicts = findConflicts(
    policies,
    gates.map(({ gate }) => gate),
  );
  return conflicts.flatMap((conflict) => findings(conflict.severity, 'conflict', [conflict]));
}

/** What layers say in vain, in any environment. */
function ignored(
  policies: Parameters<typeof layerPolicies>[0],
  environments: readonly (string | null)[],
): readonly Problem[] {
  return environments
    .flatMap((environment) => layerPolicies(policies, { environment }).notices)
    .filter(({ kind }) => kind === 'ignored');
}

function unknownGates(policies: readonly LayeredPolicy[], gates: readonly TestGate[]): readonly Problem[] {
  const known = gates.map(({ gate }) => gate.name);
  return policies.flatMap(({ gate, layers: [uppermost] }) => {
    if (known.includes(gate) || uppermost === undefined) return [];
    const near = nearest(gate, known);
    const mend = near === undefined ? ' Its rules were not looked into.' : ` Did you mean ${quote(near)}?`;
    const { places } = uppermost.located;
    const message = `The gate ${quote(gate)} is not among those that are known here: ${known.join(', ')}.${mend}`;
    return [{ file: places.file, ...places.at(['spec', 'gate']), message }];
  });
}
