import type { CostCoverage } from '../estimate/cost-report.ts';
import { counted } from './counted.ts';

/** What totals do not hold, in one sentence; none where they hold all. */
export function coverageGaps({ unpriced, unsupported, usageNeeded }: CostCoverage): readonly string[] {
  const parts = [
    { number: unpriced, what: 'with something that has no price' },
    { number: unsupported, what: 'of types without a cost model' },
    { number: usageNeeded, what: 'billed by usage that is not told' },
  ].filter(({ number }) => number > 0);
  if (parts.length === 0) return [];
  return [`Not counted: ${parts.map(({ number, what }) => `${counted(number, 'resource')} ${what}`).join(', ')}.`];
}
