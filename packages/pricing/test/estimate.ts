import { join } from 'node:path';
import { resourceViews } from '@tollgate/resources';
import { type Evaluation, evaluateModule, memoryTree } from '@tollgate/terraform';
import { type Estimation, openEstimation } from '../src/estimate/estimation.ts';
import {
  awsModels,
  type CostModel,
  type CostReport,
  type EstimateInput,
  estimateCosts,
  openPriceBook,
  type PriceSource,
  pricingFolder,
  readCostReport,
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
  /** Files of modules, by path: `m/main.tf`. */
  readonly modules?: Readonly<Record<string, string>>;
}

/** Estimates a configuration that is written in HCL, in us-east-1 on 2026-07-20. */
export function estimate(configuration: string, options: EstimateOptions = {}): CostReport {
  const report = estimateCosts(estimateInput(configuration, options));
  // What is written can be read again: every report of the tests is valid by the schema.
  return readCostReport('report.json', JSON.stringify(report));
}

/** Opens the same estimate, so that single resources can be asked for. */
export function estimation(configuration: string, options: EstimateOptions = {}): Estimation {
  return openEstimation(estimateInput(configuration, options));
}

/** Evaluates a configuration that is written in HCL, in us-east-1 unless it says otherwise, with further files beside it. */
export function evaluated(configuration: string, others: Readonly<Record<string, string>> = {}): Evaluation {
  const provider = /^provider /m.test(configuration) ? '' : 'provider "aws" { region = "us-east-1" }\n';
  const evaluation = evaluateModule(memoryTree({ 'main.tf': `${provider}${configuration}`, ...others }));
  const [mistake] = evaluation.diagnostics.filter(({ severity }) => severity === 'error');
  if (mistake !== undefined) throw new Error(`${mistake.summary}: ${mistake.detail}`);
  return evaluation;
}

/** What a configuration is estimated from. */
export function estimateInput(
  configuration: string,
  { usage = '', usageRules: rules, prices, modules = {}, ...options }: EstimateOptions = {},
): EstimateInput {
  const evaluation = evaluated(configuration, modules);
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
