import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stagePullRequest, startGitHub } from '@tollgate/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../src/run.ts';

const project = join(import.meta.dirname, '../../..');
const actions = { 'tollgate/tollgate/actions/<name>@v1': join(project, 'actions/<name>') };
const bucket = (name: string, tags: string) => `resource "aws_s3_bucket" "${name}" {\n  tags = { ${tags} }\n}\n`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-init-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `tollgate init` on a configuration, and gives the files of the repository after it. */
async function setUp(configuration: string): Promise<Record<string, string>> {
  writeFileSync(join(folder, 'main.tf'), configuration);
  const code = await run(['init'], {
    writeOut: () => undefined,
    writeError: () => undefined,
    color: false,
    environment: {},
    workingFolder: folder,
    packsFolder: join(project, 'policies'),
    pricesFolder: join(project, 'packages/pricing/data'),
    today: '2026-11-20',
  });
  expect(code).toBe(0);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

it('writes a workflow that blocks what a pull request adds without tags, and nothing else', async () => {
  const configuration = bucket('a', 'Owner = "web"') + bucket('b', 'Owner = "web"') + bucket('old', '');
  const base = await setUp(configuration);
  const github = await startGitHub();
  const judge = async (added: string) => {
    const name = added === '' ? 'kept' : 'changed';
    const head = { ...base, 'main.tf': `${configuration}${added}`, 'README.md': '' };
    const stage = await stagePullRequest(github, { base, head, name });
    const job = await stage.runJob({ workflow: join(folder, '.github/workflows/tollgate.yml'), job: 'tags', actions });
    return {
      conclusion: job.conclusion,
      faults: job.faults,
      comments: github.comments(stage.repository, stage.pullRequest.number),
    };
  };
  expect(await judge('')).toMatchObject({ conclusion: 'success', faults: [] });
  const { conclusion, faults, comments } = await judge(bucket('new', 'Team = "web"'));
  expect({ conclusion, faults }).toEqual({ conclusion: 'failure', faults: [] });
  const text = comments.map(({ body }) => body).join('');
  expect(text).toContain('aws_s3_bucket.new');
  expect(text).not.toContain('aws_s3_bucket.old');
  await github.close();
});
