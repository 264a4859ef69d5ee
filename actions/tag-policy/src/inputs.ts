import {
  choice,
  commentModes,
  day,
  failOnValues,
  flag,
  type Inputs,
  lines,
  list,
  params,
  text,
} from '@tollgate/action-kit';
import type { InputName } from './metadata.gen.ts';

/** What follows from what is unknown; the words of the policy engine, which is too large to be loaded for them. */
const onUnknownValues = ['pass', 'warn', 'fail'] as const;

/** How each input of `action.yml` is read. */
export const readers = {
  path: lines(),
  'plan-file': lines(),
  policies: lines(),
  'required-tags': list(),
  'on-unknown': choice(onUnknownValues),
  params: params(),
  environment: text(),
  exceptions: lines(),
  'import-exceptions': lines(),
  overrides: lines(),
  baseline: text(),
  'provider-schema': text(),
  'base-ref': text(),
  'var-files': lines(),
  workspace: text(),
  'fail-on': choice(failOnValues),
  comment: choice(commentModes),
  check: flag(),
  suggestions: flag(),
  'sarif-file': text(),
  'junit-file': text(),
  'json-file': text(),
  name: text(),
  'github-token': text(),
  now: day(),
} satisfies Record<InputName, unknown>;

/** The inputs as they were read. */
export type TagPolicyInputs = Inputs<typeof readers>;
