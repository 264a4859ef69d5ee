import type { DecisionOutcome } from '@tollgate/policy-engine';

/** From which outcome on the step fails. Whatever is chosen, it fails when the gate could not do its work. */
export const failOnValues = ['blocked', 'warned', 'never'] as const;
export type FailOn = (typeof failOnValues)[number];

/** Whether the step and the check run fail for an outcome. */
export function fails(outcome: DecisionOutcome, failOn: FailOn): boolean {
  switch (outcome) {
    case 'passed':
      return false;
    case 'warned':
      return failOn === 'warned';
    case 'blocked':
      return failOn !== 'never';
    case 'failed':
      return true;
  }
}
