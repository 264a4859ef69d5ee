import { stripVTControlCharacters, styleText } from 'node:util';
import {
  byCost,
  type CostComponent,
  type CostReport,
  componentLabel,
  costGaps,
  coverageText,
  type Gap,
  moneyText,
  priceDates,
  priceSources,
  quantityText,
  type ResourceCost,
  settingTexts,
  unitPriceText,
} from '@tollgate/pricing';
import { clip, textColumns, visible } from '@tollgate/reporting';

/** What is beside the report. */
export interface CostTextOptions {
  /** What the cost is of: `infra`, `plan plan.json`. */
  readonly title: string;
  readonly color: boolean;
  /** The address of the module instance of a resource; null for the root module. */
  readonly moduleOf: (address: string) => string | null;
  /** The name of a source of prices by its code. */
  readonly sourceName: (code: string) => string;
}

/** A longer name is cut short. */
const maxText = 90;
/** As many resources are named in a list of what is not known. */
const maxNamed = 60;

type Style = (text: string) => string;
/** Label, quantity, unit price, monthly cost; a row of one cell stands for itself. */
type Row = readonly [string, string, string, string] | readonly [string];

/** Writes what resources cost as a table: the dearest first, each with what it is billed for, then what is not known. */
export function costText(report: CostReport, { title, color, moduleOf, sourceName }: CostTextOptions): string {
  const { resources, currency, monthlyCost, range } = report;
  const bold: Style = (text) => (color ? styleText('bold', text, { validateStream: false }) : text);
  const dim: Style = (text) => (color ? styleText('dim', text, { validateStream: false }) : text);
  const from = range === null ? '' : `, at least ${moneyText(range.low, currency)}`;
  const headline = bold(`Cost of ${visible(title)}: ${moneyText(monthlyCost, currency)} a month${from}.`);

  const billed = byCost(resources.filter(({ components }) => components.length > 0));
  const rows: Row[] = [];
  for (const { name, monthlyCost: cost, resources: own } of rootModulesOf(report, billed)) {
    if (name !== null) rows.push([''], [bold(visible(clip(name, maxText))), '', '', bold(moneyText(cost, currency))]);
    for (const [module, group] of Map.groupBy(own, ({ address }) => moduleOf(address) ?? '')) {
      if (module !== '') rows.push([''], [bold(visible(clip(module, maxText)))]);
      for (const resource of group) rows.push([''], ...resourceRows(resource, module, currency, { bold, dim }));
    }
  }
  if (billed.length > 0) rows.push([''], [bold('Total'), '', '', bold(moneyText(monthlyCost, currency))]);

  const sections = [
    [headline],
    table(rows),
    gapLines(report, bold),
    settingLines(report),
    sourceLines(report, sourceName),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n').replace(/^\n/, ''))
    .join('\n\n')}\n`;
}

/** Resources by root module, as the report has these; one alone has no name. */
function rootModulesOf({ rootModules, monthlyCost }: CostReport, billed: readonly ResourceCost[]) {
  if (rootModules === undefined) return [{ name: null, monthlyCost, resources: billed }];
  const byRoot = Map.groupBy(billed, ({ rootModule }) => rootModule);
  return rootModules.map((root) => ({ ...root, resources: byRoot.get(root.name) ?? [] }));
}

function resourceRows(
  resource: ResourceCost,
  module: string,
  currency: string,
  { bold, dim }: { readonly bold: Style; readonly dim: Style },
): readonly Row[] {
  const { address, source, components, monthlyCost, range } = resource;
  const name = visible(clip(module === '' ? address : address.slice(module.length + 1), maxText));
  const place = source === null ? '' : `  ${dim(visible(`${source.file}:${source.startLine}`))}`;
  const cost = components.some(({ status }) => status === 'priced') ? bold(moneyText(monthlyCost, currency)) : '';
  const least = range === null ? [] : [[`  at least ${moneyText(range.low, currency)}`] as const];
  const rows: Row[] = [[`${bold(name)}${place}`, '', '', cost], ...least];
  let group: readonly string[] = [];
  for (const component of components) {
    for (const [depth, part] of component.group.entries()) {
      if (group.slice(0, depth + 1).join('\n') !== component.group.slice(0, depth + 1).join('\n'))
        rows.push([`${'  '.repeat(depth + 1)}${visible(clip(part, maxText))}`]);
    }
    group = component.group;
    rows.push(componentRow(component, currency));
  }
  return rows;
}

function componentRow(component: CostComponent, currency: string): Row {
  const { group, name, unit, monthlyQuantity, unitPrice, monthlyCost, status, reason = '' } = component;
  const label = `${'  '.repeat(group.length + 1)}${visible(clip(name, maxText))}`;
  if (status === 'unpriced') return [`${label}  unpriced: ${visible(reason)}`];
  const quantity = monthlyQuantity === null ? `by usage, ${unit}` : `${quantityText(monthlyQuantity)} ${unit}`;
  const price = unitPrice === null ? '' : unitPriceText(unitPrice, currency);
  return [label, quantity, price, monthlyCost === null ? 'not told' : moneyText(monthlyCost, currency)];
}

/** Sets rows below each other; prices and costs stand to the right. A row of one cell takes no part in the widths. */
function table(rows: readonly Row[]): readonly string[] {
  const full = rows.filter((row) => row.length === 4);
  const widths = [2, 3].map((index) => full.reduce((most, row) => Math.max(most, widthOf(row[index] ?? '')), 0));
  const aligned = textColumns(
    full.map(([label, quantity, ...amounts]) => [
      label,
      quantity,
      ...amounts.map((cell, at) => toRight(cell, widths[at] ?? 0)),
    ]),
  );
  let next = 0;
  return rows.map((row) => {
    if (row.length === 1) return row[0];
    next += 1;
    return aligned[next - 1] ?? '';
  });
}

function toRight(cell: string, width: number): string {
  return cell === '' ? '' : `${' '.repeat(width - widthOf(cell))}${cell}`;
}

function widthOf(cell: string): number {
  return stripVTControlCharacters(cell).length;
}

/** What the total does not hold, and what it takes for granted. */
function gapLines(report: CostReport, bold: Style): readonly string[] {
  const { usageNeeded, unpriced, unsupported, assumed, ranges } = costGaps(report);
  const lines = (gaps: readonly Gap[], tell: (gap: Gap) => string) =>
    gaps.map((gap) => `${gap.resource.address}: ${tell(gap)}`);
  return [
    `${bold('Coverage')}: ${coverageText(report)}.`,
    ...listed('Billed by usage that is not told (give it with --usage-file)', [
      ...lines(usageNeeded, ({ components }) => components.map(componentLabel).join(', ')),
    ]),
    ...listed('Unpriced, and not in the total', [
      ...lines(unpriced, ({ components }) =>
        components.map((each) => `${componentLabel(each)}: ${each.reason ?? ''}`).join('; '),
      ),
    ]),
    ...listed(
      'Unsupported, and not in the total',
      unsupported.map(({ address }) => address),
    ),
    ...listed(
      'Between two costs, since something is not known',
      ranges.map(({ address, unknowns }) => `${address}: ${unknowns.join('; ')}`),
    ),
    ...listed(
      'Assumed',
      assumed.map(
        ({ address, assumptions }) =>
          `${address}: ${assumptions.map(({ attribute, value }) => `${attribute} = ${value}`).join(', ')}`,
      ),
    ),
  ];
}

function listed(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length > maxNamed ? [`  … ${items.length - maxNamed} more`] : [];
  return [title, ...items.slice(0, maxNamed).map((item) => `  ${visible(item)}`), ...more];
}

/** What the repository says about prices and hours: who reads the total must see that it is not at public prices. */
function settingLines(report: CostReport): readonly string[] {
  return listed('Settings', settingTexts(report));
}

function sourceLines(report: CostReport, sourceName: (code: string) => string): readonly string[] {
  const dates = priceDates(report);
  if (dates === null) return [];
  const span = dates.from === dates.to ? `of ${dates.from}` : `of ${dates.from} to ${dates.to}`;
  const sources = priceSources(report).map(sourceName).join('; ');
  return [`Prices: ${report.prices.source} price book, ${span}, in ${report.currency}. Sources: ${sources}.`];
}
