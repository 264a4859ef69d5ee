import { describe, expect, it } from 'vitest';
import { estimatedRoot } from '../../test/compare.ts';
import { changedInputs } from './changed-inputs.ts';

/** What differs in what the cost of a volume is made from. */
function differences(before: string, after: string): readonly string[] {
  const [then, now] = [before, after].map((body) => estimatedRoot(`resource "aws_ebs_volume" "v" {\n${body}\n}\n`));
  const [earlier, later] = [then?.resources[0]?.view, now?.resources[0]?.view];
  if (then === undefined || now === undefined || earlier === undefined || later === undefined) return ['no volume'];
  const inputs = changedInputs({ before: earlier, after: later }, { before: then, after: now }, (text) => text);
  return inputs.map(({ name, before, after }) => `${name} ${before} → ${after}`);
}

describe('changedInputs', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['what is read on both sides', 'size = 10', 'size = 20', ['size 10 → 20']],
    ['what is not set on one', 'size = 10', 'size = 10\ntype = "gp3"', ['type null → gp3']],
    [
      'what is read on one side only',
      'size = 100\ntype = "gp2"',
      'size = 100\ntype = "io1"\niops = 3000',
      ['iops null → 3000', 'type gp2 → io1'],
    ],
    [
      'not what is read on one side only, and is the same on both',
      'size = 100\ntype = "gp2"\niops = 3000',
      'size = 100\ntype = "io1"\niops = 3000',
      ['type gp2 → io1'],
    ],
    ['not what no price depends on', 'size = 10\nencrypted = true', 'size = 10\nencrypted = false', []],
  ])('are %s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});
