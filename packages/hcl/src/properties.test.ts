import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { children, walkExpressions, walkItems } from './children.ts';
import { edit } from './edit/edit.ts';
import { quote } from './edit/edit-value.ts';
import { staticString } from './expression.ts';
import { jsonExpression } from './json/json-expression.ts';
import { parseJson } from './json/parse-json.ts';
import { lex } from './lexer.ts';
import { type NativeFile, parseConfig, parseExpression, parseTemplate } from './parse.ts';
import type { Range } from './range.ts';

const runs = { seed: 20261120, numRuns: 400 };

const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '"',
    '${',
    '%{',
    '~}',
    '$${',
    '=',
    '==',
    '=>',
    ':',
    '::',
    '?',
    '...',
    '.',
    ',',
    '*',
  ],
  ...[
    '+',
    '-',
    '!',
    '&&',
    '||',
    '&',
    ';',
    '`',
    "'",
    '@',
    '\\',
    '\n',
    '\r\n',
    ' ',
    '\t',
    '#',
    '//',
    '/*',
    '*/',
    '<<A\n',
  ],
  ...[
    'A\n',
    '<<-A\n',
    'a',
    'for',
    'in',
    'if',
    'else',
    'endif',
    'endfor',
    'null',
    'é',
    '日本',
    '👨‍👩‍👧',
    '1',
    '1.5',
    '.0',
    '\\n',
  ],
  ...['a = 1\n', 'a "b" {\n', '"x"', '\ufeff', '\u2028', '\ud800'],
] as const;
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

const sound = [
  'resource "a" "b" {\n  c = [for k, v in d : "${k}-${v}" if v != null]\n  e { f = 1 }\n}\n',
  'locals {\n  a = <<-EOT\n    x ${b} %{ if c }y%{ endif }\n  EOT\n  d = { e = f[*].g, "h" : i.*.j.0 } # k\n}\n',
  'a = b ? c(d, e...) : -f[g].h\n/* i */\nj = "日本 \\u00e9 $${k}"\n',
];
/** A sound text with one stretch of it replaced by something else. */
const mutation = fc
  .tuple(fc.constantFrom(...sound), fc.nat(200), fc.nat(12), fc.constantFrom('', ...pieces))
  .map(([text, at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length));

function expectWithin(inner: Range, outer: Range): void {
  if (inner.start > inner.end || inner.start < outer.start || inner.end > outer.end) {
    expect.fail(`${inner.start}-${inner.end} is not within ${outer.start}-${outer.end}`);
  }
}

function expectNested(file: NativeFile): void {
  const whole = { start: 0, end: file.source.text.length };
  expectWithin(file.body, whole);
  let end = 0;
  for (const item of file.body.items) {
    if (item.start < end) expect.fail('items overlap');
    end = item.end;
  }
  walkItems(file.body, (item) => {
    expectWithin(item, whole);
    if (item.kind === 'block') for (const inner of item.body.items) expectWithin(inner, item);
    else {
      expectWithin(item.expression, item);
      walkExpressions(item.expression, (node) => {
        // The element of a splat stands before the steps on it.
        for (const child of children(node)) if (child.kind !== 'splat-item') expectWithin(child, node);
        return true;
      });
    }
  });
  for (const { range } of file.diagnostics) expectWithin(range, whole);
}

describe('whatever the text', () => {
  it('tokens cover all of it but spaces and comments', () => {
    fc.assert(
      fc.property(fc.oneof(soup, mutation, fc.string({ unit: 'binary' })), (text) => {
        const { tokens, comments } = lex(text, 'configuration');
        const covered = [
          ...Array.from({ length: tokens.count }, (_, i) => ({
            start: tokens.starts[i] ?? 0,
            end: tokens.ends[i] ?? 0,
          })),
          ...comments.filter(({ style }) => style === '/*' || !text.includes('\n')),
        ].sort((a, b) => a.start - b.start || a.end - b.end);
        let at = 0;
        for (const { start, end } of covered) {
          expect(text.slice(at, start)).toMatch(/^\ufeff?[ \t]*(?:(?:#|\/\/)[^\n]*)?$/);
          at = Math.max(at, end);
        }
        expect(at).toBe(text.length);
      }),
      runs,
    );
  });

  it('parsing ends, and ranges are nested', () => {
    fc.assert(
      fc.property(fc.oneof(soup, mutation), (text) => {
        expectNested(parseConfig(text, { file: 'x' }));
        parseExpression(text, { file: 'x' });
        parseTemplate(text, { file: 'x' });
        const { source, root } = parseJson(text, { file: 'x' });
        jsonExpression(source, root);
      }),
      runs,
    );
  });

  it('reading JSON gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        const { diagnostics } = parseJson(text, { file: 'x' });
        const isConfiguration = typeof value === 'object' && value !== null;
        expect(diagnostics.length === 0).toBe(isConfiguration);
      }),
      runs,
    );
  });

  it('a string is written so that it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(staticString(parseExpression(quote(text), { file: 'x' }).expression)).toBe(text);
      }),
      runs,
    );
  });

  it('an edit can be made twice, is there afterwards, and changes nothing else', () => {
    const text = 'a "b" {\n  c = 1 # d\n  tags = {\n    x = 1\n  }\n\n  e {}\n}\n\nf = 2\n';
    const key = fc.oneof(fc.constantFrom('x', 'y', 'aws:z', 'for', 'null', '日本'), fc.string());
    fc.assert(
      fc.property(key, fc.string(), (name, literal) => {
        const edits = [{ kind: 'set', block: [{ type: 'a' }], path: ['tags', name], value: { literal } }] as const;
        const once = edit(text, edits, { file: 'x' });
        expect(once.problems).toEqual([]);
        expect(edit(once.text, edits, { file: 'x' }).text).toBe(once.text);
        expect(once.text.startsWith('a "b" {\n  c = 1 # d\n  tags = {\n')).toBe(true);
        expect(once.text.endsWith('\n  }\n\n  e {}\n}\n\nf = 2\n')).toBe(true);
        const tags = parseConfig(once.text, { file: 'x' }).body.blocks[0]?.body.attributes[1]?.expression;
        const items = tags?.kind === 'object' ? tags.items : [];
        const item = items.find((candidate) => (candidate.name ?? staticString(candidate.key)) === name);
        expect(item && staticString(item.value)).toBe(literal);
      }),
      runs,
    );
  });
});
