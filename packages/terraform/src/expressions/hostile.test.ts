import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateText, show } from '../../test/evaluate-text.ts';

const { expression: expressions } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  const atoms = fc.constantFrom(
    ...[
      'null',
      'true',
      '0',
      '-1.5',
      '1e30',
      '""',
      '"a"',
      '"é${1}"',
      '[]',
      '{}',
      'unknown',
      'unknown_text',
      'unknown_id',
    ],
    ...[
      'secret',
      '{a = 1, "b" = "x"}',
      '[1, "a", null]',
      'tolist(["a"])',
      'toset([1])',
      'tomap({a = secret})',
      'range(3)',
    ],
  );
  const joined = (...parts: (string | fc.Arbitrary<string>)[]) =>
    fc
      .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
      .map((texts) => texts.join(''));
  const operator = fc.constantFrom(' + ', ' - ', ' * ', ' / ', ' % ', ' == ', ' != ', ' < ', ' >= ', ' && ', ' || ');
  const name = fc.constantFrom(
    'upper',
    'length',
    'merge',
    'concat',
    'flatten',
    'try',
    'can',
    'toset',
    'jsonencode',
    'nope',
  );
  const deeper = fc.oneof(
    joined('(', inner, operator, inner, ')'),
    joined('(', inner, ' ? ', inner, ' : ', inner, ')'),
    joined('[for k, v in ', inner, ': ', inner, ' if ', inner, ']'),
    joined('{for k, v in ', inner, ': k => ', inner, '...}'),
    joined('[for k, v in ', inner, ': [k, v]]'),
    joined(inner, fc.constantFrom('[*]', '[*].a', '.*.a', '.a', '[0]', '["a"]')),
    joined(inner, '[', inner, ']'),
    joined('[', inner, ', ', inner, ']'),
    joined('{a = ', inner, ', (', inner, ') = ', inner, '}'),
    joined('"x${', inner, '}%{ if ', inner, ' }y%{ else }${', inner, '}%{ endif }"'),
    joined('"%{ for x in ', inner, ' }${x}%{ endfor }"'),
    joined(name, '(', inner, ', ', inner, '...)'),
    joined(name, '(', inner, ')'),
    joined(fc.constantFrom('!', '-'), inner),
  );
  return { expression: fc.oneof({ maxDepth: 4 }, atoms, deeper) };
});

describe('any expression', () => {
  it('has a value or a mistake in it, and nothing else happens', () => {
    fc.assert(
      fc.property(expressions, (text) => {
        const { value, problems } = evaluateText(text);
        for (const problem of problems) expect(problem).toMatch(/^[A-Z].*: .*[.?]$/su);
        expect(show(value)).toBeTypeOf('string');
      }),
      { seed: 7, numRuns: 1500 },
    );
  });

  it('has the same value every time', () => {
    fc.assert(
      fc.property(expressions, (text) => {
        expect(show(evaluateText(text).value)).toBe(show(evaluateText(text).value));
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it('can be nested deeply', () => {
    const depth = 100;
    expect(evaluateText(`${'['.repeat(depth)}${']'.repeat(depth)}`).problems).toEqual([]);
    expect(evaluateText(`${'true ? '.repeat(depth)}1${' : 2'.repeat(depth)}`).problems).toEqual([]);
    expect(evaluateText(`1${' + 1'.repeat(900)}`).problems).toEqual([]);
  });
});
