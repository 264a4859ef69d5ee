import { choice, commentModes, flag, nonEmptyList, text } from '@tollgate/action-kit';
import { onUnknownValues } from '@tollgate/policy-engine';
import type { InputName } from './metadata.gen.ts';

/** How each input of `action.yml` is read. */
export const readers = {
  'plan-file': text(),
  'required-tags': nonEmptyList('Owner, CostCenter'),
  'on-unknown': choice(onUnknownValues),
  path: text(),
  comment: choice(commentModes),
  check: flag(),
  name: text(),
  'github-token': text(),
} satisfies Record<InputName, unknown>;
