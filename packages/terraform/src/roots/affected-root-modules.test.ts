import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateModule } from '../modules/index.ts';
import { memoryTree, type SourceTree } from '../tree/index.ts';
import { affectedRootModules } from './affected-root-modules.ts';

type Files = Readonly<Record<string, string>>;

/** The first file by which a change affects the root module in `live/app`; null when it does not. */
function affectedBy(before: Files, after: Files, shared: readonly string[] = []): string | null {
  const effectOf = affectedRootModules({ head: memoryTree(after), base: memoryTree(before), shared });
  const effect = effectOf({ folder: 'live/app', varFiles: ['live/env/prod.tfvars'] });
  return effect.kind === 'affected' ? effect.file : null;
}

const repository: Files = {
  'live/app/main.tf': `
    module "web" { source = "../../modules/\${"web"}" }
    output "a" { value = file("\${path.module}/policy.json") }
    output "b" { value = fileset("\${path.root}/rules", "*.yml") }
    output "c" { value = templatefile("../shared/start.sh", {}) }`,
  'live/app/policy.json': '{}',
  'live/app/notes.md': 'notes',
  'live/app/terraform.tfvars': 'a = 1',
  'live/app/staging.tfvars': 'a = 2',
  'live/env/prod.tfvars': 'a = 3',
  'live/app/rules/a.yml': 'a',
  'live/shared/start.sh': 'echo $' + '{1 + 1}',
  'live/other/main.tf': 'output "o" { value = 1 }',
  'modules/web/main.tf': 'module "deep" { source = "./deep" }',
  'modules/web/deep/main.tf': 'output "text" { value = file("${path.module}/text.txt") }',
  'modules/web/deep/text.txt': 'deep',
  'modules/unused/main.tf': '',
  'usage.yml': 'version: 0.1',
};

describe('a root module is affected', () => {
  it.each([
    ['its own configuration', 'live/app/main.tf'],
    ['a new file of configuration', 'live/app/more.tf.json'],
    ['a new override', 'live/app/main_override.tofu'],
    ['variables that Terraform loads by itself', 'live/app/terraform.tfvars'],
    ['new variables that Terraform loads by itself', 'live/app/z.auto.tfvars'],
    ['variables that it is given', 'live/env/prod.tfvars'],
    ['a module that it calls', 'modules/web/main.tf'],
    ['a module that a module calls', 'modules/web/deep/main.tf'],
    ['a file that a function reads', 'live/app/policy.json'],
    ['a file that a function of a module reads', 'modules/web/deep/text.txt'],
    ['a new file among those that are listed', 'live/app/rules/b.yml'],
    ['a template', 'live/shared/start.sh'],
  ])('by %s', (_, file) => {
    expect(affectedBy(repository, { ...repository, [file]: 'changed = 1' })).toBe(file);
  });

  it('by a file that all are said to need', () => {
    const after = { ...repository, 'usage.yml': 'version: 0.2' };
    expect(affectedBy(repository, after, ['usage.yml'])).toBe('usage.yml');
  });

  it('by what is gone', () => {
    const { 'modules/web/deep/main.tf': _, ...after } = repository;
    expect(affectedBy(repository, after)).toBe('modules/web/deep/main.tf');
  });

  it.each([
    ['another root module', 'live/other/main.tf'],
    ['a module that it does not call', 'modules/unused/main.tf'],
    ['variables of another variant', 'live/app/staging.tfvars'],
    ['what nothing reads', 'live/app/notes.md'],
    ['what only is beside a file of a module', 'modules/web/deep/other.txt'],
    ['a file with usage that nobody named', 'usage.yml'],
  ])('not by %s', (_, file) => {
    expect(affectedBy(repository, { ...repository, [file]: 'changed = 1' })).toBeNull();
  });
});

describe('a path that is not written out', () => {
  const reading = (expression: string): Files => ({
    'live/app/main.tf': `variable "v" { default = "x" }\noutput "o" { value = ${expression} }`,
    'data/a.json': '1',
    'data/b.txt': '1',
    'live/other/main.tf': '',
  });

  it.each([
    ['any file', 'file(var.v)', ['data/a.json', 'data/b.txt', 'live/other/main.tf']],
    ['files with its ending', 'file("${path.module}/${var.v}.json")', ['data/a.json']],
    ['files with its name', 'filemd5("${var.v}/b.txt")', ['data/b.txt']],
    [
      'any file for a template',
      'templatefile("${var.v}.txt", {})',
      ['data/a.json', 'data/b.txt', 'live/other/main.tf'],
    ],
    ['nothing on the machine', 'file("~/.ssh/id.pub")', []],
    ['nothing outside of the repository', 'file("../../../a.json")', []],
    [
      'any file in a loop that has the name path',
      '[for path in [{module="../../data"}] : file("${path.module}/a.json")]',
      ['data/a.json', 'data/b.txt', 'live/other/main.tf'],
    ],
  ])('stands for %s', (_, expression, expected) => {
    const before = reading(expression);
    const changed = ['data/a.json', 'data/b.txt', 'live/other/main.tf'].filter(
      (file) => affectedBy(before, { ...before, [file]: 'other' }) !== null,
    );
    expect(changed).toEqual(expected);
  });

  it('can be in a template', () => {
    const before = { ...reading('templatefile("t.tpl", {})'), 'live/app/t.tpl': '${file("../../data/b.txt")}' };
    expect(affectedBy(before, { ...before, 'data/b.txt': '2' })).toBe('data/b.txt');
  });
});

describe('installed modules', () => {
  const before: Files = {
    'live/app/main.tf': 'module "vpc" { source = "example/vpc/aws" }',
    'live/app/.terraform/modules/modules.json': '{"Modules":[{"Key":"vpc","Dir":".terraform/modules/vpc"}]}',
    'live/app/.terraform/modules/vpc/main.tf': '',
  };
  it.each(['modules.json', 'vpc/main.tf'])('count where they are called: %s', (name) => {
    const file = `live/app/.terraform/modules/${name}`;
    expect(affectedBy(before, { ...before, [file]: '{}' })).toBe(file);
    const plain = { ...before, 'live/app/main.tf': '' };
    expect(affectedBy(plain, { ...plain, [file]: '{}' })).toBeNull();
  });
});

describe('a root module that is called unaffected', () => {
  const text = fc.constantFrom('one', 'two', '${file("../shared/a.txt")}', 'x = 1', '{}');
  const statement = fc.constantFrom(
    'module "x" { source = "../m" }',
    'module "x" { source = "./../${"n"}" }',
    'module "y" { source = "../b" }',
    'output "x" { value = module.x }',
    'variable "name" { default = "a" }',
    'output "f1" { value = file("${path.module}/a.txt") }',
    'output "f2" { value = file("../shared/${var.name}.txt") }',
    'output "f3" { value = fileset("${path.module}/..", "**/*.txt") }',
    'output "f4" { value = fileset("../{m,shared}", "*.txt") }',
    'output "f5" { value = templatefile("../shared/a.txt", { path = { module = "../m" } }) }',
    'output "f6" { value = fileexists("../shared") }',
    'output "f7" { value = [for path in [{ module = "../m" }] : filemd5("${path.module}/a.txt")] }',
    'output "f8" { value = fileset(".", "../m/*") }',
    'output "f9" { value = fileexists("../${var.name}.d") }',
    'output "json" { value = jsondecode(file("main.tf.json")) }',
    'output "tfvars" { value = var.name }',
  );
  const configuration = fc.uniqueArray(statement, { maxLength: 4 }).map((lines) => lines.join('\n'));
  const json = fc.constantFrom(
    '{"module":{"z":{"source":"../m"}}}',
    '{"output":{"j":{"value":"${\\u0066ile(\\"../shared/a.txt\\")}"}}}',
    '{"locals":{"l":1},"output":{"j":{"value":"${local.l}"}}}',
  );
  const contents: Readonly<Record<string, fc.Arbitrary<string>>> = {
    'a/main.tf': configuration,
    'a/main.tf.json': json,
    'a/x_override.tf': fc.constantFrom('module "x" { source = "../n" }', ''),
    'a/terraform.tfvars': fc.constantFrom('name = "a"', 'name = "b"'),
    'a/a.txt': text,
    'b/main.tf': configuration,
    'b/prod.tfvars': fc.constantFrom('name = "../m/a"', 'name = "b"'),
    'b/a.auto.tfvars': fc.constantFrom('name = "shared/a"', ''),
    'm/main.tf': configuration,
    'm/a.txt': text,
    'n/main.tofu': configuration,
    'n/a.txt': text,
    'shared/a.txt': text,
    'shared/b.txt': text,
    'a.d/inner': text,
  };
  const all = Object.keys(contents);
  const files = fc.record(contents, { requiredKeys: [] }).map((some) => some as Files);
  const change = fc
    .constantFrom(...all)
    .chain((path) => fc.tuple(fc.constant(path), fc.option(contents[path] ?? text)));
  const roots = [
    { folder: 'a', varFiles: [] },
    { folder: 'b', varFiles: ['b/prod.tfvars'] },
  ];

  function evaluationOf(tree: SourceTree, { folder, varFiles }: (typeof roots)[number]): string {
    if (tree.listFolder(folder) === undefined) return 'nothing';
    const variables = { arguments: varFiles.map((path) => ({ kind: 'file', path }) as const) };
    return JSON.stringify(evaluateModule(tree, { folder, variables, places: true }));
  }

  it('has the same evaluation before and after the change of any file', () => {
    const counts = { different: 0, unaffected: 0 };
    const property = fc.property(files, change, (before, [path, content]) => {
      const { [path]: _, ...others } = before;
      const [base, head] = [memoryTree(before), memoryTree(content === null ? others : { ...others, [path]: content })];
      const effectOf = affectedRootModules({ head, base, shared: [] });
      for (const root of roots) {
        const isDifferent = evaluationOf(head, root) !== evaluationOf(base, root);
        const { kind } = effectOf(root);
        counts.different += Number(isDifferent);
        counts.unaffected += Number(kind === 'unaffected');
        if (isDifferent) expect(kind).toBe('affected');
      }
    });
    fc.assert(property, { numRuns: 1000, seed: 7 });
    // The property would hold if nothing ever changed, or if everything were called affected.
    expect(counts.different).toBeGreaterThan(300);
    expect(counts.unaffected).toBeGreaterThan(300);
  });
});
