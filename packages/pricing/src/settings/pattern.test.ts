import { expect, it } from 'vitest';
import { fitsOne } from './pattern.ts';

it.each([
  ['aws.ec2.instance', 'aws.ec2.instance', true],
  ['aws.ec2.instance', 'aws.ec2', false],
  ['aws.ec2.instance', 'aws.*', true],
  ['aws.ec2.instance', '*.instance', true],
  ['aws.ec2.instance', 'aws.*.inst*e', true],
  ['aws.ec2.instance', 'aws.ec2.instance*instance', false],
  ['ab', 'ab*b', false],
  ['', '*', true],
  ['a.b', 'a?b', false],
])('"%s" and the pattern "%s": %s', (text, pattern, fits) => {
  expect(fitsOne(text, [pattern])).toBe(fits);
});

it('takes no longer for a pattern that was made to be slow', () => {
  expect(fitsOne('a'.repeat(50_000), [`${'*a'.repeat(200)}*b`])).toBe(false);
});
