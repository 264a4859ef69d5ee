import { suggestion } from '../documents/nearest.ts';
import type { Located, Path } from '../documents/places.ts';
import type { PolicyTest, PolicyTestCase } from '../documents/policy-test.ts';
import { quote } from '../documents/quote.ts';
import type { Documents } from '../documents/read-documents.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import { type Problem, problemText } from '../problem.ts';
import type { RuleResult } from '../verdict.ts';
import type { PolicyVersions } from './policy-versions.ts';
import type { TestGate } from './test-gate.ts';

/** The day of a test that names none. */
export const dayOfTests = '2026-01-01';

/** A document of tests whose cases were judged. */
export interface JudgedTest {
  readonly located: Located<PolicyTest>;
  readonly policy: LayeredPolicy;
  readonly cases: readonly { readonly written: PolicyTestCase; readonly results: readonly RuleResult[] }[];
}

/**
 * Judges the cases of all tests by the policies they are for: all layers of one, with the parameters, the day and the
 * environment of the test, and without exceptions. What cannot be judged is a problem at its place; with one, the tests
 * say nothing.
 */
export async function judgeTests(
  { tests }: Pick<Documents, 'tests'>,
  versions: PolicyVersions,
  gates: readonly TestGate[],
): Promise<{ readonly tests: readonly JudgedTest[]; readonly problems: readonly Problem[] }> {
  const judged: JudgedTest[] = [];
  const problems: Problem[] = [];
  for (const located of tests) {
    const found = await judgeTest(located, versions, gates);
    problems.push(...found.problems);
    if (found.test !== null) judged.push(found.test);
  }
  return { tests: judged, problems };
}

interface Found {
  readonly test: JudgedTest | null;
  readonly problems: readonly Problem[];
}

async function judgeTest(
  located: Located<PolicyTest>,
  versions: PolicyVersions,
  gates: readonly TestGate[],
): Promise<Found> {
  const { spec } = located.document;
  const all = versions.inEnvironment(spec.environment ?? null);
  const policy = all.find(({ name }) => name === spec.policy);
  if (policy === undefined) {
    const message = unknownPolicy(spec.policy, all, spec.environment);
    return { test: null, problems: [problemAt(located, ['spec', 'policy'], message)] };
  }
  const gate = gates.find((each) => each.gate.name === policy.gate);
  if (gate === undefined || gate.givenMistakes === null) {
    const known = gates.filter(({ givenMistakes }) => givenMistakes !== null).map((each) => each.gate.name);
    const message = `The policy ${quote(policy.name)} is for the gate ${quote(policy.gate)}, whose policies cannot be tested here.${suggestion(policy.gate, known)}`;
    return { test: null, problems: [problemAt(located, ['spec', 'policy'], message)] };
  }
  const cases: JudgedTest['cases'][number][] = [];
  const problems: Problem[] = [];
  for (const [index, written] of spec.cases.entries()) {
    const results = await judgeCase({ located, written, index, policy, gate }, versions, problems);
    if (results !== null) cases.push({ written, results });
  }
  return { test: { located, policy, cases }, problems };
}

/** A case with what it is about. */
interface OpenCase {
  readonly located: Located<PolicyTest>;
  readonly written: PolicyTestCase;
  readonly index: number;
  readonly policy: LayeredPolicy;
  readonly gate: TestGate;
}

/** What the policy says of a case; null, with problems, when it cannot be asked. */
async function judgeCase(
  { located, written, index, policy, gate }: OpenCase,
  versions: PolicyVersions,
  problems: Problem[],
): Promise<readonly RuleResult[] | null> {
  const { spec } = located.document;
  const path: Path = ['spec', 'cases', index];
  const before = problems.length;
  const report = (at: Path, message: string) => problems.push(problemAt(located, at, message));
  const version = await versions.prepare(policy, gate, {
    environment: spec.environment ?? null,
    params: { ...spec.params, ...written.params },
  });
  for (const { name, message } of version.mistakes) {
    const isOwn = Object.hasOwn(written.params ?? {}, name);
    report([...(isOwn ? path : ['spec']), 'params', name], message);
  }
  for (const { path: place, about, message } of (await gate.givenMistakes?.(written.given, [...path, 'given'])) ?? []) {
    const { file } = located.places;
    problems.push({ file, ...(about === 'key' ? located.places.keyAt(place) : located.places.at(place)), message });
  }
  if (version.ownProblems.length > 0) problems.push(...version.ownProblems);
  else if (version.problems.length > 0) {
    const why = version.problems.map(problemText).join('\n');
    const own = written.params === undefined ? ['spec'] : path;
    report([...own, 'params'], `With these parameters the policy ${quote(policy.name)} cannot be used:\n${why}`);
  }
  if (problems.length > before) return null;
  const judged = version.judge(written.given, spec.now ?? dayOfTests);
  if (judged.kind === 'judged') return judged.results;
  report([...path, 'given'], `What case ${quote(written.name)} gives cannot be read. ${judged.message}`);
  return null;
}

/** The sentences about a test for a policy that is not there. */
function unknownPolicy(name: string, policies: readonly LayeredPolicy[], environment: string | undefined): string {
  const where = environment === undefined ? '' : ` in the environment ${quote(environment)}`;
  const names = policies.map((policy) => policy.name);
  const mend = suggestion(name, names).replace('Choose among', 'There are') || ' There are none.';
  return `The test is for the policy ${quote(name)}, which is not among those that were read${where}.${mend}`;
}

function problemAt({ places }: Located<PolicyTest>, path: Path, message: string): Problem {
  return { file: places.file, ...places.at(path), message };
}
