import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceptionOf, resultOf } from '../../test/exceptions.ts';
import { indexScopes } from './candidates.ts';
import { compileScope } from './scope.ts';

const line = fc.integer({ min: 1, max: 12 });
const file = fc.constantFrom('a.tf', 'b.tf');
const scope = fc.record({
  resources: fc.constantFrom([], ['aws_a.a'], ['aws_a.a', 'aws_a'], ['aws_b', 'aws_a.b'], ['aws_*'], ['!aws_a']),
  paths: fc.constantFrom([], ['a.tf'], ['**']),
  lines: fc.option(fc.record({ file, startLine: line, endLine: line })),
});
const result = fc
  .record({ id: fc.constantFrom('aws_a.a', 'aws_a.b', 'aws_b.a'), file, startLine: line, caller: line })
  .map(({ id, file, startLine, caller }) =>
    resultOf('keys', 'fail', id, {
      file,
      startLine,
      callers: [{ address: 'module.m', file: 'a.tf', startLine: caller }],
    }),
  );

describe('the index of scopes', () => {
  it('finds what looking at every scope finds', () => {
    fc.assert(
      fc.property(fc.array(scope, { maxLength: 12 }), fc.array(result, { maxLength: 6 }), (scopes, results) => {
        const items = scopes.map((given) => {
          const { scope } = exceptionOf({ scope: given });
          return { scope, covers: compileScope(scope) };
        });
        const find = indexScopes(items);
        for (const result of results) {
          const names = [result.subject.id.split('.')[0] ?? '', result.subject.id];
          const expected = items.filter(({ covers }) => covers(result, names));
          expect(new Set(find(result, names))).toEqual(new Set(expected));
          expect(find(result, names)).toHaveLength(expected.length);
        }
      }),
    );
  });

  it('finds an exception among very many without looking at all of them', () => {
    let asked = 0;
    const items = Array.from({ length: 10_000 }, (_, index) => {
      const lines = { file: 'a.tf', startLine: index * 3 + 1, endLine: index * 3 + 3 };
      const { scope } = exceptionOf({ scope: index % 2 === 0 ? { lines } : { resources: [`aws_a.i${index}`] } });
      const covers = compileScope(scope);
      return {
        scope,
        covers: (...given: Parameters<typeof covers>) => {
          asked += 1;
          return covers(...given);
        },
      };
    });
    const find = indexScopes(items);
    expect(
      find(resultOf('keys', 'fail', 'aws_a.i7', { file: 'a.tf', startLine: 3_002 }), ['aws_a', 'aws_a.i7']),
    ).toEqual([items[1_000], items[7]].toReversed());
    expect(asked).toBe(2);
  });
});
