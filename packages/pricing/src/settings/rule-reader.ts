import { nameSuggestion } from '@tollgate/hcl';
import type { SettingPath, SettingsFile } from '@tollgate/terraform';
import type { RateFamily } from '../families/rate-family.ts';
import { type Amount, amount, amountText } from '../money/amount.ts';
import type { Tier } from '../prices/price.ts';
import type { CommitmentRule, CurrencyRule, DiscountRule, PriceRule, ScheduleRule } from './cost-settings.ts';
import { type DecimalBounds, leftBy, readDecimal } from './decimals.ts';
import type { KnownRates } from './known-rates.ts';
import { weeklyHours } from './weekly-hours.ts';
import type {
  WrittenCommitment,
  WrittenDecimal,
  WrittenDiscount,
  WrittenPrice,
  WrittenSchedule,
  WrittenSettings,
} from './written-settings.ts';

const percents: DecimalBounds = { least: 0, most: 100 };
const monthOfHours: DecimalBounds = { least: 0, most: 744, above: true };
const anything: DecimalBounds = { least: 0, most: 1e15 };

type Currency = NonNullable<NonNullable<WrittenSettings['cost']>['currency']>;

/** Reads rules that the schema allows, and notes in the file what else is wrong with them. */
export class RuleReader {
  readonly #settings: SettingsFile;
  readonly #rates: KnownRates;

  constructor(settings: SettingsFile, rates: KnownRates) {
    this.#settings = settings;
    this.#rates = rates;
  }

  /** What a rule does, with its name and its place. */
  told(what: string, path: SettingPath, name?: string): string {
    return `${what}${name === undefined ? '' : `, ${name}`} (${this.#settings.placeOf(path)})`;
  }

  /** A decimal; zero, and a mistake that is noted, when it is out of bounds. */
  decimal(path: SettingPath, written: WrittenDecimal, bounds: DecimalBounds): Amount {
    const value = readDecimal(written, bounds);
    if (typeof value !== 'string') return value;
    this.#settings.report(path, value);
    return amount(0);
  }

  currency({ code, rate }: Currency): CurrencyRule {
    const path = ['cost', 'currency'];
    const value = this.decimal([...path, 'rate'], rate, { least: 0, most: 1e9, above: true });
    if (code === 'USD' && !value.eq(1)) this.#settings.report([...path, 'rate'], 'must be 1 for USD');
    return { code, rate: value, text: this.told(`1 USD = ${amountText(value)} ${code}`, path) };
  }

  discount(rule: WrittenDiscount, path: SettingPath): DiscountRule {
    const percent = this.decimal([...path, 'percent'], rule.percent, percents);
    const scope = this.#scope(rule, path);
    const what = `${amountText(percent)} % off ${scopeText(scope)}`;
    return { ...scope, factor: leftBy(percent), text: this.told(what, path, rule.name) };
  }

  commitment(rule: WrittenCommitment, path: SettingPath): CommitmentRule {
    const percent = this.decimal([...path, 'percent'], rule.percent, percents);
    const coverage = this.decimal([...path, 'coverage'], rule.coverage, percents);
    const scope = this.#scope(rule, path);
    const what = `${amountText(coverage)} % of ${scopeText(scope)} committed at ${amountText(percent)} % off`;
    const factor = leftBy(coverage.times(percent).div(100));
    return { ...scope, factor, text: this.told(what, path, rule.name) };
  }

  price(rule: WrittenPrice, path: SettingPath): PriceRule {
    const { rate, regions = null, dimensions = {} } = rule;
    const family = this.#rates.family(rate);
    if (family === null) this.#settings.report([...path, 'rate'], this.#rates.problem(rate) ?? 'must be one rate');
    else this.#checkDimensions(family, dimensions, [...path, 'dimensions']);
    const values = Object.entries(dimensions).map(([name, value]) => [name, String(value)] as const);
    const of = values.length === 0 ? '' : ` (${values.map((each) => each.join('=')).join(', ')})`;
    const what = `Own price of ${rate}${of}${regions === null ? '' : ` in ${regions.join(', ')}`}`;
    const tiers = this.#tiers(rule, path);
    const text = this.told(what, path, rule.name);
    return { rates: [rate], regions, dimensions: Object.fromEntries(values), unit: family?.unit ?? '', tiers, text };
  }

  schedule(rule: WrittenSchedule, path: SettingPath): ScheduleRule {
    const { resources = null, tags = {}, environments = null } = rule;
    const hours = this.#hours(rule, path);
    const tagText = Object.entries(tags).map(([key, values]) => `${key}=${values.join('|')}`);
    const about = [...(resources ?? []), ...tagText, ...(environments ?? [])];
    const whom = about.length === 0 ? 'what can be stopped' : about.join(', ');
    const text = this.told(`${amountText(hours.round(2))} hours a month for ${whom}`, path, rule.name);
    return { resources, tags, environments, hours, text };
  }

  #scope(rule: WrittenDiscount | WrittenCommitment, path: SettingPath) {
    const { rates, regions = null } = rule;
    for (const [index, rate] of rates.entries()) {
      const problem = this.#rates.problem(rate);
      if (problem !== null) this.#settings.report([...path, 'rates', index], problem);
    }
    return { rates, regions };
  }

  #checkDimensions({ name, dimensions }: RateFamily, given: object, path: SettingPath): void {
    for (const key of Object.keys(given)) {
      if (dimensions.includes(key)) continue;
      const near = nameSuggestion(key, dimensions);
      const has = `${name} has ${dimensions.length === 0 ? 'no dimensions' : `the dimensions ${dimensions.join(', ')}`}`;
      this.#settings.report(
        [...path, key],
        `is no dimension: ${has}${near === undefined ? '' : `; it may be meant as "${near}"`}`,
      );
    }
  }

  #tiers({ price, tiers }: WrittenPrice, path: SettingPath): readonly [Tier, ...Tier[]] {
    const at = (from: Amount, written: WrittenDecimal, place: SettingPath): Tier => ({
      start: from,
      price: this.decimal(place, written, anything),
    });
    const zero = amount(0);
    if ((price === undefined) === (tiers === undefined)) {
      this.#settings.report(path, 'must have either "price" or "tiers"');
    }
    if (price !== undefined) return [at(zero, price, [...path, 'price'])];
    const read = (tiers ?? []).map(({ from, price: each }, index) => {
      const place = [...path, 'tiers', index];
      return at(this.decimal([...place, 'from'], from, anything), each, [...place, 'price']);
    });
    for (const [index, { start }] of read.entries()) {
      const last = read[index - 1];
      const isWrong = last === undefined ? !start.eq(0) : start.lte(last.start);
      const wanted = last === undefined ? 'must be 0 for the first tier' : 'must be above that of the tier before';
      if (isWrong) this.#settings.report([...path, 'tiers', index, 'from'], wanted);
    }
    const [first = { start: zero, price: zero }, ...rest] = read;
    return [first, ...rest];
  }

  #hours({ hours, running }: WrittenSchedule, path: SettingPath): Amount {
    if ((hours === undefined) === (running === undefined)) {
      this.#settings.report(path, 'must have either "hours" or "running"');
    }
    if (hours !== undefined) return this.decimal([...path, 'hours'], hours, monthOfHours);
    return running === undefined ? amount(0) : weeklyHours(running);
  }
}

function scopeText({ rates, regions }: Pick<DiscountRule, 'rates' | 'regions'>): string {
  return `${rates.join(', ')}${regions === null ? '' : ` in ${regions.join(', ')}`}`;
}
