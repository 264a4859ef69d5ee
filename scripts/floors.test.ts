import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFloors } from './floors.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tollgate-floors-'));
  for (const room of [
    'terraform',
    'policy-engine',
    'tags',
    'pricing',
    'budgets',
    'reporting',
    'action-kit',
    'testkit',
  ]) {
    addPackage(`packages/${room}`, `@tollgate/${room}`);
  }
  addPackage('packages/cli', 'tollgate');
  addPackage('actions/gate', '@tollgate/action-gate');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function addPackage(folder: string, name: string, dependencies: string[] = [], devDependencies: string[] = []): void {
  const versions = (names: string[]) => Object.fromEntries(names.map((each) => [each, '1.0.0']));
  const manifest = { name, dependencies: versions(dependencies), devDependencies: versions(devDependencies) };
  write(`${folder}/package.json`, JSON.stringify(manifest));
}

const problems = () => checkFloors(root).problems;

describe('checkFloors accepts', () => {
  it.each([
    ['an import downwards', 'packages/tags', '@tollgate/tags', '@tollgate/terraform'],
    ['an import from the top to the bottom', 'actions/gate', '@tollgate/action-gate', '@tollgate/terraform'],
    ['an import of the kit by the command', 'packages/cli', 'tollgate', '@tollgate/action-kit'],
    ['the cost change in budgets', 'packages/budgets', '@tollgate/budgets', '@tollgate/pricing'],
    ['a declared package of others', 'packages/tags', '@tollgate/tags', 'yaml'],
    ['a file deep in a package of others', 'packages/tags', '@tollgate/tags', '@actions/core/lib/core'],
  ])('%s', (_name, folder, name, specifier) => {
    const dependency = specifier.startsWith('@actions') ? '@actions/core' : specifier;
    addPackage(folder, name, [dependency]);
    write(`${folder}/src/a.ts`, `import type { A } from '${specifier}';\nimport { join } from 'node:path';\n`);
    expect(checkFloors(root)).toEqual({ files: 1, imports: 2, problems: [] });
  });

  it('the test room, the public face of its own package, vitest and devDependencies in tests', () => {
    addPackage('packages/tags', '@tollgate/tags', [], ['@tollgate/testkit', 'fast-check']);
    const test = "import 'vitest'; import '@tollgate/testkit'; import '@tollgate/tags'; import 'fast-check';";
    write('packages/tags/src/a.test.ts', test);
    write(
      'packages/tags/test/support.ts',
      "import '@tollgate/testkit'; import '../src/a.ts'; import '../../../docs/x.ts';",
    );
    expect(problems()).toEqual([]);
  });

  it('types from @types, declared as a devDependency', () => {
    addPackage('packages/tags', '@tollgate/tags', [], ['@types/mdast', '@types/scope__name']);
    write('packages/tags/src/a.ts', "import type { Root } from 'mdast';\nimport type { A } from '@scope/name';\n");
    expect(problems()).toEqual([]);
  });

  it('code that tests read as data', () => {
    write('packages/tags/test/data/broken.ts', 'import from from;');
    write('packages/tags/dist/index.js', "import 'anything';");
    expect(problems()).toEqual([]);
  });
});

describe('checkFloors refuses', () => {
  it.each([
    [
      'upwards',
      'packages/terraform',
      '@tollgate/terraform',
      '@tollgate/tags',
      'terraform (floor 1) → tags (floor 2) goes up.',
    ],
    [
      'sideways',
      'packages/terraform',
      '@tollgate/terraform',
      '@tollgate/policy-engine',
      'terraform (floor 1) → policy-engine (floor 1) goes sideways.',
    ],
    [
      'sideways against the exception',
      'packages/pricing',
      '@tollgate/pricing',
      '@tollgate/budgets',
      'pricing (floor 2) → budgets (floor 2) goes sideways.',
    ],
    [
      'of an action by the command',
      'packages/cli',
      'tollgate',
      '@tollgate/action-gate',
      'cli (floor 5) → actions/gate (floor 5) goes sideways.',
    ],
    [
      'of the test room',
      'packages/tags',
      '@tollgate/tags',
      '@tollgate/testkit',
      'only tests may import the test room.',
    ],
    [
      'by the test room',
      'packages/testkit',
      '@tollgate/testkit',
      '@tollgate/terraform',
      'the test room imports no other room.',
    ],
  ])('an import %s', (_name, folder, name, specifier, rule) => {
    addPackage(folder, name, [specifier]);
    write(`${folder}/src/a.ts`, `\nimport type { A } from '${specifier}';\n`);
    expect(problems()).toEqual([`${folder}/src/a.ts:2 imports '${specifier}': ${expected(rule)}`]);
  });

  const expected = (rule: string) => (rule.includes('→') ? `an import goes only downwards, and ${rule}` : rule);

  it('tests, too, that import upwards', () => {
    addPackage('packages/terraform', '@tollgate/terraform', [], ['@tollgate/tags']);
    write('packages/terraform/src/a.test.ts', "import '@tollgate/tags';");
    expect(problems()).toEqual([expect.stringContaining('goes up.')]);
  });

  it.each([
    ['@tollgate/terraform/src/plan.ts', "only the public face '@tollgate/terraform' may be imported."],
    ['../../terraform/src/index.ts', "a path into another package; import '@tollgate/terraform' instead."],
    ['../../../scripts/floors.ts', 'a path out of the package.'],
  ])("a way past the public face: '%s'", (specifier, rule) => {
    addPackage('packages/tags', '@tollgate/tags', ['@tollgate/terraform']);
    write('packages/tags/src/a.ts', `import '@tollgate/terraform';\nexport * from '${specifier}';\n`);
    expect(problems()).toEqual([`packages/tags/src/a.ts:2 imports '${specifier}': ${rule}`]);
  });

  it.each([
    ['packages/tags/src/a.ts', "packages/tags/package.json does not declare 'yaml' as a dependency."],
    [
      'packages/tags/src/a.test.ts',
      "packages/tags/package.json declares 'yaml' neither as a dependency nor as a devDependency.",
    ],
  ])('a package that is not declared, in %s', (file, rule) => {
    write(file, "const yaml = await import('yaml/deep');");
    expect(problems()).toEqual([`${file}:1 imports 'yaml/deep': ${rule}`]);
  });

  it('a devDependency in code that is no test', () => {
    addPackage('packages/tags', '@tollgate/tags', [], ['yaml']);
    write('packages/tags/src/a.ts', "import 'yaml';");
    expect(problems()).toEqual([expect.stringContaining("does not declare 'yaml' as a dependency.")]);
  });

  it('a declared dependency that nothing imports', () => {
    addPackage('packages/tags', '@tollgate/tags', ['yaml'], ['fast-check', '@types/node']);
    expect(problems()).toEqual([
      "packages/tags/package.json: declares 'yaml', which nothing imports.",
      "packages/tags/package.json: declares 'fast-check', which nothing imports.",
    ]);
  });

  it('a package without a floor', () => {
    addPackage('packages/shared', '@tollgate/shared');
    expect(problems()).toEqual(['packages/shared: has no floor. Add it to the table in scripts/floors.ts.']);
  });
});
