import { type Block, code, type Phrase, type Section, text } from '@tollgate/policy-engine';
import {
  byCost,
  type CostReport,
  componentLabel,
  costGaps,
  coverageText,
  moneyText,
  priceDates,
  quantityText,
  type ResourceCost,
  settingTexts,
  unitPriceText,
} from '@tollgate/pricing';
import { type ArrangedReport, counted, toMarkdown } from '@tollgate/reporting';

/** As many resources stand in the open table; the others are folded. */
const openRows = 10;

/** Writes a report as Markdown: the dearest resources, all components folded, and what is not known. */
export function costMarkdown(report: CostReport): string {
  return toMarkdown(arranged(report), { limit: Number.POSITIVE_INFINITY });
}

function arranged(report: CostReport): ArrangedReport {
  const { currency, monthlyCost, range, coverage, prices } = report;
  const from = range === null ? '' : `, at least ${moneyText(range.low, currency)}`;
  const dates = priceDates(report);
  return {
    // The colour of a report that blocks nothing, and that does not know all.
    outcome: coverage.unpriced + coverage.unsupported > 0 ? 'warned' : 'passed',
    headline: [
      { kind: 'strong', text: `Cost: ${moneyText(monthlyCost, currency)} a month${from}.` },
      text(` ${coverageText(report)}.`),
    ],
    sections: [...resourceSections(report), ...gapSections(report)],
    footer: [
      ...(dates === null ? [] : [`${prices.source} prices of ${dates.from} to ${dates.to}`]),
      ...settingTexts(report),
    ],
  };
}

function resourceSections(report: CostReport): readonly Section[] {
  const { resources, currency } = report;
  const billed = byCost(resources.filter(({ components }) => components.length > 0));
  if (billed.length === 0) return [];
  const rest = billed.slice(openRows);
  return [
    { title: 'Cost a month', folded: false, blocks: [resourceTable(billed.slice(0, openRows), currency)] },
    ...(rest.length === 0
      ? []
      : [{ title: `${counted(rest.length, 'more resource')}`, folded: true, blocks: [resourceTable(rest, currency)] }]),
    {
      title: `What ${counted(billed.length, 'resource')} ${billed.length === 1 ? 'is' : 'are'} billed for`,
      folded: true,
      blocks: [componentTable(billed, currency)],
    },
  ];
}

function resourceTable(resources: readonly ResourceCost[], currency: string): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Resource', align: 'left' },
      { title: 'Place', align: 'left' },
      { title: 'Cost a month', align: 'right' },
    ],
    rows: resources.map((resource) => [[code(resource.address)], placeOf(resource), costOf(resource, currency)]),
  };
}

function placeOf({ source }: ResourceCost): Phrase {
  if (source === null) return '';
  const { file, startLine, endLine } = source;
  return [{ kind: 'place', place: { file, startLine, endLine } }];
}

function costOf({ monthlyCost, range, components }: ResourceCost, currency: string): string {
  if (components.every(({ status }) => status !== 'priced')) return 'not known';
  const low = range === null ? '' : `${moneyText(range.low, currency)} to `;
  return `${low}${moneyText(monthlyCost, currency)}`;
}

function componentTable(resources: readonly ResourceCost[], currency: string): Block {
  const rows = resources.flatMap(({ address, components }) =>
    components.map((component): readonly Phrase[] => {
      const { monthlyQuantity, unit, unitPrice, monthlyCost, status } = component;
      const missing = status === 'unpriced' ? 'unpriced' : 'by usage';
      return [
        [code(address)],
        componentLabel(component),
        monthlyQuantity === null ? missing : `${quantityText(monthlyQuantity)} ${unit}`,
        unitPrice === null ? '' : unitPriceText(unitPrice, currency),
        monthlyCost === null ? '' : moneyText(monthlyCost, currency),
      ];
    }),
  );
  return {
    kind: 'table',
    columns: [
      { title: 'Resource', align: 'left' },
      { title: 'Component', align: 'left' },
      { title: 'Quantity', align: 'right' },
      { title: 'Unit price', align: 'right' },
      { title: 'Cost a month', align: 'right' },
    ],
    rows,
  };
}

function gapSections(report: CostReport): readonly Section[] {
  const { usageNeeded, unpriced, unsupported, assumed, ranges } = costGaps(report);
  return [
    ...listSection(
      'unpriced and not in the total',
      unpriced.map(({ resource, components }) => [
        code(resource.address),
        text(`: ${components.map((each) => `${componentLabel(each)}: ${each.reason ?? ''}`).join('; ')}`),
      ]),
    ),
    ...listSection(
      'unsupported and not in the total',
      unsupported.map(({ address }) => [code(address)]),
    ),
    ...listSection(
      'billed by usage that is not told',
      usageNeeded.map(({ resource, components }) => [
        code(resource.address),
        text(`: ${components.map(componentLabel).join(', ')}`),
      ]),
    ),
    ...listSection(
      'between two costs',
      ranges.map(({ address, unknowns }) => [code(address), text(`: ${unknowns.join('; ')}`)]),
    ),
    ...listSection(
      'with defaults that were assumed',
      assumed.map(({ address, assumptions }) => [
        code(address),
        text(`: ${assumptions.map(({ attribute, value }) => `${attribute} = ${value}`).join(', ')}`),
      ]),
    ),
    ...(report.problems.length === 0
      ? []
      : [
          {
            title: 'Problems of the input',
            folded: false,
            blocks: [{ kind: 'list', items: report.problems } as const],
          },
        ]),
  ];
}

function listSection(what: string, items: readonly Phrase[]): readonly Section[] {
  if (items.length === 0) return [];
  const title = `${counted(items.length, 'resource')} ${what}`;
  return [{ title, folded: true, blocks: [{ kind: 'list', items }] }];
}
