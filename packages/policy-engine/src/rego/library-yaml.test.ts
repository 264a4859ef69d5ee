import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from './library-yaml.ts';

/** The reader of YAML that Rego's library has outside of bundles. */
const ownYaml: { parse(text: string): unknown; stringify(value: unknown): string } = createRequire(
  createRequire(import.meta.url).resolve('@open-policy-agent/opa-wasm'),
)('yaml');

describe('the YAML of Rego in bundles', () => {
  it.each([
    ['a mapping', 'a: 1\nb: [x, true, null, 1.5, ~]\n'],
    ['texts', 'a: yes\nb: "no\\n"\nc: |\n  one\n  two\nd: >-\n  one\n  two\n'],
    ['numbers', '[0o14, 0x1F, 012, 1e3, .inf, -0, 1_000]'],
    ['aliases', 'a: &x { b: 1 }\nc: *x\n'],
    ['keys that merge', 'a: &x { b: 1 }\nc: { <<: *x }\n'],
    ['a day', '2026-03-31'],
    ['nothing', ''],
    ['no text in quotes', "'"],
    ['a broken list', '[1, 2'],
    ['a key that is there twice', 'a: 1\na: 2\n'],
    ['an unknown alias', '*a'],
    [
      'an alias that grows',
      `a: &a [1]\n${Array.from({ length: 8 }, (_, n) => `b${n}: &b${n} [${`*${n === 0 ? 'a' : `b${n - 1}`}, `.repeat(9)}]`).join('\n')}`,
    ],
    ['several documents', 'a: 1\n---\nb: 2\n'],
  ])('reads %s as the library does', (_, text) => {
    expect(outcome(() => parse(text))).toEqual(outcome(() => ownYaml.parse(text)));
  });

  it.each([
    ['a mapping', { a: 1, b: [true, null, 'x'], c: {}, d: [] }],
    ['texts', ['', 'yes', 'null', '1', 'a: b', '- a', '# a', ' a ', 'one\ntwo\n', "it's", '"', '😀']],
    ['a long text', { a: 'word '.repeat(40).trim() }],
    ['a text', 'a'],
    ['a number', -1.5],
  ])('writes %s as the library does', (_, value) => {
    expect(stringify(value)).toBe(ownYaml.stringify(value));
  });
});

/** What is read; for a text that is none, that the library takes the error for a mistake of the text. */
function outcome(read: () => unknown): unknown {
  try {
    return { value: read() };
  } catch (error) {
    return { isMistake: error instanceof Error && /^YAML(?:Reference|Semantic|Syntax)Error$/.test(error.name) };
  }
}
