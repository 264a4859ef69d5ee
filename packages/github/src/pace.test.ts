import { describe, expect, it } from 'vitest';
import { fakeClock } from '../test/fake-clock.ts';
import { pacer } from './pace.ts';

describe('the pace of writes', () => {
  it('lets as many through in a minute as GitHub allows, then waits', async () => {
    const clock = fakeClock();
    const paced = pacer(clock, 3);
    for (let index = 0; index < 3; index++) await paced(async () => index);
    expect(clock.slept).toEqual([]);
    await paced(async () => 3);
    expect(clock.slept).toEqual([60_000]);
  });

  it('does one write at a time, in the order asked, and goes on after a failure', async () => {
    const paced = pacer(fakeClock());
    const order: string[] = [];
    const write = (name: string, fail = false) =>
      paced(async () => {
        order.push(`${name} starts`);
        await Promise.resolve();
        order.push(`${name} ends`);
        if (fail) throw new Error(name);
      });
    await Promise.allSettled([write('a'), write('b', true), write('c')]);
    expect(order).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
  });
});
