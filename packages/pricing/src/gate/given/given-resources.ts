import type { JsonObject } from '@tollgate/policy-engine';
import { givenInput, type ResourceView, resourceViews } from '@tollgate/resources';
import { stringify } from 'yaml';
import { awsModels } from '../../aws/index.ts';
import { compareEstimates } from '../../changes/compare-estimates.ts';
import { costChange, type RunRoot } from '../../changes/cost-change-of-run.ts';
import { estimateRoot } from '../../changes/estimated-root.ts';
import { viewsBefore } from '../../changes/views-before.ts';
import { openEstimation } from '../../estimate/estimation.ts';
import type { PriceSource } from '../../prices/price.ts';
import type { PricingFiles } from '../../pricing-files.ts';
import { readUsageFile } from '../../usage/usage-file.ts';
import { usageRules } from '../../usage/usage-rules.ts';
import { usageVocabulary } from '../../usage/usage-vocabulary.ts';
import type { CostRun } from '../cost-run.ts';
import { withGivenPrices } from './given-prices.ts';

/** The root module of a case, which gives one. */
const name = '.';

/**
 * Prices the resources of a test case, before and after the change.
 * @throws Error whose message is a sentence, when they cannot be read.
 */
export function givenResources(given: JsonObject, files: PricingFiles, prices: PriceSource): CostRun {
  const { usage = {}, prices: own, date = '2026-01-01', environment = null, ...resources } = given;
  const { input, options } = givenInput(resources);
  const views = resourceViews(input);
  const before =
    input.kind === 'plan'
      ? viewsBefore(views)
      : options.base === undefined
        ? null
        : resourceViews({ kind: 'configuration', evaluation: options.base });
  const text = stringify({ version: 0.1, resource_usage: usage });
  const rules = usageRules(readUsageFile('usage', text, usageVocabulary(files)));
  const estimated = (all: readonly ResourceView[]) =>
    estimateRoot(
      openEstimation({
        resources: all,
        models: awsModels,
        prices: withGivenPrices(prices, own),
        files,
        usage: rules,
        date: String(date),
      }),
    );
  const sides = { before: before === null ? null : estimated(before), after: estimated(views) };
  const moved = input.kind === 'plan' ? [] : input.evaluation.moved;
  const root = rootOf(sides, moved);
  return {
    change: costChange({ roots: [root], currency: 'USD', priceSource: 'embedded', problems: [] }),
    environmentOf: () => (environment === null ? null : String(environment)),
    roots: [{ name, ...sides }],
  };
}

function rootOf(
  { before, after }: Pick<CostRun['roots'][number], 'before' | 'after'>,
  moved: Parameters<typeof compareEstimates>[0]['moved'],
): RunRoot {
  if (before !== null)
    return { name, status: 'compared', compared: compareEstimates({ before, after, moved: moved ?? [] }) };
  const reason = 'the case gives no `base`';
  return { name, status: 'without-base', after: after.resources.map(({ costed }) => costed), reason };
}
