import { type Amount, amount, amountText } from '../money/amount.ts';
import { addedPrices, type FoundPrice, type Price, type PriceSource } from '../prices/price.ts';
import { spreadOverTiers, type TierPart, type TierUnit, tierName, withoutFreeTier } from '../prices/tiers.ts';
import { Undetermined } from '../resource/undetermined.ts';
import type { CostComponent } from './cost-report.ts';

/** One thing that is billed. */
export interface Line {
  /** As people know it from price calculators: `Storage (general purpose SSD, gp3)`. The label of the line when left out. */
  readonly name?: string;
  /** As it is shown: `GB`, `hours`, `1M requests`. */
  readonly unit: string;
  /** `aws.ebs.volume-gp3`. */
  readonly rate: string;
  /** A value for every dimension of the rate. */
  readonly dimensions?: Readonly<Record<string, string>>;
  /** Where the price is of another region than the resource: `us-east-1` of services that have one place. */
  readonly region?: string;
  /** A rate that is always paid with this one, such as a licence: its price is added. */
  readonly plus?: { readonly rate: string; readonly dimensions?: Readonly<Record<string, string>> };
  /** A month, in the unit of the rate. Undefined: the usage file would have to say it. */
  readonly quantity: Amount | number | undefined;
  /** How many units of the rate are one unit that is shown: 1,000,000 for `1M requests`, 730 for hours as months. */
  readonly per?: number;
  /** True when only usage tells the quantity. */
  readonly usageBased?: boolean;
  /** What one unit of the rate costs as the usage file says, in the currency of the report. It goes before the price book. */
  readonly usagePrice?: Amount;
  /** `first`: all is paid at the first tier, for tiers that an account fills and not a resource. */
  readonly tiers?: 'spread' | 'first';
  /** What sizes of tiers are named in: `GB` when the unit is GB, else counts. */
  readonly tierUnit?: TierUnit;
  /** The name of one tier, where the field has another than `NAME (first 10TB)`. */
  readonly tierNamed?: (tier: Pick<TierPart, 'start' | 'end'>) => string;
}

/** The bill of a resource, as a model writes it. */
export interface Bill {
  /**
   * Adds a line; null adds none. An attribute that is not known, read while the line is made, makes it unpriced under its label, and
   * the lines after it are made nevertheless: so read what a line needs inside of it.
   */
  line(label: string, make: () => Line | null): void;
  /** The bill of a part: `root_block_device`. */
  group(name: string): Bill;
}

/** A component with its cost, which is not rounded. */
export interface BilledComponent {
  readonly component: CostComponent;
  /** Zero when it is not priced. */
  readonly cost: Amount;
  readonly price: FoundPrice | null;
}

export interface BillOptions {
  readonly prices: PriceSource;
  readonly region: string;
  /** Of the report: a price in another one is no price. */
  readonly currency: string;
  /** Whether allowances of an account are taken off each resource. */
  readonly freeTier: boolean;
}

/** A bill that is being written. */
export interface OpenBill {
  readonly bill: Bill;
  readonly components: readonly BilledComponent[];
  /** Notes what cannot be told. A reason is told once in a group: what hangs on one attribute is one gap, and not many. */
  undetermined(label: string, group: readonly string[], reason: string): void;
}

/** Opens the bill of a resource. */
export function openBill(options: BillOptions): OpenBill {
  const components: BilledComponent[] = [];
  const undetermined: OpenBill['undetermined'] = (label, group, reason) => {
    const isTold = components.some(
      ({ component }) => component.reason === reason && component.group.join('\n').startsWith(group.join('\n')),
    );
    if (!isTold) components.push(unpricedComponent(label, group, reason));
  };
  const billOf = (group: readonly string[]): Bill => ({
    line(label, make) {
      try {
        const line = make();
        if (line !== null) components.push(...lineComponents(label, line, group, options));
      } catch (error) {
        if (!(error instanceof Undetermined)) throw error;
        undetermined(label, group, error.reason);
      }
    },
    group: (name) => billOf([...group, name]),
  });
  return { bill: billOf([]), components, undetermined };
}

function unpricedComponent(name: string, group: readonly string[], reason: string): BilledComponent {
  const unknown = {
    unit: '',
    monthlyQuantity: null,
    unitPrice: null,
    monthlyCost: null,
    usageBased: false,
    rate: null,
  };
  return { component: { group, name, ...unknown, status: 'unpriced', reason }, cost: amount(0), price: null };
}

function lineComponents(
  label: string,
  line: Line,
  group: readonly string[],
  options: BillOptions,
): readonly BilledComponent[] {
  const { name = label, unit, rate, usageBased = false, per = 1 } = line;
  const quantity = line.quantity === undefined ? undefined : amount(line.quantity);
  if (quantity?.lte(0) === true) return [];
  const common = { group, unit, usageBased, rate, ...placeOf(line, options) };
  const price = priceOf(line, options);
  if (price.kind === 'missing') {
    const monthlyQuantity = quantity === undefined ? null : amountText(quantity.div(per));
    const unpriced = { unitPrice: null, monthlyCost: null, status: 'unpriced' as const, reason: price.reason };
    return [{ component: { ...common, name, monthlyQuantity, ...unpriced }, cost: amount(0), price: null }];
  }
  const tiers = tiersOf(line, price, options);
  const { source, date, derived, rules } = price;
  // A price of the usage file, or of the settings, has no source and date to show.
  const isTold = source === '';
  const origin = {
    ...(isTold ? {} : { price: { source, date, derived } }),
    ...(rules === undefined ? {} : { rules }),
  };
  const found = isTold ? null : price;
  const nameOf = (tier: Pick<TierPart, 'start' | 'end'>) => (tiers.length === 1 ? name : nameOfTier(name, line, tier));
  if (quantity === undefined) {
    const [first, second] = tiers;
    const unitPrice = amountText(first.price.times(per));
    const needed = { monthlyQuantity: null, unitPrice, monthlyCost: null, status: 'usage-needed' as const };
    const shown = nameOf({ start: first.start, end: second?.start ?? null });
    return [{ component: { ...common, name: shown, ...needed, ...origin }, cost: amount(0), price: found }];
  }
  return spreadOverTiers(quantity, tiers).map((part) => {
    const cost = part.quantity.times(part.price);
    const component: CostComponent = {
      ...common,
      name: nameOf(part),
      monthlyQuantity: amountText(part.quantity.div(per)),
      unitPrice: amountText(part.price.times(per)),
      monthlyCost: amountText(cost),
      status: 'priced',
      ...origin,
    };
    return { component, cost, price: found };
  });
}

/** What a look-up of the price needs beside the rate. */
function placeOf({ dimensions = {}, region, plus }: Line, options: BillOptions) {
  return {
    ...(Object.keys(dimensions).length === 0 ? {} : { dimensions }),
    ...(region === undefined || region === options.region ? {} : { region }),
    ...(plus === undefined ? {} : { plus }),
  };
}

function priceOf({ rate, dimensions = {}, region, plus, usagePrice }: Line, options: BillOptions): Price {
  if (usagePrice !== undefined) {
    const tier = { start: amount(0), price: usagePrice };
    const { currency } = options;
    return { kind: 'priced', unit: '', currency, tiers: [tier], source: '', date: '', derived: false };
  }
  const at = region ?? options.region;
  const price = options.prices.priceOf({ rate, region: at, dimensions });
  if (price.kind === 'priced' && price.currency !== options.currency) {
    return { kind: 'missing', reason: `the price is in ${price.currency}, and the report in ${options.currency}` };
  }
  if (plus === undefined) return price;
  const added = options.prices.priceOf({ rate: plus.rate, region: at, dimensions: plus.dimensions ?? {} });
  return addedPrices(price, added);
}

function tiersOf({ tiers }: Line, price: FoundPrice, { freeTier }: BillOptions): FoundPrice['tiers'] {
  const paid = freeTier ? price.tiers : withoutFreeTier(price.tiers);
  return tiers === 'first' ? [paid[0]] : paid;
}

function nameOfTier(name: string, { unit, tierUnit, tierNamed }: Line, tier: Pick<TierPart, 'start' | 'end'>): string {
  if (tierNamed !== undefined) return tierNamed(tier);
  return `${name} (${tierName(tier, tierUnit ?? (unit === 'GB' ? 'GB' : 'count'))})`;
}
