import type { Clock } from './clock.ts';

/** GitHub allows 80 requests that create content a minute; we stay below, other jobs of the repository write too. */
const writesPerMinute = 60;

/**
 * Makes a gate for writes: one at a time, and no more in any minute than GitHub's secondary limit for content allows, see
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export function pacer(clock: Clock, perMinute = writesPerMinute): <T>(write: () => Promise<T>) => Promise<T> {
  const started: number[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return (write) => {
    const run = last.then(async () => {
      const oldest = started.length >= perMinute ? started.shift() : undefined;
      const wait = oldest === undefined ? 0 : oldest + 60_000 - clock.now().getTime();
      if (wait > 0) await clock.sleep(wait);
      started.push(clock.now().getTime());
      return write();
    });
    last = run.catch(() => undefined);
    return run;
  };
}
