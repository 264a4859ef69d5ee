/** The time that answers carry. */
export interface Clock {
  /** The time of a read. */
  now(): Date;
  /** The time of a write. */
  write(): Date;
}

/** Where the clock of an emulator starts when a test gives none. */
export const START = new Date('2026-01-05T09:00:00Z');

/** createClock follows the given clock, or else starts at START and advances one second a write. */
export function createClock(now?: () => Date): Clock {
  if (now !== undefined) return { now, write: now };
  let time = START.getTime();
  return {
    now: () => new Date(time),
    write: () => {
      const date = new Date(time);
      time += 1000;
      return date;
    },
  };
}

/** The time as GitHub writes it: UTC, to the second. */
export function isoTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
