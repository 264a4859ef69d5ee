import type { Clock } from './clock.ts';
import { describeFailure, GitHubError } from './error.ts';
import { type Fault, faultOf } from './fault.ts';
import type { Log } from './log.ts';

/** How long and how often a request is repeated. */
export interface RetryPolicy {
  /** Tries in all, the first included. */
  readonly attempts: number;
  /** Wait before the first repetition; doubles with each. */
  readonly delayMs: number;
  /** The longest wait for a rate limit; what would take longer is given up with a message that says until when. */
  readonly maxWaitMs: number;
}

export const defaultRetryPolicy: RetryPolicy = { attempts: 5, delayMs: 1000, maxWaitMs: 120_000 };

/** Without a hint from GitHub, a secondary limit asks for at least a minute. */
const unnamedWaitMs = 60_000;

export interface Retrying {
  readonly policy: RetryPolicy;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Runs `attempt` until it succeeds, fails for good or the tries are used up. `mayRepeat` says for which faults a repetition
 * is right: a read after any, a write only after those that left nothing behind.
 */
export async function retrying<T>(
  attempt: () => Promise<T>,
  mayRepeat: (fault: Fault) => boolean,
  { policy, clock, log }: Retrying,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      const fault = faultOf(error, clock.now());
      if (fault.kind === 'final' || !mayRepeat(fault) || tried >= policy.attempts) throw error;
      const wait = waitFor(fault, tried, policy);
      if (wait > policy.maxWaitMs) throw givenUp(error, wait, clock);
      log.info(`GitHub: ${describeFailure(error)}; trying again in ${Math.ceil(wait / 1000)} s.`);
      await clock.sleep(wait);
    }
  }
}

/** How long to wait after a fault at the given try. */
export function waitFor(fault: Fault, tried: number, policy: RetryPolicy): number {
  const backoff = policy.delayMs * 2 ** (tried - 1);
  if (fault.kind !== 'rate-limited') return backoff;
  return fault.waitMs === undefined ? unnamedWaitMs * 2 ** (tried - 1) : Math.max(fault.waitMs, 0);
}

function givenUp(error: unknown, wait: number, clock: Clock): GitHubError {
  const until = new Date(clock.now().getTime() + wait).toISOString();
  return new GitHubError(
    `GitHub's rate limit is used up until ${until}: ${describeFailure(error)}. Run the job again after that, or use a token with a higher limit.`,
    { cause: error },
  );
}
