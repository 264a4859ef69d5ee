import {
  type CostComponent,
  type CostReport,
  componentLabel,
  moneyText,
  openPriceBook,
  type PricingFiles,
  quantityText,
  type ResourceCost,
  sourceNames,
  unitPriceText,
} from '@tollgate/pricing';
import { visible } from '@tollgate/reporting';
import { UsageError } from '../error.ts';
import { rateText, tiersText } from '../prices/rate-text.ts';

/**
 * Explains what a resource costs: of each line the rate with its tiers, the sum, and where the price comes from; then what was assumed.
 * Of several root modules with the address each is explained, or the one that is named as in `live/prod:aws_instance.web`.
 * @throws UsageError when the report does not have the resource.
 */
export function explanationText(report: CostReport, address: string, files: PricingFiles): string {
  const found = report.resources.filter((each) => each.address === address || nameOf(each) === address);
  if (found.length === 0) throw new UsageError(notThere(report, address));
  const sections = [...found.flatMap((resource) => explained(resource, report, files)), ...wholeRules(report)];
  return `${sections.map((lines) => lines.map(visible).join('\n')).join('\n\n')}\n`;
}

function explained(
  resource: ResourceCost,
  { currency }: CostReport,
  files: PricingFiles,
): readonly (readonly string[])[] {
  const { source, type, region, status, monthlyCost, range, components, assumptions, unknowns, schedule } = resource;
  const place = source === null ? '' : `  ${source.file}:${source.startLine}`;
  const least = range === null ? '' : `, at least ${moneyText(range.low, currency)}`;
  return [
    [
      `${nameOf(resource)}${place}`,
      `  ${type} in ${region}: ${statusText(status)}, ${moneyText(monthlyCost, currency)} a month${least}`,
    ],
    ...(schedule === undefined ? [] : [['  Schedule', `    ${schedule}`]]),
    ...components.map((component) => componentLines(component, { region, currency, files })),
    ...(unknowns.length === 0 ? [] : [['  Not known', ...unknowns.map((unknown) => `    ${unknown}`)]]),
    ...(assumptions.length === 0
      ? []
      : [['  Assumed', ...assumptions.map(({ attribute, value }) => `    ${attribute} = ${value}`)]]),
  ];
}

/** The address, with its root module where there are several. */
function nameOf({ address, rootModule }: ResourceCost): string {
  return rootModule === undefined ? address : `${rootModule}:${address}`;
}

/** Rules of the settings that are about every resource. */
function wholeRules({ settings = [] }: CostReport): readonly (readonly string[])[] {
  const rules = settings.filter(({ uses }) => uses === null);
  return rules.length === 0 ? [] : [['  Settings', ...rules.map(({ rule }) => `    ${rule}`)]];
}

function notThere({ resources }: CostReport, address: string): string {
  const near = resources.map((each) => each.address).filter((each) => each.startsWith(address));
  const hint = near.length === 0 ? '' : ` There is ${near.slice(0, 3).join(', ')}.`;
  return `There is no resource ${address} to explain.${hint} Run without --explain to see all addresses.`;
}

function statusText(status: CostReport['resources'][number]['status']): string {
  switch (status) {
    case 'priced':
      return 'priced';
    case 'free':
      return 'free';
    case 'unpriced':
      return 'priced in part';
    case 'unsupported':
      return 'there is no cost model for this type';
  }
}

function componentLines(
  component: CostComponent,
  { region, currency, files }: { readonly region: string; readonly currency: string; readonly files: PricingFiles },
): readonly string[] {
  const { rate, dimensions = {}, plus, reason, price, rules = [] } = component;
  const at = component.region ?? region;
  const added = plus === undefined ? '' : `, and ${rateText({ rate: plus.rate, dimensions: plus.dimensions ?? {} })}`;
  const found = rate === null ? null : openPriceBook(files).priceOf({ rate, region: at, dimensions });
  // What settings make of it stands in the sum.
  const isBookPrice = rules.length === 0 && found?.kind === 'priced' && found.currency === currency;
  const derived = price?.derived === true ? ', derived from other prices' : '';
  return [
    `  ${componentLabel(component)}`,
    `    cost    ${sumText(component, currency)}`,
    ...(rate === null ? [] : [`    rate    ${rateText({ rate, dimensions })}${added} in ${at}`]),
    ...(found?.kind === 'priced' && plus === undefined
      ? [`    ${isBookPrice ? 'price' : 'list '}   ${tiersText(found)}`]
      : []),
    ...rules.map((rule) => `    rule    ${rule}`),
    ...(price === undefined ? [] : [`    source  ${sourceNames(files)(price.source)}, ${price.date}${derived}`]),
    ...(reason === undefined ? [] : [`    reason  ${reason}`]),
  ];
}

/** `730 hours × $0.096 = $70.08`. */
function sumText(component: CostComponent, currency: string): string {
  const { monthlyQuantity, unit, unitPrice, monthlyCost, usageBased } = component;
  const quantity = monthlyQuantity === null ? null : `${quantityText(monthlyQuantity)} ${unit}`;
  if (unitPrice === null) return quantity === null ? 'unpriced' : `${quantity}, unpriced`;
  const price = unitPriceText(unitPrice, currency);
  if (quantity === null || monthlyCost === null) return `by usage (${unit}) × ${price}, not told`;
  return `${quantity}${usageBased ? ' (usage)' : ''} × ${price} = ${moneyText(monthlyCost, currency)}`;
}
