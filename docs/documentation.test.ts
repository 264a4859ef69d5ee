import {
  checkCommands,
  checkLinks,
  checkYaml,
  formatProblem,
  type Problem,
  repositoryPages,
  tollgateHost,
} from '@tollgate/testkit';
import { describe, expect, it } from 'vitest';
import { actionContracts } from '../scripts/action-contracts.ts';
import { conditionMistakes, documentMistakes } from '../scripts/document-mistakes.ts';

const root = `${import.meta.dirname}/..`;
const pages = repositoryPages(root);

/** The problems that a check finds in all pages, one a line. */
async function problemsOf(check: (file: string) => Problem[] | Promise<Problem[]>): Promise<string> {
  const problems = await Promise.all(pages.files.map(check));
  return problems.flat().map(formatProblem).join('\n');
}

describe('the pages of the project', () => {
  it('have links that lead somewhere', async () => {
    expect(await problemsOf((file) => checkLinks(pages.page(file), file, pages))).toBe('');
  });

  it('have workflows and steps that GitHub and our actions accept, and policies that can be judged by', async () => {
    const checks = { actions: actionContracts(root), ownDocuments: documentMistakes };
    expect(await problemsOf((file) => checkYaml(pages.page(file), file, checks))).toBe('');
  });

  it('have conditions that can be compiled, one a line', () => {
    const blocks = pages.files.flatMap((file) => pages.page(file).blocks.filter(({ language }) => language === 'cel'));
    const conditions = blocks.flatMap(({ text }) => text.split('\n')).filter((line) => line !== '');
    expect(conditions.length).toBeGreaterThan(0);
    expect(conditions.flatMap(conditionMistakes)).toEqual([]);
  });

  it('have commands that exit and write as the page says', async () => {
    const host = await tollgateHost(root);
    expect(await problemsOf((file) => checkCommands(pages.page(file), file, host))).toBe('');
  });
});
