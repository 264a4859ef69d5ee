import { readSettings } from '@tollgate/terraform';
import { amountText } from '../money/amount.ts';
import type { PricingFiles } from '../pricing-files.ts';
import type { CostSettings } from './cost-settings.ts';
import { knownRates } from './known-rates.ts';
import { RuleReader } from './rule-reader.ts';

/**
 * Reads the part `cost:` of a settings file; null when it has none.
 * @throws TerraformError with line and column of every mistake: what the schema forbids, a number out of bounds, a rate that does
 * not exist.
 */
export async function readCostSettings(file: string, text: string, files: PricingFiles): Promise<CostSettings | null> {
  const settings = readSettings(file, text);
  const { content } = settings;
  // A validator is large, and most repositories have no such settings.
  const hasCost = typeof content === 'object' && content !== null && 'cost' in content;
  if (!hasCost) return null;
  const { isWrittenSettings, schemaProblems } = await import('./settings-schema.ts');
  if (!isWrittenSettings(content)) throw settings.refusal(schemaProblems(content));
  const written = content.cost ?? {};
  const reader = new RuleReader(settings, knownRates(files));
  const { currency, hoursPerMonth, freeTier, discounts = [], commitments = [], prices = [], schedules = [] } = written;
  const month = { least: 0, most: 744, above: true };
  const hours = hoursPerMonth === undefined ? null : reader.decimal(['cost', 'hoursPerMonth'], hoursPerMonth, month);
  const read: CostSettings = {
    currency: currency === undefined ? null : reader.currency(currency),
    hoursPerMonth:
      hours === null
        ? null
        : { hours, text: reader.told(`${amountText(hours)} hours a month`, ['cost', 'hoursPerMonth']) },
    freeTier:
      freeTier === undefined
        ? null
        : { isOn: freeTier, text: reader.told(`Free tier ${freeTier ? 'on' : 'off'}`, ['cost', 'freeTier']) },
    discounts: discounts.map((rule, index) => reader.discount(rule, ['cost', 'discounts', index])),
    commitments: commitments.map((rule, index) => reader.commitment(rule, ['cost', 'commitments', index])),
    prices: prices.map((rule, index) => reader.price(rule, ['cost', 'prices', index])),
    schedules: schedules.map((rule, index) => reader.schedule(rule, ['cost', 'schedules', index])),
  };
  settings.check();
  return read;
}
