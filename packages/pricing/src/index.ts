export { awsModels } from './aws/index.ts';
export { type BookCoverage, bookCoverage, isPricedIn, type RateCoverage } from './book/book-coverage.ts';
export { openPriceBook, type PriceBook } from './book/price-book.ts';
export { type BookSummary, type ServiceSummary, summarizeBook } from './book/summarize-book.ts';
export type {
  ChangeReason,
  ComponentChange,
  ComponentState,
  CostChange,
  ResourceChange,
  RootModuleChange,
} from './changes/cost-change.ts';
export { type CostChangeFile, mergeCostChanges } from './changes/merge-cost-changes.ts';
export { readCostChange, readCostReport } from './documents/read-document.ts';
export { PricingError } from './error.ts';
export {
  byCost,
  type CostGaps,
  componentLabel,
  costGaps,
  coverageText,
  type Gap,
  priceDates,
  priceSources,
  settingTexts,
} from './estimate/cost-gaps.ts';
export type {
  Assumption,
  CostComponent,
  CostCoverage,
  CostRange,
  CostReport,
  ResourceCost,
  SettingUse,
} from './estimate/cost-report.ts';
export { estimateCosts } from './estimate/estimate-costs.ts';
export type { EstimateInput } from './estimate/estimation.ts';
export { type ChangeRemark, changeRemarks } from './evidence/change-remarks.ts';
export { costEvidence, type JudgedCostChange } from './evidence/cost-evidence.ts';
export { reportEvidence } from './evidence/report-evidence.ts';
export { familyFinder } from './families/family-finder.ts';
export type { FactSource, ListFilter, RateFamily } from './families/rate-family.ts';
export { type CostsRun, type CostsToJudge, checkCosts } from './gate/check-costs.ts';
export { costGate } from './gate/cost-gate.ts';
export type { CostRoot, CostRun } from './gate/cost-run.ts';
export type { CostSubject } from './gate/cost-subject.ts';
export { costSubjects } from './gate/cost-subjects.ts';
export { environmentOf } from './gate/environment-of.ts';
export type { CostModel } from './model.ts';
export { type Amount, amount, amountText } from './money/amount.ts';
export { moneyText, quantityText, unitPriceText } from './money/money-text.ts';
export type { FoundPrice, MissingPrice, Price, PriceSource, RateQuery, Tier } from './prices/price.ts';
export { sourceNames } from './prices/source-names.ts';
export { type PricingFiles, pricingFolder } from './pricing-files.ts';
export { type PricedRun, type PriceRunRequest, priceRun } from './run/price-run.ts';
export { openPricing, type PricedRoot, type Pricing, type PricingOptions } from './run/pricing.ts';
export { type RunCostsInput, runCosts } from './run/run-costs.ts';
export type { RunRootModule } from './run/run-root-module.ts';
export { type RunUsage, runUsage } from './run/run-usage.ts';
export { alternativeSchema } from './savings/alternative-schema.ts';
export { type CostFixOptions, planCostFixes } from './savings/fixes/plan-cost-fixes.ts';
export type { CostSettings } from './settings/cost-settings.ts';
export { repositorySettings } from './settings/repository-settings.ts';
export type { KnownTags } from './settings/scheduled-hours.ts';
export { type GivenCurrency, withCurrency } from './settings/with-currency.ts';
export { defaultAgeLimitDays } from './sources/age.ts';
export { type LivePriceOptions, type LivePrices, livePrices } from './sources/live/live-prices.ts';
export type { Network } from './sources/network.ts';
export type { PriceList } from './sources/price-list.ts';
export { type ListProvider, listProviders, openPriceList, type PriceListOptions } from './sources/price-lists.ts';
export { readBookFolder, readFamiliesFolder, writeBookFolder } from './sources/update/book-folder.ts';
export type { BookTexts } from './sources/update/book-prices.ts';
export { largestChanges, type PriceChange } from './sources/update/price-change.ts';
export { type BookUpdate, type BookUpdateInput, updateBook } from './sources/update/update-book.ts';
export { type TypeClass, type TypeClasses, typeClasses } from './types/type-classes.ts';
export { type SyncedUsage, syncUsageFile } from './usage/sync-usage-file.ts';
export { readUsageFile, type UsageFile } from './usage/usage-file.ts';
export { type UsageNeed, type WatchedUsage, watchUsage } from './usage/usage-needs.ts';
export type { UsageProblem } from './usage/usage-problem.ts';
export { type UsageRules, usageRules } from './usage/usage-rules.ts';
export { type UsageVocabulary, usageVocabulary } from './usage/usage-vocabulary.ts';
