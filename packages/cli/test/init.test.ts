import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findRootModules, folderTree } from '@tollgate/terraform';
import { checkUses, formatProblem, lintWorkflow, parseWorkflow } from '@tollgate/testkit';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actionContracts } from '../../../scripts/action-contracts.ts';
import { gateSetups } from '../src/init/plan/gate-setups.ts';
import { inShell } from './shell.ts';

const project = join(import.meta.dirname, '../../..');
const workflow = '.github/workflows/tollgate.yml';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const allFiles = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** Runs the command in a folder of the repository, where nobody can be asked, and gives what a shell would see. */
async function tollgate(args: readonly string[], below = '.') {
  return inShell(args, { workingFolder: join(folder, below) });
}
const init = (...args: string[]) => tollgate(['init', ...args]);

const bucket = (name: string, tags: string) =>
  `resource "aws_s3_bucket" "${name}" {\n  bucket = "${name}"\n  tags   = { ${tags} }\n}\n`;
const single = {
  'main.tf': `provider "aws" { region = "eu-west-1" }\n${bucket('a', 'Owner = "web", CostCenter = "1"')}${bucket('b', 'Owner = "web", CostCenter = "2"')}${bucket('c', 'Team = "web"')}`,
};
const clone = {
  '.git/config': '[remote "origin"]\n\turl = git@github.com:acme/shop.git\n',
  '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/main\n',
};
const usage = 'version: 0.1\nresource_usage:\n  aws_s3_bucket.a:\n    standard:\n      storage_gb: 10\n';

/** What GitHub, actionlint and the actions themselves have against the workflow that was written. */
async function workflowProblems(): Promise<string[]> {
  const text = read(workflow);
  const found = await Promise.all([
    parseWorkflow(text, workflow),
    lintWorkflow(text, workflow),
    checkUses(text, workflow, actionContracts(project)),
  ]);
  return found.flat().map(formatProblem);
}

describe('tollgate init in a repository with one root module', () => {
  beforeEach(() => put({ ...single, ...clone }));

  it('tells what it found and wrote, and what to do next', async () => {
    const { code, out, err } = await init();
    expect(out).toMatchInlineSnapshot(`
      "Found
        Repository    acme/shop on github.com
        Root modules  .
        Resources     3 of aws
        Tags of aws   CostCenter 2 of 3, Owner 2 of 3, Team 1 of 3

      Written
        .github/workflows/tollgate.yml  runs the gates tags and cost on pull requests
        policies/tags.yml               requires CostCenter and Owner on aws_*
        usage.yml                       asks for 9 amounts of use that no configuration tells

      Next: see what the gates say today
        tollgate check . --policy policies/tags.yml
        tollgate cost . --usage-file usage.yml

      Then commit the files and open a pull request: the gates run on it.
      "
    `);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('writes files that a newcomer can read', async () => {
    await init();
    expect(read(workflow)).toMatchInlineSnapshot(`
      "# Written by tollgate init; change it as you like, it is not written again.
      name: Tollgate
      on: pull_request

      permissions: {} # each job has its own

      jobs:
        tags:
          runs-on: ubuntu-latest
          permissions:
            contents: read # to check out
            pull-requests: write # to comment
            checks: write # to annotate the lines
          steps:
            - uses: actions/checkout@v5
              with:
                fetch-depth: 2 # the commit before the change: what it was
            - uses: tollgate/tollgate/actions/tag-policy@v1
              with:
                # The root modules that are found, or that tollgate.yml names.
                path: auto
                # A pull request can change it. Once it is on main: origin/main:policies/tags.yml, with fetch-depth: 0.
                policies: policies/tags.yml

        cost:
          runs-on: ubuntu-latest
          permissions:
            contents: read # to check out
            pull-requests: write # to comment
            checks: write # to annotate the lines
          steps:
            - uses: actions/checkout@v5
              with:
                fetch-depth: 2 # the commit before the change: what it was
            - uses: tollgate/tollgate/actions/cost-impact@v1
              with:
                # The root modules that are found, or that tollgate.yml names.
                path: auto
                # A ready pack. Its limits are parameters, for the input params.
                policies: cost/limits
                # What is billed by usage, a month.
                usage-file: usage.yml
      "
    `);
    expect(read('policies/tags.yml')).toMatchInlineSnapshot(`
      "# Tags that resources must carry. Written by tollgate init; change it as you like, it is not written again.
      # A rule of the level hard-mandatory blocks, an advisory one only tells. Without changedOnly, resources that the change does
      # not touch are judged as well.
      apiVersion: tollgate/v1
      kind: Policy
      metadata:
        name: tags
        version: 1.0.0
      spec:
        gate: tags
        match:
          changedOnly: true
        rules:
          - id: aws-keys
            level: hard-mandatory
            description: Resources carry the tags that this repository requires.
            remedy: Add what is missing to the resource, or to the default tags of its provider.
            match:
              resources:
                - aws_*
            tags:
              CostCenter: {}
              Owner: {}
      "
    `);
  });

  it('writes a workflow that GitHub and the actions accept', async () => {
    await init();
    expect(await workflowProblems()).toEqual([]);
  });

  it('writes a policy and a usage file that can be used at once', async () => {
    await init();
    const { code, out } = await tollgate(['check', '.', '--policy', 'policies/tags.yml']);
    expect(out).toMatch(/aws_s3_bucket\.c .*Owner/);
    expect(out).not.toContain('aws_s3_bucket.a');
    expect(code).toBe(1);
    expect((await tollgate(['policy', 'lint'])).out).toMatch(/1 warning .*\n.*untested/s);
    const file = join(folder, 'usage.yml');
    const cost = () => tollgate(['cost', '.', '--usage-file', file, '--max-price-age', '9999']);
    expect(await cost()).toMatchObject({ code: 0, err: '' });
    writeFileSync(file, read('usage.yml').replace('storage_gb:', 'storage_gb: 1000'));
    expect((await cost()).out).toContain('1,000 GB');
  });

  it('changes nothing in a second run', async () => {
    await init();
    const before = allFiles().map((path) => [path, read(path)]);
    const { code, out } = await init();
    expect(out).toContain('There already, as planned\n  .github/workflows/tollgate.yml');
    expect(out).not.toContain('Written');
    expect(allFiles().map((path) => [path, read(path)])).toEqual(before);
    expect(code).toBe(0);
  });

  it('leaves alone what is there with other content, and shows how to compare', async () => {
    put({ 'policies/tags.yml': '# mine\n' });
    const { out } = await init();
    expect(out).toContain(
      'There already with other content, and left alone\n  policies/tags.yml  see the difference: tollgate init --print policies/tags.yml | diff policies/tags.yml -\n',
    );
    expect(read('policies/tags.yml')).toBe('# mine\n');
    const printed = await init('--print', 'policies/tags.yml');
    expect(printed.out).toContain('kind: Policy');
    expect(read('policies/tags.yml')).toBe('# mine\n');
  });

  it.each<[string, string[], string[]]>([
    ['one gate', ['--gates', 'tags'], [workflow, 'policies/tags.yml']],
    ['no workflow', ['--no-workflow'], ['policies/tags.yml', 'usage.yml']],
    ['all gates', ['--gates', 'cost, tags', '--yes'], [workflow, 'policies/tags.yml', 'usage.yml']],
    ['nothing in a dry run', ['--dry-run'], []],
  ])('writes by options: %s', async (_, options, files) => {
    const before = allFiles();
    expect(await init(...options)).toMatchObject({ code: 0, err: '' });
    expect(allFiles().filter((file) => !before.includes(file))).toEqual(files);
  });

  it('requires the tags that an option names', async () => {
    await init('--required-tags', 'Team,Stage');
    expect(read('policies/tags.yml')).toContain('tags:\n        Team: {}\n        Stage: {}\n');
    const { out } = await tollgate(['check', '.', '--policy', 'policies/tags.yml']);
    expect(out).toContain('tags/keys (hard-mandatory): 3 violations');
  });

  it('gives JSON that follows its schema', async () => {
    const { out } = await init('--format', 'json', '--dry-run');
    const schema = JSON.parse(readFileSync(join(project, 'packages/cli/schema/init-report.json'), 'utf8'));
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    expect(validate(JSON.parse(out)) ? null : validate.errors).toBeNull();
    expect(JSON.parse(out)).toMatchObject({
      repository: { defaultBranch: 'main', remote: { host: 'github.com', repository: 'acme/shop' } },
      gates: ['tags', 'cost'],
      written: false,
    });
    expect(existsSync(join(folder, workflow))).toBe(false);
  });

  it('names files from the folder in which it runs, and writes at the top', async () => {
    mkdirSync(join(folder, 'docs'));
    const { out } = await tollgate(['init'], 'docs');
    expect(out).toContain('  ../policies/tags.yml  ');
    expect(out).toContain('  tollgate check .. --policy ../policies/tags.yml\n');
    expect(existsSync(join(folder, workflow))).toBe(true);
  });

  it.each<[string, string[], string]>([
    ['a gate that does not exist', ['--gates', 'tags,cots'], '--gates has "cots", and the gates are tags, cost.'],
    [
      'a file that it would not write',
      ['--print', 'main.tf'],
      'tollgate init would not write main.tf. Print one of these: .github/workflows/tollgate.yml, policies/tags.yml, usage.yml.',
    ],
    ['a folder that is not there', ['nowhere'], 'There is no folder nowhere.'],
  ])('refuses %s', async (_, args, message) => {
    const before = allFiles();
    const { code, out, err } = await init(...args);
    expect(err).toContain(message);
    expect({ code, out, files: allFiles() }).toEqual({ code: 2, out: '', files: before });
  });
});

describe('tollgate init by what is in the repository', () => {
  it('writes nothing where there is nothing to judge', async () => {
    const { code, out, err } = await init();
    expect(err).toBe(
      'There is no Terraform configuration in this repository, and nothing for a gate to judge. Run tollgate init when there is.\n',
    );
    expect({ code, out, files: allFiles() }).toEqual({ code: 2, out: '', files: [] });
  });

  it('looks at every root module of a monorepo, each with the variables of its environments', async () => {
    const module = 'variable "tags" { default = {} }\nresource "aws_sqs_queue" "q" { tags = var.tags }\n';
    put({
      ...clone,
      'modules/queue/main.tf': module,
      'live/main.tf':
        'provider "aws" { region = var.region }\nvariable "region" {}\nmodule "q" {\n  source = "../modules/queue"\n  tags   = { Owner = "web" }\n}\n',
      'live/env/dev.tfvars': 'region = "eu-west-1"\n',
      'live/env/prod.tfvars': 'region = "us-east-1"\n',
      'data/main.tf':
        'provider "google" { region = "europe-west1" }\nresource "google_storage_bucket" "b" {\n  name     = "b"\n  location = "EU"\n}\n',
    });
    const { out } = await init();
    expect(out).toMatchInlineSnapshot(`
      "Found
        Repository    acme/shop on github.com
        Root modules  data, live (dev), live (prod)
        Resources     2 of aws, 1 of google
        Tags of aws   Owner 2 of 2

      Written
        .github/workflows/tollgate.yml  runs the gates tags and cost on pull requests
        policies/tags.yml               requires Owner on aws_* and asks for owner on google_* without blocking
        usage.yml                       asks for 2 amounts of use that no configuration tells

      Next: see what the gates say today
        tollgate check data --policy policies/tags.yml
        tollgate cost data --usage-file usage.yml

      Then commit the files and open a pull request: the gates run on it.
      "
    `);
    expect(await workflowProblems()).toEqual([]);
    expect(existsSync(join(folder, 'tollgate.yml'))).toBe(false);
    expect(read('usage.yml').match(/module\.q\.aws_sqs_queue\.q:/g)).toHaveLength(1);
    const { code } = await tollgate(['check', 'live', '--policy', 'policies/tags.yml']);
    expect(code).toBe(0);
  });

  it('names the root modules of another tool in tollgate.yml, when they are not found without it', async () => {
    put({
      ...single,
      'infracost.yml':
        'version: 0.1\nprojects:\n  - path: stacks/api\n    name: "api: #1"\n    terraform_var_files: [../shared.tfvars]\n    terraform_workspace: prod\n    usage_file: costs.yml\n',
      'stacks/api/main.tf': bucket('api', ''),
      'stacks/shared.tfvars': '',
      'costs.yml': usage,
    });
    const { out } = await init();
    expect(out).toContain('  tollgate.yml                    names the root modules as infracost.yml does\n');
    expect(read('tollgate.yml')).toMatchInlineSnapshot(`
      "# Root modules, as infracost.yml names them. Written by tollgate init; change it as you like, it is not written again.
      roots:
        - path: stacks/api
          name: "api: #1"
          workspace: prod
          varFiles:
            - ../shared.tfvars
        # Found as well, and not named in infracost.yml:
        # - path: .
      "
    `);
    expect(await findRootModules(folderTree(folder))).toEqual([
      { name: 'api: #1', path: 'stacks/api', workspace: 'prod', varFiles: ['stacks/shared.tfvars'] },
    ]);
    expect(read(workflow)).toContain('usage-file: costs.yml\n');
    expect(out).toContain(
      '  tollgate cost stacks/api --usage-file costs.yml --var-file stacks/shared.tfvars --workspace prod\n',
    );
    const before = allFiles();
    expect((await init()).out).not.toContain('Written');
    expect(allFiles()).toEqual(before);
  });

  it('uses the usage file that is there, and says of others that they are not used', async () => {
    put({ ...single, 'infracost-usage.yml': usage, 'more.yaml': usage });
    const { out } = await init('--gates', 'cost');
    expect(out).toContain('The workflow takes one usage file, infracost-usage.yml. Not used: more.yaml.');
    expect(read(workflow)).toContain('usage-file: infracost-usage.yml\n');
    expect(existsSync(join(folder, 'usage.yml'))).toBe(false);
  });

  it('writes no usage file when nothing is billed by usage', async () => {
    put({ 'main.tf': 'provider "aws" { region = "eu-west-1" }\nresource "aws_iam_role" "r" { name = "r" }\n' });
    await init();
    expect(existsSync(join(folder, 'usage.yml'))).toBe(false);
    expect(read(workflow)).not.toContain('usage-file');
    expect(await workflowProblems()).toEqual([]);
  });

  it('tells that a workflow needs a repository on GitHub', async () => {
    put(single);
    expect((await init('--dry-run')).out).toContain('This folder is in no git repository');
    put({ '.git/config': '[remote "origin"]\n\turl = https://gitlab.com/acme/shop.git\n' });
    expect((await init('--dry-run')).out).toContain('The repository is on gitlab.com');
    expect((await init('--dry-run', '--no-workflow')).out).not.toContain('gitlab.com:');
  });

  it('leaves out the gates that a workflow runs already', async () => {
    cpSync(join(project, 'examples/pull-request/head'), folder, { recursive: true });
    const { out } = await init();
    expect(out).toContain(
      'The gate tags runs already, in .github/workflows/tag-policy.yml: nothing is written for it.',
    );
    expect(read(workflow)).not.toContain('tag-policy');
    expect(existsSync(join(folder, 'policies'))).toBe(false);
    expect(await workflowProblems()).toEqual([]);
    const none = await init('--gates', 'tags');
    expect(none.out).not.toMatch(/Written|Next/);
  });

  it('tells which root modules cannot be evaluated, and looks at the others', async () => {
    put({
      'a/main.tf': single['main.tf'],
      'b/main.tf': 'provider "aws" { region = "x" }\nresource "aws_s3_bucket" "b" {\n',
    });
    const { code, out } = await init();
    expect(out).toMatch(
      /The root module b cannot be evaluated, and its gates will fail until it is mended: b\/main\.tf:/,
    );
    expect(out).toContain('  tollgate check a --policy policies/tags.yml\n');
    expect(code).toBe(0);
  });
});

describe('tollgate init in a hostile repository', () => {
  it('writes names as data', async () => {
    const name = 'x\n    run: evil #${{ secrets.A }}';
    put({
      ...single,
      [`${name}.yml`]: usage,
      "it's/main.tf": 'provider "aws" { region = "eu-west-1" }\n',
      'infracost.yml': `projects:\n  - path: ${JSON.stringify("it's")}\n    name: ${JSON.stringify('\u001b[2J\n  - path: evil')}\n    terraform_workspace: "a b"\n`,
      'tags.tf': `${bucket('d', '"a: b #\\n- c" = "1", "__proto__" = "2"')}${bucket('e', '"a: b #\\n- c" = "1", "__proto__" = "2"')}`,
    });
    const { code, out } = await init();
    expect(code).toBe(0);
    expect(out).not.toContain('\u001b');
    expect(out).not.toMatch(/^ *run: evil/m);
    expect(out).toContain(`tollgate check 'it'\\''s' --policy policies/tags.yml --workspace 'a b'\n`);
    expect(read(workflow)).not.toContain('evil');
    expect(out).toContain('is not used: a workflow cannot name it');
    expect(await workflowProblems()).toEqual([]);
    const roots = await findRootModules(folderTree(folder));
    expect(roots.map(({ path, workspace }) => [path, workspace])).toEqual([["it's", 'a b']]);
    const all = await init('--no-workflow', '--print', 'policies/tags.yml');
    expect(all.code).toBe(0);
  });

  it('requires keys of any letters as they are, except the one that no policy can have', async () => {
    const tags = '"a: b #\\n- c" = "1", "__proto__" = "2"';
    put({ 'main.tf': `${bucket('d', tags)}${bucket('e', tags)}` });
    await init('--gates', 'tags');
    const { code, out } = await tollgate(['check', '.', '--policy', 'policies/tags.yml']);
    expect({ code, out: out.includes('passed') }).toEqual({ code: 0, out: true });
    writeFileSync(join(folder, 'more.tf'), bucket('f', ''));
    expect((await tollgate(['check', '.', '--policy', 'policies/tags.yml'])).out).toMatch(/aws_s3_bucket\.f .*a: b #/);
  });

  it('never writes through a link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'tollgate-outside-'));
    try {
      put(single);
      symlinkSync(outside, join(folder, '.github'));
      const { code, err } = await init();
      expect(err).toBe(
        'Cannot write .github/workflows/tollgate.yml: .github is a link. Nothing was written. Mend this, and run tollgate init again.\n',
      );
      expect(code).toBe(2);
      expect(readdirSync(outside)).toEqual([]);
      expect(allFiles()).toEqual(['main.tf']);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });
});

describe('the gates that can be set up', () => {
  it.each(gateSetups.map((setup) => [setup.name, setup] as const))(
    '%s asks for the permissions of its action, and no others',
    (_, { action, permissions }) => {
      const written = readFileSync(join(project, 'actions', action, 'permissions.yml'), 'utf8');
      const scopes = [...written.matchAll(/^ {2}([a-z-]+): (\w+)/gm)].map(([, scope, access]) => [scope, access]);
      expect(permissions.map(({ scope, access }) => [scope, access])).toEqual(scopes);
    },
  );
});
