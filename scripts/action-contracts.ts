// What workflows and pages may use of our actions, for the tests of this repository.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionContracts, documentedPermissions, readMarkdown, type UnneededScope } from '@tollgate/testkit';
import { readActions } from './action-metadata.ts';

/** Inputs that every gate has, by which it publishes nothing, or reads nothing of the repository. */
const unneeded: readonly UnneededScope[] = [
  { scope: 'pull-requests', input: 'comment', value: 'never' },
  { scope: 'checks', input: 'check', value: 'false' },
  { scope: 'contents', input: 'results' },
];

/** actionContracts reads the inputs and outputs of action.yml and the permissions that each README documents. */
export function actionContracts(root: string): ActionContracts {
  return new Map(
    readActions(root).map(({ name, inputs, outputs }) => {
      const readme = join(root, 'actions', name, 'README.md');
      const permissions = existsSync(readme)
        ? documentedPermissions(readMarkdown(readFileSync(readme, 'utf8')))
        : undefined;
      return [name, { inputs, outputs: Object.keys(outputs), permissions, unneeded }];
    }),
  );
}
