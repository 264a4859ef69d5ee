import { suggestion } from '../documents/nearest.ts';
import type { Located, Path, Places } from '../documents/places.ts';
import type { PolicyTest } from '../documents/policy-test.ts';
import { quote } from '../documents/quote.ts';
import type { Documents } from '../documents/read-documents.ts';
import { exceptionOfDocument } from '../exceptions/exception-of-document.ts';
import { named } from '../exceptions/report-claim.ts';
import { rulesNamed, unknownRule } from '../exceptions/rule-name.ts';
import { standingOf } from '../exceptions/standing.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import type { Problem } from '../problem.ts';
import type { PolicyVersions } from '../testing/policy-versions.ts';

/** Exceptions and overrides for rules that no policy has in any environment. */
export function unknownRules(
  { exceptions, overrides }: Pick<Documents, 'exceptions' | 'overrides'>,
  policies: readonly LayeredPolicy[],
): readonly Problem[] {
  return [...exceptions, ...overrides].flatMap(({ document, places }) => {
    const { rule } = document.spec;
    if (rulesNamed(rule, policies).length > 0) return [];
    const who = `${document.kind} ${quote(document.metadata.name)}`;
    const message = unknownRule(rule, policies).replace('no policy of this run has', 'none of the policies has');
    return [problemAt(places, ['spec', 'rule'], `${who} ${message}`)];
  });
}

/** Exceptions that do not count on a day: those that expired, begin later, or hold for longer than a policy allows. */
export function idleExceptions(
  { exceptions }: Pick<Documents, 'exceptions'>,
  policies: readonly LayeredPolicy[],
  now: string,
): readonly Problem[] {
  return exceptions.flatMap((located) => {
    const exception = exceptionOfDocument(located);
    const owners = new Set(rulesNamed(exception.rule, policies).map(({ policy }) => policy));
    return policies
      .filter(({ name }) => owners.has(name))
      .flatMap(({ name, exceptions: terms }) => {
        const standing = standingOf(exception, { name, terms }, now, null);
        if (standing.counts) return [];
        const mend = standing.status === 'expired' ? ' Remove it, or have it renewed.' : '';
        const path = standing.status === 'not-yet' ? ['metadata', 'created'] : ['spec', 'expires'];
        return [problemAt(located.places, path, `${named(exception)} ${standing.why}${mend}`)];
      });
  });
}

/** Expectations of tests that are about rules which their policy does not have. */
export function unknownExpectations(
  tests: readonly Located<PolicyTest>[],
  versions: PolicyVersions,
): readonly Problem[] {
  return tests.flatMap(({ document: { spec }, places }) => {
    const policy = versions.inEnvironment(spec.environment ?? null).find(({ name }) => name === spec.policy);
    if (policy === undefined) return [];
    const ids = policy.rules.map(({ id }) => id);
    return spec.cases.flatMap(({ expect }, index) =>
      expect.flatMap(({ rule }, position) => {
        if (ids.includes(rule)) return [];
        const message = `The policy ${quote(policy.name)} has no rule ${quote(rule)}, so that no verdict can meet this.${suggestion(rule, ids)}`;
        return [problemAt(places, ['spec', 'cases', index, 'expect', position, 'rule'], message)];
      }),
    );
  });
}

/** Policies that no test is for, each once. */
export function untestedPolicies(
  tests: readonly Located<PolicyTest>[],
  policies: readonly LayeredPolicy[],
): readonly Problem[] {
  const tested = new Set(tests.map(({ document }) => document.spec.policy));
  return policies.flatMap(({ name, layers: [uppermost] }) => {
    if (tested.has(name) || uppermost === undefined) return [];
    const message = `No test is for the policy ${quote(name)}. Write one with "kind: PolicyTest" beside it.`;
    return [problemAt(uppermost.located.places, ['metadata', 'name'], message)];
  });
}

function problemAt(places: Places, path: Path, message: string): Problem {
  return { file: places.file, ...places.at(path), message };
}
