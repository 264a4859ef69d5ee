import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TerraformError } from '../error.ts';
import { readPlan } from './read-plan.ts';

const plan = readFileSync(new URL('../../test/data/several-providers.json', import.meta.url));
const inUtf16 = Buffer.from(`\ufeff${plan.toString()}`, 'utf16le');

/** Numbers from 0 to below `limit`, the same in every run (a linear congruential generator). */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Whether a file is read or refused in the way that callers know. Anything else is thrown on. */
function outcomeOf(bytes: Uint8Array): 'read' | 'refused' {
  try {
    readPlan(bytes, { file: 'fuzzed.json' });
    return 'read';
  } catch (error) {
    if (error instanceof TerraformError && error.message.includes('fuzzed.json')) return 'refused';
    throw error;
  }
}

describe('damaged plans are read or refused, and nothing else', () => {
  it.each([
    ['UTF-8', plan],
    ['UTF-16', inUtf16],
  ])('when cut off anywhere (%s)', (_, bytes) => {
    const next = numbers(1);
    const cuts = Array.from({ length: 400 }, () => next(bytes.length - 4));
    expect(new Set(cuts.map((length) => outcomeOf(bytes.subarray(0, length))))).toEqual(new Set(['refused']));
  });

  it.each([
    ['UTF-8', plan],
    ['UTF-16', inUtf16],
  ])('when bytes are changed (%s)', (_, bytes) => {
    const next = numbers(2);
    for (let round = 0; round < 1500; round++) {
      const damaged = Buffer.from(bytes);
      for (let flips = 1 + next(3); flips > 0; flips--) damaged[next(damaged.length)] = next(256);
      outcomeOf(damaged);
    }
  });

  it('when a value is replaced by one of another type', () => {
    const next = numbers(3);
    const replacements = ['null', '[]', '{}', '""', '0', 'true', '[{}]', '{"a":null}'];
    const values = [...plan.toString().matchAll(/(?<=: )(?:"[^"]*"|\[\]|\{\}|true|false|null|\d+)(?=[,\s}\]])/g)];
    for (const value of values) {
      const replacement = replacements[next(replacements.length)] ?? '';
      const text = plan.toString();
      outcomeOf(Buffer.from(text.slice(0, value.index) + replacement + text.slice(value.index + value[0].length)));
    }
    expect(values.length).toBeGreaterThan(100);
  });
});
