import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyOf, locate, parseConfig, parseJson } from '@tollgate/hcl';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../src/values/index.ts';
import { decode, readSpec } from './hcldec.ts';

/** A test of the HCL specification suite. */
interface SuiteTest {
  readonly name: string;
  readonly source: string;
  readonly sourceJson?: string;
  readonly spec: string;
  readonly expect: {
    readonly result?: unknown;
    readonly resultText?: string;
    readonly diagnostics?: readonly { readonly from: Position; readonly to: Position }[];
  };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

const corpus = process.env.TOLLGATE_CORPUS;
if (corpus === undefined) process.stdout.write('HCL specification suite: left out, TOLLGATE_CORPUS is not set.\n');

describe.skipIf(corpus === undefined)('the HCL specification suite', () => {
  const file = join(corpus ?? '', 'terraform', 'hcl-specsuite.json');
  const tests: readonly SuiteTest[] = corpus === undefined ? [] : JSON.parse(readFileSync(file, 'utf8')).tests;
  const sources = tests.flatMap(({ source, sourceJson, ...test }) => [
    { ...test, title: test.name, file: parseConfig(source, { file: 'test.hcl' }) },
    ...(sourceJson === undefined
      ? []
      : [{ ...test, title: `${test.name} in JSON`, file: parseJson(sourceJson, { file: 'test.hcl.json' }) }]),
  ]);

  it.each(sources)('$title', ({ spec: text, expect: expected, file }) => {
    const { spec, variables } = readSpec(text);
    const { value, diagnostics } = decode(bodyOf(file), spec, variables);
    const problems = [...file.diagnostics, ...diagnostics];
    if (expected.diagnostics !== undefined) {
      const places = problems.map(({ source, range }) => locate(source, range));
      const starts = places.map(({ startLine, startColumn }) => `${startLine}:${startColumn}`);
      expect(starts).toContain(`${expected.diagnostics[0]?.from.line}:${expected.diagnostics[0]?.from.column}`);
      return;
    }
    expect(problems).toEqual([]);
    if (expected.resultText !== undefined) expect(jsonText(value)).toBe(expected.resultText);
    else if (expected.result !== undefined) expect(JSON.parse(jsonText(value))).toEqual(expected.result);
  });
});
