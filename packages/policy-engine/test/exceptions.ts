import type { ExceptionContext } from '../src/exceptions/apply-exceptions.ts';
import type { Exception } from '../src/exceptions/exception.ts';
import type { PolicyHeader, RuleHeader } from '../src/policy.ts';
import type { RuleResult } from '../src/verdict.ts';

/** A policy with hard-mandatory rules, or with what is said of them. */
export function policyOf(
  name: string,
  ...rules: readonly (string | (Partial<RuleHeader> & { readonly id: string }))[]
): PolicyHeader {
  return {
    name,
    version: '1.0.0',
    rules: rules.map((rule) => ({
      level: 'hard-mandatory',
      onUnknown: 'warn',
      ...(typeof rule === 'string' ? { id: rule } : rule),
    })),
    document: { name },
  };
}

/** What a rule says of a resource; its type is what stands before the dot. */
export function resultOf(
  rule: string,
  outcome: RuleResult['outcome'],
  id = 'aws_instance.a',
  source: Partial<NonNullable<RuleResult['source']>> = {},
): RuleResult {
  const place = { file: 'infra/main.tf', startLine: 13, endLine: 20, ...source };
  return { rule, subject: { kind: 'resource', id }, outcome, message: `${id} is ${outcome}`, source: place };
}

/** An exception that says only what is needed: from `tags/keys`, for one resource, to the end of 2026. */
export function exceptionOf({
  scope,
  ...rest
}: Partial<Omit<Exception, 'scope'>> & { readonly scope?: Partial<Exception['scope']> } = {}): Exception {
  return {
    id: 'EX-7',
    rule: 'tags/keys',
    scope: {
      resources: scope === undefined ? ['aws_instance.a'] : [],
      paths: [],
      lines: null,
      repository: null,
      environment: null,
      ...scope,
    },
    reason: 'bought as it is',
    approver: 'user:ann',
    evidence: null,
    created: null,
    expires: '2026-12-31',
    source: { file: 'exceptions.yml', startLine: 3, startColumn: 11 },
    origin: 'document',
    ...rest,
  };
}

/** A run on 2026-10-01 in `acme/shop`, for production, about no change. */
export function contextOf(context: Partial<ExceptionContext> = {}): ExceptionContext {
  return {
    now: '2026-10-01',
    repository: 'acme/shop',
    environment: 'prod',
    terms: new Map(),
    namesOf: ({ id }) => [id.split('.').at(-2) ?? id, id],
    addedInChange: () => null,
    ...context,
  };
}
