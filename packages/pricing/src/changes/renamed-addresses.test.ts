import { describe, expect, it } from 'vitest';
import { renamedAddresses } from './renamed-addresses.ts';

const renamed = renamedAddresses([
  { before: { address: 'aws_a.old' }, after: { address: 'module.m.aws_a.new' } },
  { before: { address: 'aws_a.x["a.b"]' }, after: { address: 'aws_a.x[0]' } },
  { before: { address: 'aws_a.same' }, after: { address: 'aws_a.same' } },
  { before: { address: 'aws_a.gone' }, after: null },
]);

describe('renamedAddresses', () => {
  it.each([
    ['aws_a.old.size', 'module.m.aws_a.new.size'],
    [
      '`aws_a.old.size`: aws_a.old.id is known only after apply',
      '`module.m.aws_a.new.size`: module.m.aws_a.new.id is known only after apply',
    ],
    ['aws_a.x["a.b"].block[0].size', 'aws_a.x[0].block[0].size'],
    ['aws_a.older.size', 'aws_a.older.size'],
    ['aws_a.same.size', 'aws_a.same.size'],
    ['instance_type', 'instance_type'],
  ])('makes of %s %s', (before, after) => {
    expect(renamed(before)).toBe(after);
  });

  it('does not look for an address in a text that is longer than any', () => {
    const long = 'aws_a.old.'.repeat(100_000);
    expect(renamed(long)).toBe(long);
  });
});
