import { compareEstimates } from '../src/changes/compare-estimates.ts';
import { costChange } from '../src/changes/cost-change-of-run.ts';
import { estimateRoot } from '../src/changes/estimated-root.ts';
import { openEstimation } from '../src/estimate/estimation.ts';
import { type CostChange, readCostChange } from '../src/index.ts';
import { type EstimateOptions, estimateInput, evaluated } from './estimate.ts';

export interface CompareOptions extends EstimateOptions {
  /** What differs before the change: another usage file, other prices. */
  readonly before?: EstimateOptions;
}

/** What a change of a configuration that is written in HCL does to its cost, in a root module `infra`. */
export function compare(
  before: string,
  after: string,
  { before: differing, ...options }: CompareOptions = {},
): CostChange {
  const compared = compareEstimates({
    before: estimatedRoot(before, { ...options, ...differing }),
    after: estimatedRoot(after, options),
    moved: evaluated(after, options.modules).moved,
  });
  return asRead(
    costChange({
      roots: [{ name: 'infra', status: 'compared', compared }],
      currency: 'USD',
      priceSource: 'embedded',
      problems: [],
    }),
  );
}

/** A side of a comparison. */
export function estimatedRoot(configuration: string, options: EstimateOptions = {}) {
  return estimateRoot(openEstimation(estimateInput(configuration, options)));
}

/** The change as it is after it was written and read again, so that all changes of the tests are valid by the schema. */
export function asRead(change: CostChange): CostChange {
  return readCostChange('change.json', JSON.stringify(change));
}
