import { type GitHub, type StagedPullRequest, startGitHub } from '@tollgate/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Files, openPullRequest, runGate } from './gate.ts';

let github: GitHub;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(async () => {
  expect(github.unimplemented).toEqual([]);
  expect(github.unknownFields).toEqual([]);
  await github.close();
});

const policy = (name: string, spec: string, more = '') =>
  `apiVersion: tollgate/v1\nkind: Policy\nmetadata: { name: ${name} }\nspec:\n  ${spec.replaceAll('\n', '\n  ')}\n${more}`;

const encrypted = policy(
  'volumes',
  `gate: resource
match: { resources: [aws_ebs_volume], changedOnly: true }
rules:
  - id: encrypted
    level: hard-mandatory
    assert: resource.values.encrypted
    message: The volume is not encrypted.`,
);
const tagged = policy(
  'owners',
  `gate: tags
match: { actions: [create, update] }
rules:
  - id: owner
    level: hard-mandatory
    tags: { Owner: { oneOf: [team-shop, team-data] } }`,
);
const exception = (expires: string) => `---
apiVersion: tollgate/v1
kind: Exception
metadata: { name: EX-7, created: 2026-09-01 }
spec:
  rule: volumes/encrypted
  scope: { resources: [aws_ebs_volume.new] }
  reason: It is gone by the end of the quarter.
  approver: team:security
  expires: ${expires}
`;

const volume = (name: string, body: string) => `resource "aws_ebs_volume" "${name}" {\n${body}}\n`;
/** A volume that is not encrypted, and whose size is 2. */
const plain = '  encrypted = false\n  size      = 2\n';
const owned = '  encrypted = true\n\n  tags = {\n    Owner = "team-shop"\n  }\n';
const base: Files = {
  'policies/volumes.yml': encrypted,
  'policies/owners.yml': tagged,
  'main.tf': volume('old', '  encrypted = false\n'),
};
const open = (change: Files, files: Files = base) => openPullRequest(github, files, change);

const comments = ({ repository, pullRequest }: StagedPullRequest) => github.comments(repository, pullRequest.number);
const reviewComments = ({ repository, pullRequest }: StagedPullRequest) =>
  github.reviewComments(repository, pullRequest.number);
const annotations = ({ repository, pullRequest }: StagedPullRequest) =>
  github
    .checkRuns(repository, pullRequest.headSha)
    .flatMap((run) => run.annotations.map(({ path, start_line, message }) => `${path}:${start_line} ${message}`));
const notices = (step: { annotations: readonly { level: string; message: string }[] }) =>
  step.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message);

describe('policies over a configuration', () => {
  const change = { 'main.tf': `${base['main.tf']}\n${volume('new', plain)}` };

  it('judge what the change does, on its lines, when the clone has the commit before it', async () => {
    const stage = await open(change);
    const { step } = await runGate(stage, { with: { policies: 'policies' }, depth: 2 });
    expect(step).toMatchObject({
      conclusion: 'failure',
      outputs: { outcome: 'blocked', violations: '2', unknown: '0', excepted: '0', suggestions: '0' },
    });
    expect(annotations(stage)).toEqual([
      expect.stringMatching(/^main\.tf:5 aws_ebs_volume\.new: The tag Owner is missing/),
      'main.tf:5 aws_ebs_volume.new: The volume is not encrypted.',
    ]);
    expect(comments(stage)).toMatchObject([
      { body: expect.stringContaining('**Policies: blocked.** 1 of 1 resource violates 2 of 2 rules.') },
    ]);
    expect(notices(step)).toEqual([]);
  });

  it('judge everything when it does not, and say what to fetch', async () => {
    const stage = await open(change);
    const { step } = await runGate(stage, { with: { policies: 'policies' } });
    expect(step.outputs).toMatchObject({ outcome: 'blocked', violations: '4' });
    expect(notices(step)).toEqual([
      'What this change does is not known, so all resources are judged, and exceptions that the change adds are not told from others: the clone does not have the commit before it. Give actions/checkout "fetch-depth: 2", or name the commit in the input "base-ref".',
    ]);
  });

  it('take the commit before the change from an input', async () => {
    const stage = await open(change);
    const { step } = await runGate(stage, { with: { policies: 'policies', 'base-ref': 'origin/main' }, depth: 0 });
    expect(step.outputs).toMatchObject({ violations: '2' });
  });

  it('come from another commit too, so that the change cannot change them', async () => {
    const stage = await open({
      ...change,
      'policies/volumes.yml': encrypted.replace('values.encrypted', 'values.size > 0'),
    });
    const { step } = await runGate(stage, { with: { policies: 'origin/main:policies/volumes.yml' }, depth: 0 });
    expect(step.outputs).toMatchObject({ outcome: 'blocked', violations: '1' });
  });

  it('have parameters', async () => {
    const spec = `gate: resource\nparams: { most: { type: number, default: 1 } }\nrules:\n  - id: size\n    assert: resource.values.size <= params.most`;
    const files = { ...change, 'policies/size.yml': policy('size', spec) };
    const stage = await open(files);
    const run = (params: string) => runGate(stage, { with: { policies: 'policies/size.yml', params } });
    expect((await run('')).step.outputs.violations).toBe('1');
    expect((await run('most=5')).step.outputs.violations).toBe('0');
  });

  it('come as ready packs with the action', async () => {
    const stage = await open(change);
    const { step } = await runGate(stage, { with: { policies: 'tags/required' } });
    expect(step.outputs.outcome).not.toBe('failed');
    expect(step.log).toContain('tags');
  });
});

describe('the step fails', () => {
  const change = { 'main.tf': volume('new', plain) };
  const advisory = {
    ...base,
    'policies/volumes.yml': encrypted.replace('hard-mandatory', 'advisory'),
  };
  it.each([
    ['blocked', 'blocked', 'failure', 'failure'],
    ['blocked', 'never', 'success', 'neutral'],
    ['warned', 'blocked', 'success', 'neutral'],
    ['warned', 'warned', 'failure', 'failure'],
  ])('%s, with fail-on: %s: %s', async (outcome, failOn, conclusion, check) => {
    const stage = await open(change, outcome === 'warned' ? advisory : base);
    const { step } = await runGate(stage, { with: { policies: 'policies/volumes.yml', 'fail-on': failOn } });
    expect(step).toMatchObject({ conclusion, outputs: { outcome } });
    expect(github.checkRuns(stage.repository, stage.pullRequest.headSha)).toMatchObject([{ conclusion: check }]);
  });

  it('whatever is asked for when the configuration cannot be evaluated', async () => {
    const stage = await open({ 'main.tf': 'resource "aws_ebs_volume" "new" {\n  size = nope.nope\n}\n' });
    const { step } = await runGate(stage, { with: { policies: 'policies', 'fail-on': 'never' } });
    expect(step).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'failed', violations: '0' } });
    expect(annotations(stage)).toEqual([expect.stringMatching(/^main\.tf:2 \.: /)]);
    expect(comments(stage)).toMatchObject([{ body: expect.stringContaining('1 root module could not be evaluated') }]);
  });
});

describe('exceptions', () => {
  const change = { 'main.tf': volume('new', '  encrypted = false\n  tags      = { Owner = "team-shop" }\n') };
  const files = (expires: string) => ({ ...base, 'exceptions/volumes.yml': exception(expires) });
  const given = { policies: 'policies', exceptions: 'exceptions' };

  it('let a violation pass, and are shown', async () => {
    const stage = await open(change, files('2026-12-20'));
    const { step } = await runGate(stage, { with: given, depth: 2 });
    expect(step).toMatchObject({
      conclusion: 'success',
      outputs: { outcome: 'passed', violations: '0', excepted: '1' },
    });
    expect(comments(stage)[0]?.body).toContain('EX-7');
  });

  it('that expired block again, and the report says so', async () => {
    const stage = await open(change, files('2026-11-19'));
    const { step } = await runGate(stage, { with: given, depth: 2 });
    expect(step).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'blocked', violations: '1' } });
    expect(comments(stage)[0]?.body).toContain('Exception EX-7 expired on 2026-11-19.');
  });

  it('that the change itself adds do not pass where a policy denies that, also when nobody can tell', async () => {
    const denying = encrypted.replace('spec:', 'spec:\n  exceptions: { sameChange: deny }');
    const stage = await open(
      { ...change, 'exceptions/volumes.yml': exception('2026-12-20') },
      { ...base, 'policies/volumes.yml': denying },
    );
    const known = await runGate(stage, { with: given, depth: 2 });
    expect(known.step.outputs).toMatchObject({ outcome: 'blocked', violations: '1' });
    const unknown = await runGate(stage, { with: given });
    expect(unknown.step).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'failed' } });
    expect(unknown.step.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^Policy "volumes" denies exceptions that the change itself adds, .* "fetch-depth: 2", or name/,
      ),
    ]);
  });

  it('of other tools are read', async () => {
    const list = '- rule: volumes/encrypted\n  reason: scratch\n  expires: 2026-12-20\n';
    const stage = await open({ ...change, 'list.yml': list });
    const { step } = await runGate(stage, { with: { policies: 'policies', 'import-exceptions': 'list:list.yml' } });
    expect(step.outputs).toMatchObject({ outcome: 'passed', excepted: '1' });
  });
});

describe('a baseline', () => {
  const known = (...addresses: readonly string[]) =>
    `apiVersion: tollgate/v1\nkind: Baseline\ncreated: 2026-11-01\nexpires: 2027-11-01\nviolations:\n  required-tags/keys: ${JSON.stringify(addresses)}\n`;
  const required = { 'required-tags': 'Owner', baseline: 'known.yml' };
  const bucket = (name: string) => `resource "aws_s3_bucket" "${name}" {}\n`;
  const old: Files = { 'main.tf': bucket('old'), 'known.yml': known('aws_s3_bucket.old') };

  it('lets what is known pass, and blocks what is new', async () => {
    const stage = await open({ 'main.tf': bucket('old') + bucket('new') }, old);
    const { step } = await runGate(stage, { with: required });
    expect(step.outputs).toMatchObject({ outcome: 'blocked', violations: '1', excepted: '1' });
    expect(annotations(stage)).toEqual([expect.stringMatching(/^main\.tf:2 aws_s3_bucket\.new: /)]);
  });

  it('of another commit cannot be changed by the change', async () => {
    const change = {
      'main.tf': bucket('old') + bucket('new'),
      'known.yml': known('aws_s3_bucket.old', 'aws_s3_bucket.new'),
    };
    const stage = await open(change, old);
    const own = await runGate(stage, { with: required, depth: 0 });
    expect(own.step.outputs).toMatchObject({ outcome: 'passed', excepted: '1' });
    const { step } = await runGate(stage, { with: { ...required, baseline: 'origin/main:known.yml' }, depth: 0 });
    expect(step.outputs).toMatchObject({ outcome: 'blocked', violations: '1', excepted: '0' });
  });

  it('of each root module counts for its own resources', async () => {
    const stage = await open(
      { 'README.md': 'x\n' },
      {
        'live/dev/main.tf': bucket('old'),
        'live/dev/known.yml': known('aws_s3_bucket.old'),
        'live/prod/main.tf': bucket('old'),
      },
    );
    const { step } = await runGate(stage, { with: { ...required, path: 'live/*' } });
    expect(step.outputs).toMatchObject({ outcome: 'blocked', violations: '1', excepted: '1' });
    expect(annotations(stage)).toEqual([
      expect.stringMatching(/^live\/prod\/main\.tf:1 live\/prod:aws_s3_bucket\.old: /),
    ]);
  });

  it('that is not there fails the step', async () => {
    const stage = await open({ 'README.md': 'x\n' }, { 'main.tf': bucket('old') });
    const { step } = await runGate(stage, { with: required });
    expect(step).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'failed' } });
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining('There is no baseline known.yml, neither in the workspace nor in a root module.'),
    ]);
  });
});

describe('the schemas of the providers', () => {
  const schema = JSON.stringify({
    format_version: '1.0',
    provider_schemas: {
      'registry.terraform.io/acme/acme': {
        resource_schemas: {
          acme_thing: { version: 0, block: { attributes: { tags: { type: ['map', 'string'], optional: true } } } },
        },
      },
    },
  });
  const things: Files = { 'main.tf': 'resource "acme_thing" "a" {}\n' };

  it('say which types carry tags, also of providers that nobody knows', async () => {
    const stage = await open({ 'schema.json': schema }, things);
    const given = { 'required-tags': 'Owner' };
    const without = await runGate(stage, { with: given });
    expect(without.step.outputs).toMatchObject({ outcome: 'passed', violations: '0' });
    const { step } = await runGate(stage, { with: { ...given, 'provider-schema': 'schema.json' } });
    expect(step.outputs).toMatchObject({ outcome: 'blocked', violations: '1' });
  });

  it('are not read through a link that the change puts there', async () => {
    const stage = await open({ 'README.md': 'x\n' }, things);
    const given = { 'required-tags': 'Owner', 'provider-schema': 'schema.json' };
    const { step } = await runGate(stage, { with: given, before: 'ln -s .git/config schema.json' });
    expect(step).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'failed' } });
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining('Input "provider-schema" names schema.json, and there is no such file in the workspace.'),
    ]);
  });
});

describe('suggestions', () => {
  const given = { policies: 'policies/owners.yml', suggestions: 'true' };
  const wrong = volume('new', '  size = 2\n\n  tags = {\n    owner = "team-shop"\n  }\n');
  const change = { 'main.tf': `${base['main.tf']}\n${wrong}` };

  /** What GitHub makes of a click on "Apply suggestion". */
  function applied(stage: StagedPullRequest, text: string): string {
    const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    for (const { body, line, startLine } of reviewComments(stage).toReversed()) {
      const [, , block = ''] = /^(`{3,})suggestion\n(.*?)^\1$/ms.exec(body) ?? [];
      lines.splice((startLine ?? line ?? 1) - 1, (line ?? 1) - (startLine ?? line ?? 1) + 1, block);
    }
    return lines.join('');
  }

  it('are made on the lines of the change, applied with a click, and green then', async () => {
    const stage = await open(change);
    const { step } = await runGate(stage, { with: given, depth: 0 });
    expect(step.outputs).toMatchObject({ outcome: 'blocked', violations: '1', suggestions: '1' });
    const [made, ...others] = reviewComments(stage);
    expect(others).toEqual([]);
    expect(made).toMatchObject({ path: 'main.tf', line: 9, side: 'RIGHT', author: 'github-actions[bot]' });
    expect(made?.body.split('\n').slice(1)).toEqual([
      '`aws_ebs_volume.new`: write the tag `owner` as `Owner` (`owners/owner`)',
      '',
      '```suggestion',
      '    Owner = "team-shop"',
      '```',
    ]);
    const mended = applied(stage, change['main.tf']);
    expect(mended).toBe(change['main.tf'].replace('owner =', 'Owner ='));
    const pushed = await stage.push({ 'main.tf': mended });
    const second = await runGate(pushed, { with: given, depth: 0 });
    expect(second.step).toMatchObject({ conclusion: 'success', outputs: { outcome: 'passed', suggestions: '0' } });
    expect(reviewComments(stage)).toHaveLength(1);
  });

  it('are made once, however often the gate runs', async () => {
    const stage = await open(change);
    await runGate(stage, { with: given, depth: 2 });
    const pushed = await stage.push({ 'README.md': 'More.\n', 'main.tf': `# first\n${change['main.tf']}` });
    await runGate(pushed, { with: given, depth: 2 });
    expect(reviewComments(stage)).toHaveLength(1);
  });

  it('keep the line ends of the file', async () => {
    const text = change['main.tf'].replaceAll('\n', '\r\n');
    const stage = await open(
      { 'main.tf': text },
      { ...base, 'main.tf': (base['main.tf'] ?? '').replaceAll('\n', '\r\n') },
    );
    await runGate(stage, { with: given, depth: 2 });
    expect(reviewComments(stage)[0]?.body).toContain('```suggestion\n    Owner = "team-shop"\r\n```');
    expect(applied(stage, text)).toBe(text.replace('owner =', 'Owner ='));
  });

  it('that only add take a line beside them along', async () => {
    const one = tagged.replace('[team-shop, team-data]', '[team-shop]');
    const stage = await open(
      { 'main.tf': `${base['main.tf']}\n${volume('new', plain)}` },
      { ...base, 'policies/owners.yml': one },
    );
    await runGate(stage, { with: given, depth: 2 });
    const after = applied(stage, `${base['main.tf']}\n${volume('new', plain)}`);
    expect(after).toMatch(/size {6}= 2\n[^}]*tags = \{\n {4}Owner = "team-shop"\n {2}\}\n\}\n$/);
  });

  it('are not made for lines that the change does not show', async () => {
    const far = `${wrong.replace('new', 'far')}${'\n'.repeat(20)}`;
    const stage = await open({ 'main.tf': `${far}${wrong}` }, { ...base, 'main.tf': far });
    const { step } = await runGate(stage, {
      with: { ...given, policies: 'policies/owners.yml', 'base-ref': '' },
      depth: 1,
    });
    expect(step.outputs).toMatchObject({ violations: '2', suggestions: '0' });
    expect(notices(step)).toContainEqual(expect.stringMatching(/^No edits are suggested: the clone does not have/));
    const whole = await runGate(stage, { with: given, depth: 2 });
    expect(whole.step.outputs).toMatchObject({ violations: '1', suggestions: '1' });
    expect(reviewComments(stage).map(({ line }) => line)).toEqual([32]);
  });

  it('hold text of the pull request as it is, without effect', async () => {
    const evil = 'x\\n```\\n@octocat <b>';
    const hostile = volume(
      'new',
      `  tags = {\n    owner = "team-shop"\n    Note  = "\`\`\`\`suggestion ${evil}"\n  }\n`,
    );
    const stage = await open({ 'main.tf': `${base['main.tf']}\n${hostile}` });
    await runGate(stage, { with: given, depth: 2 });
    expect(reviewComments(stage)).toHaveLength(1);
    const text = `${base['main.tf']}\n${hostile}`;
    expect(applied(stage, text)).toBe(text.replace('owner =', 'Owner ='));
  });
});

describe('a pull request from a fork', () => {
  it('keeps verdict, summary and outputs; the rest is left out with one notice', async () => {
    const stage = await openPullRequest(
      github,
      base,
      { 'main.tf': volume('new', '  encrypted = false\n  tags      = { owner = "team-shop" }\n') },
      { forkOwner: 'mallory' },
    );
    const { step, job } = await runGate(stage, { with: { policies: 'policies', suggestions: 'true' }, depth: 2 });
    expect(step).toMatchObject({
      conclusion: 'failure',
      outputs: { outcome: 'blocked', violations: '2', suggestions: '1' },
    });
    expect(job.summary).toContain('Policies: blocked.');
    expect([comments(stage), reviewComments(stage)]).toEqual([[], []]);
    expect(notices(step)).toEqual([
      expect.stringMatching(/fork may only read, so the comment, the check run and the suggestion were left out\./),
    ]);
  });
});

describe('several root modules', () => {
  const roots: Files = {
    'policies/volumes.yml': encrypted,
    'live/dev/main.tf': volume('data', plain),
    'live/prod/main.tf': volume('data', owned),
    'modules/x/main.tf': 'variable "a" {}\n',
  };

  it('are one decision, in which the same address is two resources', async () => {
    const stage = await open({ 'README.md': 'x\n' }, roots);
    const { step } = await runGate(stage, { with: { policies: 'policies', path: 'live/dev\nlive/prod' } });
    expect(step.outputs).toMatchObject({ outcome: 'blocked', violations: '1' });
    expect(annotations(stage)).toEqual([
      'live/dev/main.tf:1 live/dev:aws_ebs_volume.data: The volume is not encrypted.',
    ]);
    expect(comments(stage)).toHaveLength(1);
    expect(comments(stage)[0]?.body).toContain('1 of 2 resources violates');
  });

  it.each([
    ['live/*', ['live/dev:aws_ebs_volume.data', 'live/prod:aws_ebs_volume.data']],
    ['live/*\n!live/dev', ['aws_ebs_volume.data']],
    ['auto', ['live/dev:aws_ebs_volume.data', 'live/prod:aws_ebs_volume.data']],
  ])('are found by %j', async (path, subjects) => {
    const stage = await open({ 'README.md': 'x\n' }, roots);
    const { after } = await runGate(stage, { with: { policies: 'policies', path, 'json-file': 'report.json' } });
    const { verdicts }: { verdicts: { subject: { id: string } }[] } = JSON.parse(after);
    expect(verdicts.map(({ subject }) => subject.id)).toEqual(subjects);
  });

  it('of which one is broken fail, and the others are still judged', async () => {
    const stage = await open(
      { 'live/prod/main.tf': 'resource "aws_ebs_volume" "data" {\n  size = nope.a.b\n}\n' },
      roots,
    );
    const { step } = await runGate(stage, { with: { policies: 'policies', path: 'live/*' } });
    expect(step).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'failed', violations: '1' } });
    expect(annotations(stage)).toEqual(
      [
        expect.stringMatching(/^live\/prod\/main\.tf:2 live\/prod: /),
        'live/dev/main.tf:1 live/dev:aws_ebs_volume.data: The volume is not encrypted.',
      ].toSorted(),
    );
    const [comment] = comments(stage);
    expect(comment?.body).toContain('1 root module could not be evaluated.');
    expect(comment?.body).toContain('live/dev:aws_ebs_volume.data');
  });

  it('that were broken before the change are judged whole, with a notice', async () => {
    const broken = { ...roots, 'live/prod/main.tf': 'resource "a" "b" { size = nope.a.b }\n' };
    const stage = await open({ 'live/prod/main.tf': volume('data', plain) }, broken);
    const { step } = await runGate(stage, { with: { policies: 'policies', path: 'live/*' }, depth: 2 });
    expect(step.outputs).toMatchObject({ outcome: 'blocked', violations: '1' });
    expect(annotations(stage)).toEqual([expect.stringMatching(/^live\/prod\/main\.tf:1 live\/prod:/)]);
    expect(notices(step)).toEqual([
      expect.stringMatching(/^What the change does in live\/prod is not known, so all of it/),
    ]);
  });

  it('that are new are all change', async () => {
    const stage = await open({ 'live/test/main.tf': volume('data', plain) }, roots);
    const { step } = await runGate(stage, { with: { policies: 'policies', path: 'live/*' }, depth: 2 });
    expect(step.outputs).toMatchObject({ outcome: 'blocked', violations: '1' });
    expect(notices(step)).toEqual([]);
  });

  it('are suggested edits of, each at its own lines', async () => {
    const wrong = volume('data', '  tags = {\n    owner = "team-shop"\n  }\n');
    const stage = await open(
      { 'live/dev/main.tf': wrong, 'live/prod/main.tf': `\n${wrong}` },
      { ...roots, 'policies/owners.yml': tagged },
    );
    await runGate(stage, { with: { policies: 'policies/owners.yml', path: 'live/*', suggestions: 'true' }, depth: 2 });
    expect(reviewComments(stage).map(({ path, line }) => `${path}:${line}`)).toEqual([
      'live/dev/main.tf:3',
      'live/prod/main.tf:4',
    ]);
  });
});

describe('files for other tools', () => {
  const change = { 'main.tf': volume('new', plain) };

  it('are written where the inputs say', async () => {
    const stage = await open(change);
    const files = { 'sarif-file': 'report.sarif', 'junit-file': 'report.xml', 'json-file': 'report.json' };
    const { step, after } = await runGate(stage, { with: { policies: 'policies/volumes.yml', ...files } });
    expect(step.outputs).toMatchObject({
      report: 'report.json',
      'sarif-file': 'report.sarif',
      'junit-file': 'report.xml',
    });
    expect(after).toContain('"ruleId": "volumes/encrypted"');
    expect(after).toMatch(/<testcase name="encrypted: aws_ebs_volume\.new"/);
    expect(after).toContain('"kind": "Decision"');
  });

  it('are not written through a link that the change puts there', async () => {
    const { step, job } = await runGate(await open(change), {
      with: { policies: 'policies/volumes.yml', 'sarif-file': 'out/report.sarif' },
      depth: 2,
      before: 'mkdir elsewhere && ln -s elsewhere out',
    });
    expect(step).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'failed' } });
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The file out\/report\.sarif was not written: it is reached by a link\./),
    ]);
    expect(job.faults).toEqual([]);
  });
});

describe('overrides', () => {
  const soft = encrypted.replace(
    'level: hard-mandatory',
    'level: soft-mandatory\n      override: { approvers: ["team:security"] }',
  );
  const override = (commit: string) => `apiVersion: tollgate/v1
kind: Override
metadata: { name: OV-1 }
spec:
  rule: volumes/encrypted
  reason: Needed today.
  approver: user:rita
  teams: [team:security]
  at: 2026-11-20T09:00:00Z
  commit: "${commit}"
`;

  it('count for the head of the pull request that they approve, from a branch that the change cannot write to', async () => {
    const stage = await open({ 'main.tf': volume('new', plain) }, { ...base, 'policies/volumes.yml': soft });
    const run = () =>
      runGate(stage, {
        with: { policies: 'policies/volumes.yml', overrides: 'origin/approvals:overrides' },
        depth: 0,
      });
    const approve = (commit: string) =>
      github.commit(stage.repository, { branch: 'approvals', files: { 'overrides/ov-1.yml': override(commit) } });
    await approve('0'.repeat(40));
    expect((await run()).step.outputs.outcome).toBe('blocked');
    await approve(stage.pullRequest.headSha);
    expect((await run()).step.outputs.outcome).toBe('warned');
  });
});

describe('plans', () => {
  const planOf = (encrypted: boolean) => {
    const after = { encrypted, size: 1, tags: null, tags_all: {} };
    const change = {
      actions: ['create'],
      before: null,
      after,
      after_unknown: {},
      before_sensitive: false,
      after_sensitive: {},
    };
    const provider = 'registry.terraform.io/hashicorp/aws';
    const names = { address: 'aws_ebs_volume.data', mode: 'managed', type: 'aws_ebs_volume', name: 'data' };
    return JSON.stringify({
      format_version: '1.2',
      terraform_version: '1.13.4',
      planned_values: { root_module: {} },
      resource_changes: [{ ...names, provider_name: provider, change }],
      configuration: { root_module: {} },
    });
  };
  const files: Files = {
    'policies/volumes.yml': encrypted,
    'dev.json': planOf(false),
    'prod.json': planOf(true),
    'live/dev/main.tf': `\n${volume('data', plain)}`,
    'live/prod/main.tf': volume('data', owned),
  };

  it('of several root modules go with them line by line', async () => {
    const stage = await open({ 'README.md': 'x\n' }, files);
    const { step } = await runGate(stage, {
      with: { policies: 'policies', 'plan-file': 'dev.json\nprod.json', path: 'live/dev\nlive/prod' },
    });
    expect(step.outputs).toMatchObject({ outcome: 'blocked', violations: '1' });
    expect(annotations(stage)).toEqual([
      'live/dev/main.tf:2 live/dev:aws_ebs_volume.data: The volume is not encrypted.',
    ]);
  });

  it('that cannot be read fail, and the others are still judged', async () => {
    const stage = await open({ 'prod.json': '{' }, files);
    const { step } = await runGate(stage, {
      with: { policies: 'policies', 'plan-file': 'dev.json\nprod.json', path: 'live/dev\nlive/prod' },
    });
    expect(step.outputs).toMatchObject({ outcome: 'failed', violations: '1' });
    expect(comments(stage)[0]?.body).toMatch(/`live\/prod` \| Cannot read the plan prod\.json/);
  });
});
