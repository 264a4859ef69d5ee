import schema from '../../../schema/policy-test.json' with { type: 'json' };
import type { PolicyTest } from '../policy-test.ts';
import { policyTest as validate } from '../validators.gen.ts';
import { dayMistakes } from './exception-kind.ts';
import type { Kind } from './kind.ts';

export const policyTestKind: Kind<PolicyTest> = {
  name: 'PolicyTest',
  schema,
  validate,
  check: ({ spec }) => dayMistakes(['spec', 'now'], spec.now),
};
