import { describe, expect, it } from 'vitest';
import { moduleReferences } from './imports.ts';

describe('moduleReferences', () => {
  it.each([
    ["import { a } from 'x';"],
    ["import a, * as b from 'x';"],
    ["import 'x';"],
    ["import type { A } from 'x';"],
    ["import { type A } from 'x';"],
    ["import data from 'x' with { type: 'json' };"],
    ["export { a } from 'x';"],
    ["export * from 'x';"],
    ["export type { A } from 'x';"],
    ["const a = await import('x');"],
    ["type A = import('x').B<string>;"],
    ["function f(a: typeof import('x')): void {}"],
    ["const a = require('x');"],
  ])('sees %s', (source) => {
    expect(moduleReferences(source, 'a.ts')).toEqual([{ specifier: 'x', line: 1 }]);
  });

  it('sees no module in text and comments', () => {
    const source =
      '// import "a"\nconst text = "import x from \'b\'";\nexport const c = `import "d"`;\nexport { text };';
    expect(moduleReferences(source, 'a.ts')).toEqual([]);
  });

  it('gives the line of each', () => {
    const source = "import 'a';\n\nimport {\n  b,\n} from 'b';\nexport const c = () => import('c');\n";
    expect(moduleReferences(source, 'a.ts').map(({ line }) => line)).toEqual([1, 5, 6]);
  });

  it('reads JavaScript', () => {
    expect(moduleReferences("#!/usr/bin/env node\nimport '../src/main.ts';", 'bin/tollgate.js')).toHaveLength(1);
  });
});
