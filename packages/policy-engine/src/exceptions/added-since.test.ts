import { describe, expect, it } from 'vitest';
import { exceptionOf } from '../../test/exceptions.ts';
import { exceptionsAddedSince } from './added-since.ts';
import type { Exception } from './exception.ts';

const comment = (line: number, block?: string, expires = '2026-12-31') =>
  exceptionOf({
    id: `main.tf:${line}`,
    origin: 'comment',
    expires,
    scope: { lines: { file: 'main.tf', startLine: line }, ...(block === undefined ? {} : { block }) },
  });

describe('exceptions that a change adds', () => {
  const base = exceptionOf();
  const cases: [name: string, base: Exception[], head: Exception[], added: number[]][] = [
    ['one that is new', [], [base], [0]],
    ['one that stays', [base], [exceptionOf()], []],
    ['one that goes', [base], [], []],
    [
      'another reason, name, approver and place',
      [base],
      [exceptionOf({ id: 'X', reason: 'y', approver: null, source: { file: 'b', startLine: 1 } })],
      [],
    ],
    ['a later expiry', [base], [exceptionOf({ expires: '2027-01-01' })], [0]],
    ['an earlier expiry', [base], [exceptionOf({ expires: '2026-11-01' })], []],
    ['another rule', [base], [exceptionOf({ rule: 'tags/*' })], [0]],
    ['a wider scope', [base], [exceptionOf({ scope: { resources: ['aws_instance.*'] } })], [0]],
    ['no scope', [base], [exceptionOf({ scope: {} })], [0]],
    [
      'another environment',
      [base],
      [exceptionOf({ scope: { resources: ['aws_instance.a'], environment: 'prod' } })],
      [0],
    ],
    ['a comment whose block moved', [comment(3, 'aws_a.a')], [comment(9, 'aws_a.a')], []],
    ['a comment that moved to another block', [comment(3, 'aws_a.a')], [comment(9, 'aws_a.b')], [0]],
    ['a second comment', [comment(3, 'aws_a.a')], [comment(3, 'aws_a.a'), comment(9, 'aws_a.b')], [1]],
    ['a comment renewed', [comment(3, 'aws_a.a')], [comment(3, 'aws_a.a', '2027-01-01')], [0]],
    ['a comment that moved with a block that is not told', [comment(3)], [comment(9)], []],
    ['a second comment where blocks are not told', [comment(3)], [comment(3), comment(9)], [1]],
    ['comments of which it cannot be told which moved', [comment(3)], [comment(8), comment(9)], [0, 1]],
    [
      'comments of different ends that moved',
      [comment(3, undefined, '2026-11-01'), comment(5)],
      [comment(4, undefined, '2026-11-01'), comment(6)],
      [],
    ],
    [
      'comments that moved, one of them renewed',
      [comment(3, undefined, '2026-11-01'), comment(5)],
      [comment(4, undefined, '2026-12-01'), comment(6)],
      [0],
    ],
  ];
  it.each(cases)('are told: %s', (_, before, after, added) => {
    const expected = added.map((index) => after[index]);
    expect([...exceptionsAddedSince(before, after)]).toEqual(expected);
    expect(exceptionsAddedSince(before.toReversed(), after.toReversed())).toEqual(new Set(expected));
  });
});
