export { awsModels } from './aws/index.ts';
export { openPriceBook, type PriceBook } from './book/price-book.ts';
export { type BookSummary, type ServiceSummary, summarizeBook } from './book/summarize-book.ts';
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
export { type EstimateInput, type Estimation, openEstimation } from './estimate/estimation.ts';
export { type Facts, type FactTable, factsOf } from './facts/table.ts';
export { familyFinder } from './families/family-finder.ts';
export { type FactSource, type ListFilter, type RateFamily, readFamilies } from './families/rate-family.ts';
export type { CostModel } from './model.ts';
export { type Amount, amount, amountText, parseAmount, sumOf } from './money/amount.ts';
export { moneyText, quantityText, unitPriceText } from './money/money-text.ts';
export type { FoundPrice, MissingPrice, Price, PriceSource, RateQuery, Tier } from './prices/price.ts';
export { sourceNames } from './prices/source-names.ts';
export { type PricingFiles, pricingFolder } from './pricing-files.ts';
export { estimateRootModules, type RootModuleInput } from './run/estimate-root-modules.ts';
export { openPricing, type PricedRoot, type Pricing, type PricingOptions } from './run/pricing.ts';
export { applySettings, type SettingsInput } from './settings/apply-settings.ts';
export type { CostSettings } from './settings/cost-settings.ts';
export { readCostSettings, settingsFile } from './settings/read-cost-settings.ts';
export { repositorySettings } from './settings/repository-settings.ts';
export type { KnownTags } from './settings/scheduled-hours.ts';
export { type AgeLimit, daysBetween, defaultAgeLimitDays, type WatchedPrices, watchPriceAge } from './sources/age.ts';
export { type LivePriceOptions, type LivePrices, livePrices, withLookUps } from './sources/live/live-prices.ts';
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
