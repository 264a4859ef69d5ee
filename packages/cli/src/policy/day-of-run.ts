import { isDay } from '@tollgate/policy-engine';
import { UsageError } from '../error.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Gives the day of the run: the one that was given, or today.
 * @throws UsageError for what is no day.
 */
export function dayOfRun(given: string | undefined, { today }: Terminal): string {
  if (given === undefined || isDay(given)) return given ?? today;
  throw new UsageError(`--now needs a day, and "${given}" is none. Write for example --now 2026-12-20.`);
}
