import { describe, expect, it } from 'vitest';
import { familyFinder } from './family-finder.ts';

describe('familyFinder', () => {
  it.each([
    ['aws.x.data', 'GB'],
    ['aws.x.other', undefined],
    ['aws.y.data', undefined],
    ['aws', undefined],
    ['aws.../../x.data', undefined],
  ])('finds %s: %s', (rate, unit) => {
    const text = 'families: [{ name: aws.x.data, unit: GB, list: null }]';
    const files = { read: (path: string) => (path === 'families/aws/x.yaml' ? text : null) };
    expect(familyFinder(files)(rate)?.unit).toBe(unit);
  });
});
