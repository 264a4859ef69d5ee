import type { EstimateInput } from '../estimate/estimation.ts';
import { factsOf } from '../facts/table.ts';
import type { PriceSource } from '../prices/price.ts';
import type { PricingFiles } from '../pricing-files.ts';
import type { CostSettings } from './cost-settings.ts';
import { type ScheduleInput, scheduledHours } from './scheduled-hours.ts';
import type { SettingRule } from './setting-uses.ts';
import { settledPrices } from './settled-prices.ts';

/** What settings are applied to. */
export interface SettingsInput extends Pick<ScheduleInput, 'tagsOf' | 'environments'> {
  readonly prices: PriceSource;
  readonly files: PricingFiles;
}

/**
 * The parts of an estimate that settings decide.
 *
 * @example
 * estimateCosts({ ...input, ...applySettings(settings, { prices, files, tagsOf, environments }) })
 */
export function applySettings(
  settings: CostSettings,
  { prices, files, tagsOf, environments }: SettingsInput,
): Pick<EstimateInput, 'prices' | 'currency' | 'freeTier' | 'rules'> & Required<Pick<EstimateInput, 'hoursOf'>> {
  return {
    prices: settledPrices(prices, settings),
    currency: settings.currency?.code ?? 'USD',
    freeTier: settings.freeTier?.isOn ?? false,
    hoursOf: scheduledHours(settings, { facts: factsOf(files), tagsOf, environments }),
    rules: rulesOf(settings),
  };
}

function rulesOf(settings: CostSettings): readonly SettingRule[] {
  const { currency, hoursPerMonth, freeTier, discounts, commitments, prices, schedules } = settings;
  const whole = [currency, hoursPerMonth, freeTier].flatMap((rule) => rule ?? []);
  const single = [...discounts, ...commitments, ...prices, ...schedules];
  return [
    ...whole.map(({ text }) => ({ text, about: 'report' as const })),
    ...single.map(({ text }) => ({ text, about: 'lines' as const })),
  ];
}
