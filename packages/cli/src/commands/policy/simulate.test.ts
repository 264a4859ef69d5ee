import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PolicySimulation } from '@tollgate/policy-engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn, type MadeCommit, madeHistory } from '../../../test/made-history.ts';
import { run } from '../../run.ts';

const provider =
  'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}\nprovider "aws" {\n  region = "eu-west-1"\n}\n';
const bucket = (name: string, tags: string, more = '') =>
  `resource "aws_s3_bucket" "${name}" {\n  bucket = "${name}"\n${more}  tags = { ${tags} }\n}\n`;
const whole = 'Owner = "web", CostCenter = "CC-1"';

const policy = (keys: string, level: string) => `apiVersion: tollgate/v1
kind: Policy
metadata: { name: buckets, version: 1.0.0 }
spec:
  gate: tags
  match: { changedOnly: true }
  rules:
    - id: keys
      level: hard-mandatory
      tags: { ${keys} }
      message: "\${resource.address} has to say who pays for it"
---
apiVersion: tollgate/v1
kind: Policy
metadata: { name: private, version: 1.0.0 }
spec:
  gate: resource
  match: { resources: [aws_s3_bucket], changedOnly: true }
  rules:
    - id: no-destroy
      level: ${level}
      assert: "!has(resource.values.force_destroy) || !resource.values.force_destroy"
      message: "no \${resource.address} that is destroyed with its content"
`;
const oldPolicies = policy('Owner: {}', 'hard-mandatory');
const newPolicies = policy('Owner: {}, CostCenter: {}', 'advisory');

/** What is special about some commits, by their number; the others add a bucket with all tags. */
const special: Readonly<Record<number, MadeCommit>> = {
  1: {
    message: 'Begin',
    files: {
      'live/prod/main.tf': provider,
      'live/dev/main.tf': `${provider}module "logs" {\n  source = "../../modules/logs"\n}\n`,
      'modules/logs/main.tf': bucket('logs', whole),
      'policies/all.yml': oldPolicies,
    },
  },
  5: { message: 'Describe it (#5)', files: { 'README.md': 'five' } },
  7: {
    message: 'Add a bucket without a cost center (#7)',
    files: { 'live/prod/b7.tf': bucket('b7', 'Owner = "web"') },
  },
  13: { message: 'Break dev (#13)', files: { 'live/dev/broken.tf': 'resource "aws_s3_bucket" {\n' } },
  14: { message: 'Mend dev (#14)', files: { 'live/dev/broken.tf': null } },
  21: {
    message: 'Merge pull request #21 from acme/logs\n\nTake tags from the logs',
    merged: 'wip',
    files: { 'modules/logs/main.tf': bucket('logs', 'Name = "logs"') },
  },
  28: {
    message: 'Destroy with content (#28)',
    files: { 'live/prod/b28.tf': bucket('b28', whole, '  force_destroy = true\n') },
  },
  33: {
    message: 'Try something (#33)',
    files: { 'live/trial/main.tf': `${provider}${bucket('trial', 'Owner = "web"')}` },
  },
  34: { message: 'Take the trial away (#34)', files: { 'live/trial/main.tf': null } },
  // From here on dev has files of variables for two environments: it is two root modules of the same folder.
  36: { message: 'Prepare environments (#36)', files: { 'live/dev/a.tfvars': 'x = 1', 'live/dev/b.tfvars': 'x = 2' } },
  35: { message: 'Write the same again (#35)', files: { 'docs/x.md': 'x' } },
  41: {
    message: '\u001b[31m<img src=x> | `@everyone` [a](http://evil.example)\u202e (#41)',
    files: { 'live/prod/b41.tf': bucket('b41', 'Owner = "web"') },
  },
};
const count = 50;
const commits = Array.from({ length: count }, (_, index): MadeCommit => {
  const number = index + 1;
  return (
    special[number] ?? {
      message: `Add bucket ${number} (#${number})`,
      files: { [`live/prod/b${number}.tf`]: bucket(`b${number}`, whole) },
    }
  );
});

let folder: string;
let repository: string;
let result: PolicySimulation;
let json: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-simulate-'));
  repository = join(folder, 'repository');
  madeHistory(repository, commits);
  writeFileSync(join(repository, 'policies/all.yml'), newPolicies);
  json = (await tollgate([...history, '--format', 'json'])).out;
  result = JSON.parse(json);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command and gives what a shell would see. */
async function tollgate(args: readonly string[], workingFolder = repository) {
  let out = '';
  let err = '';
  const code = await run(args, {
    writeOut: (text) => {
      out += text;
    },
    writeError: (text) => {
      err += text;
    },
    color: false,
    environment: {},
    workingFolder,
    packsFolder: folder,
    pricesFolder: '',
    today: '2026-10-01',
  });
  return { code, out, err };
}

const simulate = ['policy', 'simulate', '--policy', 'policies', '--against', 'main:policies'];
const history = [...simulate, '--history', '50'];

async function simulation(args: readonly string[], workingFolder = repository): Promise<PolicySimulation> {
  const { code, out, err } = await tollgate([...args, '--format', 'json'], workingFolder);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

/** Flips as lines: `#7 live/prod buckets/keys aws_s3_bucket.b7 none → block live/prod/b7.tf:3`. */
function flipLines({ changes }: PolicySimulation): string[] {
  return changes.flatMap(({ pullRequest, id, parts }) =>
    parts.flatMap((part) =>
      part.kind === 'not-judged'
        ? []
        : part.flips.map(
            ({ policy, rule, subject, before, after, source }) =>
              `${pullRequest === null ? id : `#${pullRequest}`} ${part.name} ${policy}/${rule} ${subject.id} ${before?.effect} → ${after?.effect} ${source?.file}:${source?.startLine}`,
          ),
    ),
  );
}

describe('tollgate policy simulate --history', () => {
  it('gives exactly the verdicts that differ, the newest commit first', () => {
    expect(flipLines(result)).toEqual([
      '#41 live/prod buckets/keys aws_s3_bucket.b41 none → block live/prod/b41.tf:3',
      '#33 live/trial buckets/keys aws_s3_bucket.trial none → block live/trial/main.tf:11',
      '#28 live/prod private/no-destroy aws_s3_bucket.b28 block → warn live/prod/b28.tf:1',
      '#7 live/prod buckets/keys aws_s3_bucket.b7 none → block live/prod/b7.tf:3',
    ]);
    expect(result.totals).toEqual({
      changes: 50,
      judged: 46,
      unchanged: 2,
      incomplete: 2,
      blockedBefore: 2,
      blockedAfter: 4,
      newlyBlocked: 3,
      noLongerBlocked: 1,
      flips: 4,
    });
    expect(result.rules).toEqual([
      { policy: 'buckets', rule: 'keys', newlyBlocking: 3, noLongerBlocking: 0, other: 0, changes: 3 },
      { policy: 'private', rule: 'no-destroy', newlyBlocking: 0, noLongerBlocking: 1, other: 0, changes: 1 },
    ]);
  });

  it('names what was merged', () => {
    const { changes } = result;
    const shown = changes.map(({ pullRequest, title, date, status }) => ({ pullRequest, title, date, status }));
    expect(shown[0]).toEqual({
      pullRequest: 50,
      title: 'Add bucket 50',
      date: '2026-01-03T01:00:00Z',
      status: 'judged',
    });
    expect(shown[29]).toMatchObject({ pullRequest: 21, title: 'Take tags from the logs' });
    expect(shown[45]).toMatchObject({ pullRequest: 5, title: 'Describe it', status: 'unchanged' });
    expect(shown[49]).toMatchObject({ pullRequest: null, title: 'Begin', status: 'judged' });
  });

  it('tells why a commit could not be judged, and where', () => {
    const { changes } = result;
    const reasons = changes.flatMap(({ pullRequest, parts }) =>
      parts.flatMap((part) => (part.kind === 'judged' ? [] : [`#${pullRequest} ${part.name} ${part.reason}`])),
    );
    expect(reasons).toEqual([
      expect.stringMatching(
        /^#14 live\/dev Nobody knows what it changes, because what was there before has errors\. live\/dev\/broken\.tf:1:/,
      ),
      expect.stringMatching(/^#13 live\/dev live\/dev\/broken\.tf:1:/),
    ]);
  });

  it('judges a module in the root modules that call it', () => {
    const { changes } = result;
    const change = changes.find(({ pullRequest }) => pullRequest === 21);
    expect(change).toMatchObject({ before: 'blocked', after: 'blocked', parts: [{ name: 'live/dev', flips: [] }] });
  });

  it('judges a root module that is taken away as a change of what it had', () => {
    const change = result.changes.find(({ pullRequest }) => pullRequest === 34);
    expect(change).toMatchObject({ status: 'judged', parts: [{ kind: 'judged', name: 'live/trial' }] });
  });

  it('compares a root module with its folder before it was one', async () => {
    const change = result.changes.find(({ pullRequest }) => pullRequest === 36);
    expect(change?.parts.map(({ name }) => name)).toEqual(['live/dev (a)', 'live/dev (b)']);
    expect(change).toMatchObject({
      after: 'passed',
      parts: [
        { flips: [], quiet: [] },
        { flips: [], quiet: [] },
      ],
    });
  });

  it('judges a commit as it does alone, whatever was evaluated before it', async () => {
    for (const number of [50, 36, 34, 28, 21, 15, 14, 13, 1]) {
      const { changes } = await simulation([...simulate, '--history', '1', '--ref', `main~${count - number}`]);
      expect(changes).toEqual([result.changes[count - number]]);
    }
  });

  it('is about the root modules in one folder when one is given', async () => {
    const { totals } = await simulation([...simulate, '--history', '32', '--ref', 'main~18', 'live/dev']);
    expect(totals).toMatchObject({ changes: 32, judged: 2, incomplete: 2, unchanged: 28, flips: 0 });
  });

  it('begins where it is told', async () => {
    const later = await simulation([...simulate, '--history', '2', '--ref', 'main~9']);
    expect(later.changes.map(({ pullRequest }) => pullRequest)).toEqual([41, 40]);
  });

  it('writes text without what a title could do to a terminal', async () => {
    const { code, out } = await tollgate(history);
    expect(code).toBe(0);
    for (const character of ['\u001b', '\u202e']) expect(out).not.toContain(character);
    await expect(withoutHashes(out)).toMatchFileSnapshot('../../../test/golden/simulate.txt');
  });

  it('writes Markdown in which a title is only text', async () => {
    const { out } = await tollgate([...history, '--format', 'markdown']);
    await expect(withoutHashes(out)).toMatchFileSnapshot('../../../test/golden/simulate.md');
  });

  it('writes JSON that follows its schema, the same bytes every time', async () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../../../policy-engine/schema/policy-simulation.json', import.meta.url), 'utf8'),
    );
    const validate = new Ajv2020({ strict: true }).compile(schema);
    expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true);
    expect((await tollgate([...history, '--format', 'json'])).out).toBe(json);
  });

  it('fails on new blocks only when it is told to', async () => {
    expect((await tollgate([...simulate, '--history', '10', '--fail-on-newly-blocked'])).code).toBe(1);
    expect((await tollgate([...simulate, '--history', '5', '--fail-on-newly-blocked'])).code).toBe(0);
  });

  it('says where a shallow clone ends, and how to get more', async () => {
    const clone = join(folder, 'shallow');
    gitIn(folder, ['clone', '--quiet', '--depth=4', `file://${repository}`, clone]);
    const { changes, notices } = await simulation([...simulate, '--history', '10'], clone);
    expect(changes.map(({ pullRequest }) => pullRequest)).toEqual([50, 49, 48]);
    expect(notices).toEqual([
      expect.stringMatching(
        /^The clone is shallow: its history ends at [0-9a-f]{12}, after 3 commits .*git fetch --deepen/,
      ),
    ]);
  });
});

describe('tollgate policy simulate with inputs', () => {
  const inputs: Readonly<Record<string, string>> = {
    'prod/main.tf': provider + bucket('open', 'Owner = "web"'),
    'dev/main.tf': provider + bucket('fine', whole),
    'broken/main.tf': `${provider}resource "aws_s3_bucket" {\n`,
    'plans/small.json': JSON.stringify({
      format_version: '1.2',
      terraform_version: '1.13.4',
      resource_changes: [
        {
          address: 'aws_s3_bucket.planned',
          mode: 'managed',
          type: 'aws_s3_bucket',
          name: 'planned',
          provider_name: 'registry.terraform.io/hashicorp/aws',
          change: {
            actions: ['create'],
            before: null,
            after: { bucket: 'x', tags: { Owner: 'web' }, tags_all: { Owner: 'web' } },
            after_unknown: {},
          },
        },
      ],
    }),
    'plans/other.json': '{"name": "other"}',
  };
  let saved: string;

  beforeAll(() => {
    saved = join(folder, 'saved');
    for (const [path, content] of Object.entries(inputs)) {
      mkdirSync(dirname(join(saved, path)), { recursive: true });
      writeFileSync(join(saved, path), content);
    }
    // Without a change to compare with, a policy for changed resources judges all that may be.
    mkdirSync(join(saved, 'policies'));
    cpSync(join(repository, 'policies/all.yml'), join(saved, 'policies/new.yml'));
    writeFileSync(join(saved, 'policies/old.yml'), oldPolicies);
  });

  const compare = ['policy', 'simulate', '--policy', 'policies/new.yml', '--against', 'policies/old.yml'];

  it('judges plans, root modules, and folders with either', async () => {
    // A plan is looked for where the process runs.
    const main = join(import.meta.dirname, '../../main.ts');
    const args = [main, ...compare, '--inputs', 'plans', '--inputs', '.', '--format', 'json'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: saved, env: {}, encoding: 'utf8' });
    const result: PolicySimulation = JSON.parse(stdout);
    expect(result.changes.map(({ id, status, before, after }) => [id, status, before, after])).toEqual([
      ['plans/other.json', 'incomplete', null, null],
      ['plans/small.json', 'judged', 'passed', 'blocked'],
      ['broken', 'incomplete', null, null],
      ['dev', 'judged', 'passed', 'passed'],
      ['prod', 'judged', 'passed', 'blocked'],
    ]);
    expect(flipLines(result)).toEqual([
      'plans/small.json plans/small.json buckets/keys aws_s3_bucket.planned none → block undefined:undefined',
      'prod prod buckets/keys aws_s3_bucket.open none → block prod/main.tf:11',
    ]);
  });

  it('judges the current folder when nothing is named', async () => {
    expect(await simulation(compare, saved)).toEqual(await simulation([...compare, '--inputs', '.'], saved));
  });
});

describe('what cannot be followed ends with exit code 2 and one sentence', () => {
  it.each<[string, readonly string[], RegExp]>([
    [
      'one set of policies',
      ['--policy', 'policies'],
      /give the new ones with --policy and the old ones with --against/,
    ],
    ['no number', [...simulate.slice(2), '--history', 'x'], /--history needs a number of commits from 1 to 10,000/],
    ['a ref without a history', [...simulate.slice(2), '--ref', 'main'], /Give --history/],
    ['a commit that is not there', [...history.slice(2), '--ref', 'nope'], /This clone has no commit nope/],
    ['an option of git', [...history.slice(2), '--ref=--all'], /"--all" is no name of a commit/],
    [
      'an input that is not there',
      [...simulate.slice(2), '--inputs', 'nope'],
      /Cannot read .*nope: there is no such folder/,
    ],
    ['an option that is not there', ['--histroy', '5'], /unknown option/],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await tollgate(['policy', 'simulate', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});

/** Hashes depend on the version of nothing but this test; a golden file is easier to read without them. */
function withoutHashes(text: string): string {
  return text.replaceAll(/\b[0-9a-f]{10}\b/g, 'HASH______');
}
