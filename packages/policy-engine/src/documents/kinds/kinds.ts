import { exceptionKind } from './exception-kind.ts';
import { lockKind } from './lock-kind.ts';
import { overrideKind } from './override-kind.ts';
import { packKind } from './pack-kind.ts';
import { policyKind } from './policy-kind.ts';
import { policyTestKind } from './policy-test-kind.ts';

/** Every kind of documents, by the name of its list in what is read. */
export const kinds = {
  policies: policyKind,
  exceptions: exceptionKind,
  overrides: overrideKind,
  tests: policyTestKind,
  packs: packKind,
  locks: lockKind,
} as const;
