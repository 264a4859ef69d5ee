import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkPins,
  checkUses,
  formatProblem,
  lintWorkflow,
  type Problem,
  parseAction,
  parseWorkflow,
} from '@tollgate/testkit';
import { describe, expect, it } from 'vitest';
import { actionContracts } from './action-contracts.ts';

const root = join(import.meta.dirname, '..');
const actions = actionContracts(root);

/** The problems that checks find in the files of a pattern, one a line. */
async function problemsOf(
  pattern: string,
  ...checks: ((text: string, file: string) => Promise<Problem[]>)[]
): Promise<string> {
  const files = globSync(pattern, { cwd: root, exclude: ['**/node_modules/**'] }).sort();
  const problems = await Promise.all(
    files.flatMap((file) => checks.map((check) => check(readFileSync(join(root, file), 'utf8'), file))),
  );
  return problems.flat().map(formatProblem).join('\n');
}

const fits = (text: string, file: string) => checkUses(text, file, actions);

describe('the repository', () => {
  it('has actions that GitHub accepts', async () => {
    expect(await problemsOf('actions/*/action.yml', parseAction)).toBe('');
  });

  it('has actions that document their permissions', () => {
    const silent = [...actions].filter(([, { permissions }]) => permissions === undefined).map(([name]) => name);
    expect(silent).toEqual([]);
  });

  it('has workflows that GitHub and our actions accept, with the actions of others pinned', async () => {
    expect(await problemsOf('.github/workflows/*.yml', parseWorkflow, lintWorkflow, fits, checkPins)).toBe('');
  });

  it('has examples whose workflows GitHub and our actions accept', async () => {
    expect(await problemsOf('examples/**/.github/workflows/*.yml', parseWorkflow, lintWorkflow, fits)).toBe('');
  });
});
