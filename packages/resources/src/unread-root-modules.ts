import type { GateWork, PolicyHeader, RuleResult, SourcePlace } from '@tollgate/policy-engine';

/** A root module that could not be evaluated, so that nothing in it was judged. */
export interface UnreadRootModule {
  /** How the report calls it. */
  readonly name: string;
  /** Why, at least one. */
  readonly errors: readonly { readonly message: string; readonly source?: SourcePlace }[];
}

/** The most errors of one root module that are told. */
const mostErrors = 10;

const rule = 'evaluated';

/** The rule that a root module keeps by being judged at all. */
export const evaluatedPolicy: PolicyHeader = {
  name: 'root-modules',
  version: '1.0.0',
  rules: [{ id: rule, level: 'hard-mandatory', onUnknown: 'fail' }],
  document: { rules: [rule] },
};

/**
 * Makes errors of the decision out of root modules that could not be evaluated, beside what a gate finds. Where all of them were,
 * there is nothing to say, and the decision does not name the rule.
 */
export function withUnreadRootModules(work: GateWork, unread: () => readonly UnreadRootModule[]): GateWork {
  return {
    gate: work.gate,
    async compile(policies, readBeside) {
      const compiled = await work.compile(policies, readBeside);
      return {
        ...compiled,
        judge(now) {
          const done = compiled.judge(now);
          const results = unread().flatMap(resultsOf);
          if (results.length === 0) return done;
          return { ...done, judged: [...done.judged, { policy: evaluatedPolicy, results }] };
        },
      };
    },
  };
}

function resultsOf({ name, errors }: UnreadRootModule): RuleResult[] {
  const subject = { kind: 'root-module', id: name };
  const told = errors.slice(0, mostErrors).map(
    ({ message, source }): RuleResult => ({
      rule,
      subject,
      outcome: 'error',
      message,
      ...(source === undefined ? {} : { source }),
    }),
  );
  const rest = errors.length - told.length;
  if (rest === 0) return told;
  const message = `There ${rest === 1 ? 'is 1 more error' : `are ${rest} more errors`} in it.`;
  return [...told, { rule, subject, outcome: 'error', message }];
}
