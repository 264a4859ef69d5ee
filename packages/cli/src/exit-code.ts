import type { DecisionOutcome } from '@tollgate/policy-engine';

/** Exit codes of every command: advisories pass, a policy blocks, or the run itself failed. */
export const exitCodes = { passed: 0, blocked: 1, failed: 2 } as const;

/** The exit code that a decision asks for. */
export function exitCodeOf(outcome: DecisionOutcome): number {
  switch (outcome) {
    case 'passed':
    case 'warned':
      return exitCodes.passed;
    case 'blocked':
      return exitCodes.blocked;
    case 'failed':
      return exitCodes.failed;
  }
}
