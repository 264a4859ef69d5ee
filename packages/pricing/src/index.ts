export { awsModels } from './aws/index.ts';
export { openPriceBook, type PriceBook } from './book/price-book.ts';
export { PricingError } from './error.ts';
export type {
  Assumption,
  CostComponent,
  CostCoverage,
  CostRange,
  CostReport,
  ResourceCost,
} from './estimate/cost-report.ts';
export { type EstimateInput, estimateCosts } from './estimate/estimate-costs.ts';
export { type Facts, type FactTable, factsOf } from './facts/table.ts';
export { type FactSource, type ListFilter, type RateFamily, readFamilies } from './families/rate-family.ts';
export type { CostModel } from './model.ts';
export { type Amount, amount, amountText, parseAmount, sumOf } from './money/amount.ts';
export type { FoundPrice, MissingPrice, Price, PriceSource, RateQuery, Tier } from './prices/price.ts';
export { type PricingFiles, pricingFolder } from './pricing-files.ts';
export { type TypeClass, type TypeClasses, typeClasses } from './types/type-classes.ts';
export { readUsageFile, type UsageFile } from './usage/usage-file.ts';
export type { UsageProblem } from './usage/usage-problem.ts';
export { type UsageRules, usageRules } from './usage/usage-rules.ts';
export { type UsageVocabulary, usageVocabulary } from './usage/usage-vocabulary.ts';
