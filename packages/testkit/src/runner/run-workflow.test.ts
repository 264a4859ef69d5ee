import { join } from 'node:path';
import { expect, it } from 'vitest';
import { event, runWorkflow, type TokenPermissions } from './index.ts';

const pipeline = join(import.meta.dirname, '../../test/workflows/.github/workflows/pipeline.yml');

it('runWorkflow runs the jobs in the order of needs, with matrix, called workflow and conditions', async () => {
  const tokens: TokenPermissions[] = [];
  const { conclusion, jobs } = await runWorkflow({
    workflow: pipeline,
    event: event.workflowDispatch({ inputs: { environment: 'production', 'dry-run': 'true' } }),
    secrets: { DEPLOY_KEY: 'abcdef' },
    createToken: (permissions) => {
      tokens.push(permissions);
      return `token-${tokens.length}`;
    },
  });

  expect(Object.fromEntries(Object.entries(jobs).map(([id, job]) => [id, job.conclusion]))).toEqual({
    sizes: 'success',
    // The combination that fails may fail.
    build: 'success',
    'call / deploy': 'success',
    broken: 'failure',
    'after-broken': 'skipped',
    'clean-up': 'success',
    report: 'success',
  });
  expect(conclusion).toBe('failure');
  expect(jobs.build?.combinations.map(({ name, conclusion: end, matrix }) => ({ name, end, matrix }))).toEqual([
    { name: 'Build s', end: 'success', matrix: { size: 's' } },
    { name: 'Build m', end: 'failure', matrix: { size: 'm', extra: true } },
  ]);
  expect(jobs.build?.steps.map((step) => step.stdout.trim())).toEqual([
    'size s extra  0/2',
    '',
    'size m extra true 1/2',
    '',
  ]);
  expect(jobs.build?.outputs).toEqual({ last: 'm' });
  expect(jobs['call / deploy']?.outputs).toEqual({ where: 'production times 2' });
  expect(jobs['call / deploy']?.steps[0]?.stdout).toBe('key of 6 characters in Pipeline\n');
  expect(jobs['call / deploy']?.permissions).toMatchObject({ contents: 'read', issues: 'write' });
  expect(jobs['clean-up']?.steps[0]?.stdout).toBe('after-broken skipped\n');
  expect(jobs.report?.steps[0]?.stdout).toBe('deployed to production times 2\n');
  expect(tokens).toHaveLength(7);
});

it('refuses inputs that the workflow does not declare', async () => {
  const started = event.workflowDispatch({ inputs: { region: 'x' } });
  await expect(runWorkflow({ workflow: pipeline, event: started })).rejects.toThrow('has no input region');
});
