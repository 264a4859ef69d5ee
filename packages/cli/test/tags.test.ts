import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inShell } from './shell.ts';

const root = join(import.meta.dirname, '../../..');

const files: Readonly<Record<string, string>> = {
  'main.tf': `variable "team" { type = string }
variable "secret" {
  type      = string
  sensitive = true
  default   = "hush"
}
variable "extra" { type = map(string) }
provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = {
      CostCenter = "CC-1042"
      ManagedBy  = "terraform"
    }
  }
}
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags = {
    Owner = "platform"
    Team  = var.team
    Token = var.secret
  }
}
resource "aws_subnet" "odd" {
  vpc_id = aws_vpc.main.id
  tags = {
    "\u041ewner" = "platform"
    Empty        = ""
    Note         = "\`](x)\\n::error::<b>\${1 + 1}"
    Null         = null
    CostCenter   = "CC-7"
  }
}
resource "aws_subnet" "open" {
  vpc_id = aws_vpc.main.id
  tags   = var.extra
}
resource "aws_route_table" "bare" {
  vpc_id = aws_vpc.main.id
}
resource "aws_route" "none" {
  route_table_id = aws_route_table.bare.id
}
module "web" {
  source = "./modules/web"
  count  = 2
}
`,
  'modules/web/main.tf': `resource "aws_instance" "web" {
  ami           = "ami-1"
  instance_type = "t3.micro"
  tags = { Owner = "web" }
  root_block_device {
    tags = { Backup = "yes" }
  }
}
resource "aws_instance" "admin" {
  ami           = "ami-1"
  instance_type = "t3.micro"
}
`,
  '.github/CODEOWNERS': '* @acme/platform\n/modules/web/ @acme/web @jane\n',
  'policies/tags.yml': `apiVersion: tollgate/v1
kind: Policy
metadata: { name: required-tags, version: 1.0.0, owners: [platform-finops] }
spec:
  gate: tags
  match: { resources: ['aws_*'] }
  rules:
    - id: owner
      level: hard-mandatory
      tags: { Owner: {} }
    - id: cost
      level: advisory
      tags: { CostCenter: { pattern: 'CC-[0-9]{4}' } }
---
apiVersion: tollgate/v1
kind: Exception
metadata: { name: EX-1 }
spec:
  rule: required-tags/owner
  scope: { resources: [aws_route_table.bare] }
  reason: The table goes away.
  approver: user:jane
  expires: 2026-12-20
`,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-tags-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command in the folder and gives what a shell would see. */
async function tollgate(...args: string[]) {
  return tollgateIn(folder, ...args);
}

async function tollgateIn(workingFolder: string, ...args: string[]) {
  return inShell(args, { workingFolder, packsFolder: workingFolder });
}

/** What a published schema has against a result; null when it follows it. */
function schemaErrors(name: string, json: string) {
  const schema = JSON.parse(readFileSync(join(root, `packages/tags/schema/${name}.json`), 'utf8'));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  return validate(JSON.parse(json)) ? null : validate.errors;
}

describe('tollgate tags', () => {
  it('shows tags by module: what is known, what is not, what the provider adds, and keys that are not what they seem', async () => {
    const { code, out, err } = await tollgate('tags');
    await expect(out).toMatchFileSnapshot('golden/tags.txt');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain('hush');
  });

  it('writes JSON that follows its schema', async () => {
    const { out } = await tollgate('tags', '--format', 'json');
    expect(schemaErrors('tag-report', out)).toBeNull();
    expect(out).not.toContain('hush');
  });

  it('evaluates with variables', async () => {
    const { out } = await tollgate('tags', '--var', 'team=shop', '--var', 'extra={ A = "b" }');
    expect(out).toMatch(/Team +shop\n/);
    expect(out).toMatch(/A +b\n/);
    expect(out).not.toContain('known only after apply');
  });

  it('shows a plan, with places from its configuration', async () => {
    const sample = join(root, 'examples/pull-request/head');
    const { out } = await tollgate('tags', join(sample, 'plan.json'), '--source', sample);
    await expect(out.replaceAll(`${sample}/`, '')).toMatchFileSnapshot('golden/tags-plan.txt');
  });

  it('says by the schema of the provider which types carry tags', async () => {
    const map = { type: ['map', 'string'], optional: true };
    const schemas = { aws_route: { block: { attributes: { tags: map } } }, aws_vpc: { block: { attributes: {} } } };
    const schema = { format_version: '1.0', provider_schemas: { aws: { resource_schemas: schemas } } };
    writeFileSync(join(folder, 'schema.json'), JSON.stringify(schema));
    const { out } = await tollgate('tags', '--provider-schema', 'schema.json', '--format', 'json');
    const taggable = JSON.parse(out).resources.map((resource: { address: string; taggable: boolean }) => [
      resource.address,
      resource.taggable,
    ]);
    expect(new Map(taggable)).toEqual(
      new Map([...taggable, ['aws_route.none', true], ['aws_vpc.main', false], ['aws_subnet.odd', true]]),
    );
  });
});

describe('the schemas of the providers', () => {
  const map = { type: ['map', 'string'], optional: true };
  const schemas = { acme_thing: { block: { attributes: { tags: map } } } };
  const schema = JSON.stringify({ format_version: '1.0', provider_schemas: { acme: { resource_schemas: schemas } } });
  const policy = `apiVersion: tollgate/v1
kind: Policy
metadata: { name: owners }
spec:
  gate: tags
  rules: [{ id: owner, level: hard-mandatory, tags: { Owner: {} } }]
`;
  const things = mkdtempSync(join(tmpdir(), 'tollgate-things-'));
  beforeAll(() => {
    writeFileSync(join(things, 'main.tf'), 'resource "acme_thing" "a" {\n}\n');
    writeFileSync(join(things, 'schema.json'), schema);
    writeFileSync(join(things, 'policy.yml'), policy);
  });
  afterAll(() => rmSync(things, { recursive: true, force: true }));

  it('have tags mended of types that are not in the list', async () => {
    const fix = ['fix', '--policy', 'policy.yml', '--set', 'Owner=platform'];
    expect((await tollgateIn(things, ...fix)).out).toContain('nothing to do');
    expect((await tollgateIn(things, ...fix, '--provider-schema', 'schema.json')).out).toContain('Owner = "platform"');
  });

  it('have tags explained of types that are not in the list', async () => {
    const explain = ['policy', 'explain', '--policy', 'policy.yml', '--resource', 'acme_thing.a'];
    expect((await tollgateIn(things, ...explain)).out).toContain('No rule is about it.');
    const { out } = await tollgateIn(things, ...explain, '--provider-schema', 'schema.json');
    expect(out).toContain('The tag Owner is missing.');
  });
});

describe('tollgate tags --compliance', () => {
  const policy = ['--compliance', '--policy', 'policies'];

  it('counts by rule, owner and module', async () => {
    const { code, out, err } = await tollgate('tags', ...policy);
    await expect(out).toMatchFileSnapshot('golden/tags-compliance.txt');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('writes Markdown', async () => {
    const { out } = await tollgate('tags', ...policy, '--format', 'markdown', '--owner-tag', 'Owner');
    await expect(out).toMatchFileSnapshot('golden/tags-compliance.md');
  });

  it('writes JSON that follows its schema, with the day that is given', async () => {
    const { out } = await tollgate('tags', ...policy, '--format', 'json', '--now', '2026-11-01');
    expect(schemaErrors('tag-compliance', out)).toBeNull();
    await expect(out).toMatchFileSnapshot('golden/tags-compliance.json');
  });

  it('measures required tags too', async () => {
    const { out } = await tollgate('tags', '--compliance', '--required-tags', 'CostCenter');
    expect(out).toMatch(/^Tag compliance: 100\.0 % of 8 resources keep every rule, score 100\.0\.\n/);
  });

  it('says so when there is nothing to count', async () => {
    writeFileSync(join(folder, 'modules/other.tf'), 'resource "aws_route" "none" {}\n');
    const { out } = await tollgate('tags', join(folder, 'modules'), '--compliance', '--required-tags', 'Owner');
    expect(out).toContain('Tag compliance: no resource was judged.');
  });
});

describe('suggestions and compliance in tollgate check', () => {
  it('stand in the findings, in the ways out and in a table', async () => {
    const { code, out } = await tollgate('check', '--policy', 'policies');
    await expect(out).toMatchFileSnapshot('golden/check-suggestions.txt');
    expect(code).toBe(1);
  });

  it('are data in Markdown', async () => {
    const { out } = await tollgate('check', '--policy', 'policies', '--format', 'markdown');
    await expect(out).toMatchFileSnapshot('golden/check-suggestions.md');
  });
});

describe('the files of a repository', () => {
  it('are owned by their path in it, wherever the command runs', async () => {
    const repository = mkdtempSync(join(tmpdir(), 'tollgate-owned-'));
    try {
      for (const path of ['modules/web/main.tf', '.github/CODEOWNERS']) {
        mkdirSync(dirname(join(repository, path)), { recursive: true });
        writeFileSync(join(repository, path), files[path] ?? '');
      }
      const { status, stderr } = spawnSync('git', ['init', '--quiet'], { cwd: repository, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      const web = join(repository, 'modules/web');
      const { out } = await tollgateIn(web, 'check', web, '--required-tags', 'Team');
      expect(out).toContain('(suggested: Team = web, CODEOWNERS names @acme/web for main.tf)');
    } finally {
      rmSync(repository, { recursive: true, force: true });
    }
  });

  it('are judged by the types that the schema of the provider tells', async () => {
    const map = { type: ['map', 'string'], optional: true };
    const schemas = { aws_route: { block: { attributes: { tags: map } } } };
    const schema = { format_version: '1.0', provider_schemas: { aws: { resource_schemas: schemas } } };
    writeFileSync(join(folder, 'schema.json'), JSON.stringify(schema));
    const required = ['check', '--required-tags', 'CostCenter', '--format', 'json'];
    const judged = async (...args: string[]): Promise<string[]> => {
      const { verdicts } = JSON.parse((await tollgate(...required, ...args)).out);
      return verdicts.map(({ subject }: { subject: { id: string } }) => subject.id);
    };
    expect(await judged()).not.toContain('aws_route.none');
    expect(await judged('--provider-schema', 'schema.json')).toContain('aws_route.none');
  });
});

describe('input that cannot be used ends with exit code 2 and one sentence', () => {
  it.each<[string, string[], RegExp]>([
    [
      'compliance by nothing',
      ['--compliance'],
      /^There is nothing to measure compliance by\. Give policies with --policy/,
    ],
    ['policies without compliance', ['--policy', 'policies'], /^--policy goes with --compliance\./],
    ['Markdown without compliance', ['--format', 'markdown'], /^--format markdown goes with --compliance\./],
    [
      'a schema that is not there',
      ['--provider-schema', 'no.json'],
      /^There is no file no\.json that can be read\. Write it/,
    ],
    ['a schema that is none', ['--provider-schema', 'main.tf'], /^main\.tf is no JSON: /],
    ['a folder that is not there', ['nowhere'], /^There is no folder nowhere\./],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await tollgate('tags', ...args);
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
