import { code, type Section, type TreeRow } from '@tollgate/policy-engine';
import { byCost } from '../estimate/cost-gaps.ts';
import type { CostComponent, CostReport, ResourceCost } from '../estimate/cost-report.ts';
import type { KnownCost } from '../estimate/known-cost.ts';
import { sumOfCosts } from '../estimate/sum-of-totals.ts';
import { amount } from '../money/amount.ts';
import { moneyText, quantityText, unitPriceText } from '../money/money-text.ts';
import { costText } from './cost-text.ts';
import { counted } from './counted.ts';
import { placeInlines } from './place-inlines.ts';

/** Every resource with the lines of its bill, by root module where there are several: the dearest first. */
export function resourceTree(report: CostReport): readonly Section[] {
  const billed = byCost(report.resources.filter(({ components }) => components.length > 0));
  if (billed.length === 0) return [];
  const groups = [...Map.groupBy(billed, ({ rootModule }) => rootModule ?? null)]
    .map(([rootModule, resources]) => ({ rootModule, resources, total: sumOfCosts(resources) }))
    .sort((one, other) => amount(other.total.monthlyCost).cmp(amount(one.total.monthlyCost)));
  const rows = groups.flatMap(({ rootModule, resources, total }): readonly TreeRow[] => {
    const children = resources.map((resource) => resourceRow(resource, report.currency));
    return rootModule === null ? children : [rootModuleRow(rootModule, total, children, report.currency)];
  });
  return [
    {
      title: `What ${counted(billed.length, 'resource')} ${billed.length === 1 ? 'costs' : 'cost'}`,
      folded: false,
      blocks: [
        {
          kind: 'tree',
          columns: [
            { title: 'Resource', align: 'left' },
            { title: 'Quantity', align: 'right' },
            { title: 'Unit price', align: 'right' },
            { title: 'Cost a month', align: 'right' },
          ],
          rows,
        },
      ],
    },
  ];
}

function rootModuleRow(name: string, total: KnownCost, children: readonly TreeRow[], currency: string): TreeRow {
  const cost = { shown: costText(total, currency), sort: Number(total.monthlyCost) };
  return { cells: [[code(name)], '', '', cost], children };
}

function resourceRow(resource: ResourceCost, currency: string): TreeRow {
  const { address, monthlyCost, components, source } = resource;
  const isKnown = components.some(({ status }) => status === 'priced');
  const cost = isKnown ? costText(resource, currency) : 'not known';
  return {
    cells: [[code(address), ...placeInlines(source)], '', '', { shown: cost, sort: Number(monthlyCost) }],
    children: [...Map.groupBy(components, ({ group }) => group[0] ?? null)].flatMap(([group, lines]) => {
      const rows = lines.map((line) => componentRow(line, currency));
      return group === null ? rows : [{ cells: [group, '', '', ''], children: rows }];
    }),
    folded: true,
  };
}

function componentRow(
  { group, name, unit, monthlyQuantity, unitPrice, monthlyCost, status }: CostComponent,
  currency: string,
): TreeRow {
  const missing = status === 'unpriced' ? 'no price' : 'by usage';
  return {
    cells: [
      [...group.slice(1), name].join(': '),
      monthlyQuantity === null ? missing : `${quantityText(monthlyQuantity)} ${unit}`,
      unitPrice === null ? '' : unitPriceText(unitPrice, currency),
      monthlyCost === null ? missing : { shown: moneyText(monthlyCost, currency), sort: Number(monthlyCost) },
    ],
    children: [],
  };
}
