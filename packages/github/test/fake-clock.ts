import type { Clock } from '../src/index.ts';

/** A clock that stands still but for its sleeps, which take no time. */
export function fakeClock(start = '2026-11-20T12:00:00Z'): Clock & { readonly slept: number[] } {
  let now = Date.parse(start);
  const slept: number[] = [];
  return {
    slept,
    now: () => new Date(now),
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
  };
}
