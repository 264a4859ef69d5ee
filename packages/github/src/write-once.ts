import type { GitHubClient } from './client.ts';
import { describeFailure } from './error.ts';
import { faultOf } from './fault.ts';
import { waitFor } from './retry.ts';

export interface OneWrite<T> {
  readonly write: () => Promise<T>;
  /**
   * Finds what an earlier try may have written; undefined when it is not there. For a write that gives the same state
   * however often it is done, give `undefined` always.
   */
  readonly lookUp: () => Promise<T | undefined>;
}

/**
 * Writes exactly once, even when GitHub's answer is lost: before a write is repeated that may have happened, it is looked up.
 * @throws what the last try threw, when the tries are used up or GitHub refused.
 */
export async function writeOnce<T>(
  { retrying: { policy, clock, log } }: GitHubClient,
  { write, lookUp }: OneWrite<T>,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await write();
    } catch (error) {
      const fault = faultOf(error, clock.now());
      if (fault.kind !== 'unsure') throw error;
      log.info(`GitHub: ${describeFailure(error)}; looking whether it was written before trying again.`);
      await clock.sleep(waitFor(fault, tried, policy));
      const found = await lookUp();
      if (found !== undefined) return found;
      if (tried >= policy.attempts) throw error;
    }
  }
}
