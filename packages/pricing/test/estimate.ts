import { join } from 'node:path';
import { resourceViews } from '@tollgate/resources';
import { evaluateModule, memoryTree } from '@tollgate/terraform';
import {
  awsModels,
  type CostModel,
  type CostReport,
  type EstimateInput,
  type Estimation,
  estimateCosts,
  openEstimation,
  openPriceBook,
  type PriceSource,
  pricingFolder,
  readUsageFile,
  type UsageRules,
  usageRules,
  usageVocabulary,
} from '../src/index.ts';
import { costTable } from './cost-table.ts';
import { textPrices } from './text-prices.ts';

/** The data of the project. */
export const files = pricingFolder(join(import.meta.dirname, '..', 'data'));

export interface EstimateOptions extends Partial<Omit<EstimateInput, 'prices' | 'usage'>> {
  /** A usage file without its first line, `version: 0.1`. */
  readonly usage?: string;
  /** Usage that was read already; it goes before `usage`. */
  readonly usageRules?: UsageRules;
  /** Prices, or a text of them as `textPrices` reads it; the price book when left out. */
  readonly prices?: string | PriceSource;
  readonly models?: readonly CostModel[];
}

/** Estimates a configuration that is written in HCL, in us-east-1 on 2026-07-20. */
export function estimate(configuration: string, options: EstimateOptions = {}): CostReport {
  return estimateCosts(estimateInput(configuration, options));
}

/** Opens the same estimate, so that single resources can be asked for. */
export function estimation(configuration: string, options: EstimateOptions = {}): Estimation {
  return openEstimation(estimateInput(configuration, options));
}

function estimateInput(
  configuration: string,
  { usage = '', usageRules: rules, prices, ...options }: EstimateOptions,
): EstimateInput {
  const provider = /^provider /m.test(configuration) ? '' : 'provider "aws" { region = "us-east-1" }\n';
  const evaluation = evaluateModule(memoryTree({ 'main.tf': `${provider}${configuration}` }));
  const [mistake] = evaluation.diagnostics.filter(({ severity }) => severity === 'error');
  if (mistake !== undefined) throw new Error(`${mistake.summary}: ${mistake.detail}`);
  const file = readUsageFile('usage.yml', `version: 0.1\n${usage}`, usageVocabulary(files));
  return {
    resources: resourceViews({ kind: 'configuration', evaluation }),
    models: awsModels,
    prices: typeof prices === 'string' ? textPrices(prices) : (prices ?? openPriceBook(files)),
    files,
    usage: rules ?? usageRules(file),
    date: '2026-07-20',
    ...options,
  };
}

/** The same as a table, for golden tests. */
export function estimateTable(configuration: string, options: EstimateOptions = {}): string {
  return costTable(estimate(configuration, options));
}
