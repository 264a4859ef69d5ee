import { describe, expect, it } from 'vitest';
import { memoryTree } from '../tree/index.ts';
import { evaluateModule } from './index.ts';

describe('the source of a module', () => {
  it('that is installed is found by the manifest of terraform init', () => {
    const { outputs, notices } = evaluateModule(
      memoryTree({
        'infra/main.tf':
          'module "vpc" { source = "terraform-aws-modules/vpc/aws" }\noutput "o" { value = module.vpc.name }',
        'infra/.terraform/modules/modules.json': JSON.stringify({
          Modules: [
            { Key: '', Source: '', Dir: '.' },
            {
              Key: 'vpc',
              Source: 'registry.terraform.io/terraform-aws-modules/vpc/aws',
              Dir: '.terraform/modules/vpc',
            },
          ],
        }),
        'infra/.terraform/modules/vpc/main.tf': 'output "name" { value = "main" }',
      }),
      { folder: 'infra' },
    );
    expect(outputs.o?.value).toBe('main');
    expect(notices).toEqual([]);
  });

  it.each([
    ['hashicorp/consul/aws', 'is not in the repository'],
    ['git::https://example.com/m.git', 'is not in the repository'],
    ['../../outside', 'is outside of the repository'],
  ])('%s is not at hand: one notice, and its outputs are unknown', (source, why) => {
    const { outputs, notices, diagnostics } = evaluateModule(
      memoryTree({ 'infra/main.tf': `module "m" {\n  source = "${source}"\n}\noutput "o" { value = module.m.x }\n` }),
      { folder: 'infra' },
    );
    expect(diagnostics).toEqual([]);
    expect(notices).toMatchObject([
      { detail: expect.stringContaining(why), source: { file: 'infra/main.tf', startLine: 2 } },
    ]);
    expect(outputs.o).toMatchObject({ unknown: true, reasons: [{ reasons: [expect.stringContaining(source)] }] });
  });

  it('beside the root module is read, and so are its files', () => {
    const { outputs } = evaluateModule(
      memoryTree({
        'infra/main.tf': 'module "m" { source = "../modules/m" }\noutput "o" { value = module.m }',
        'modules/m/main.tf':
          'output "text" { value = file("${path.module}/a.txt") }\noutput "path" { value = path.module }',
        'modules/m/a.txt': 'hello',
      }),
      { folder: 'infra' },
    );
    expect(outputs.o?.value).toEqual({ text: 'hello', path: '../modules/m' });
  });

  it.each([
    [
      'that calls itself',
      { 'main.tf': 'module "m" { source = "./m" }', 'm/main.tf': 'module "x" { source = "../m" }' },
      'Module calls itself',
    ],
    ['that does not exist', { 'main.tf': 'module "m" { source = "./m" }' }, 'Unreadable module directory'],
  ])('%s is an error at the call', (_, files, summary) => {
    expect(evaluateModule(memoryTree(files)).diagnostics).toMatchObject([
      { severity: 'error', summary, source: { startLine: 1 } },
    ]);
  });

  it('must be that of a folder that exists for the root module', () => {
    expect(() => evaluateModule(memoryTree({ 'main.tf': '' }), { folder: 'nope' })).toThrow('There is no folder nope');
  });
});

describe('the files of a module', () => {
  const files = {
    'a.tf': 'output "a" { value = "tf" }',
    'a.tofu': 'output "a" { value = "tofu" }',
    'b.tofu': 'output "b" { value = "tofu" }',
    '.hidden.tf': 'output "hidden" { value = 1 }',
    'c.tf~': 'output "backup" { value = 1 }',
  };

  it.each([
    ['a .tofu file instead of the .tf file of its name', files, {}, { a: 'tofu' }],
    ['all .tofu files for OpenTofu', files, { openTofu: true }, { a: 'tofu', b: 'tofu' }],
    ['.tofu files where there are no others', { 'b.tofu': files['b.tofu'] }, {}, { b: 'tofu' }],
  ])('are %s', (_, given, options, expected) => {
    const { outputs } = evaluateModule(memoryTree(given), options);
    expect(Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]))).toEqual(expected);
  });

  it('that are not UTF-8 are an error in the file', () => {
    const bytes = new Uint8Array([...Buffer.from('locals { a = "'), 0xff, ...Buffer.from('" }')]);
    expect(evaluateModule(memoryTree({ 'main.tf': bytes })).diagnostics).toMatchObject([
      { summary: 'Invalid character encoding', source: { file: 'main.tf', startLine: 1 } },
    ]);
  });
});

describe('moved and removed blocks', () => {
  it('are told as addresses of the root', () => {
    const { moved, removed } = evaluateModule(
      memoryTree({
        'main.tf': 'module "m" { source = "./m" }\nmoved {\n  from = aws_x.a\n  to   = module.m.aws_x.a[0]\n}\n',
        'm/main.tf':
          'resource "aws_x" "a" { count = 1 }\nremoved {\n  from = aws_x.old\n  lifecycle { destroy = false }\n}\n',
      }),
    );
    expect(moved).toMatchObject([{ from: 'aws_x.a', to: 'module.m.aws_x.a[0]', source: { startLine: 2 } }]);
    expect(removed).toMatchObject([{ from: 'module.m.aws_x.old', source: { file: 'm/main.tf' } }]);
  });
});

it('fails when a file of the configuration is a link that leads out of the tree', () => {
  const tree = { ...memoryTree({ 'main.tf': 'locals {}' }), lostLinks: () => ['notes.txt', 'other.tf'] };
  expect(evaluateModule(tree).diagnostics).toMatchObject([
    {
      severity: 'error',
      summary: 'Failed to read file',
      detail: expect.stringMatching(/^The file other\.tf is a link that leads out of the repository/),
      source: { file: 'other.tf', startLine: 1 },
    },
  ]);
});
