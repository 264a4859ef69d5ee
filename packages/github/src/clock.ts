import { setTimeout as delay } from 'node:timers/promises';

/** Time as the client sees it; tests bring their own. */
export interface Clock {
  now(): Date;
  sleep(ms: number): Promise<void>;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date(), sleep: (ms) => delay(ms) };
