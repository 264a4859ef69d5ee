import { type Cell, code, decide, type Evidence, type Inline, type TreeRow, text } from '@tollgate/policy-engine';
import type { Report } from '../../src/index.ts';
import { type Component, type Resource, roots } from './resources.ts';

/**
 * The cost of a pull request: three root modules, resources in modules with what they are billed for, dearer and cheaper ones,
 * some without a price and some that are not known; two policies block it.
 */
export function costChange(): Report {
  const decision = decide([
    {
      policy: {
        name: 'monthly-limit',
        version: '1.4.0',
        rules: [{ id: 'increase', level: 'soft-mandatory', onUnknown: 'warn' }],
        document: {},
      },
      results: [
        {
          rule: 'increase',
          subject: { kind: 'cost-change', id: 'pull request' },
          outcome: 'fail',
          message: 'the cost rises by `$1,038.47` a month; wanted at most `$500.00`',
        },
      ],
    },
    {
      policy: {
        name: 'large-databases',
        version: '2.0.1',
        rules: [{ id: 'instance-class', level: 'hard-mandatory', onUnknown: 'warn' }],
        document: {},
      },
      results: [
        {
          rule: 'instance-class',
          subject: { kind: 'resource', id: 'module.orders.aws_db_instance.main' },
          outcome: 'fail',
          message: '`db.r6g.4xlarge` is larger than `db.r6g.2xlarge`',
          source: { file: 'modules/database/main.tf', startLine: 42, endLine: 58 },
        },
        {
          rule: 'instance-class',
          subject: { kind: 'resource', id: 'module.search.aws_db_instance.replica' },
          outcome: 'unknown',
          message: 'the class comes from `var.replica_class`',
          source: { file: 'modules/search/main.tf', startLine: 7 },
        },
      ],
    },
  ]);
  return { decision, evidence };
}

const money = (amount: number) => `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2 })}`;

function signed(amount: number): string {
  return `${amount < 0 ? '−' : '+'}${money(Math.abs(amount))}`;
}

/** An amount that is read as money; what has no price is not ordered among those that have. */
function amountCell(amount: number | null): Cell {
  return amount === null ? 'not known' : { shown: money(amount), sort: amount };
}

function deltaCell(before: number | null, after: number | null): Cell {
  if (before === null || after === null) return 'not known';
  const delta = Number((after - before).toFixed(2));
  return { shown: delta === 0 ? '' : signed(delta), sort: delta };
}

const total = (items: readonly { readonly before: number | null; readonly after: number | null }[]) => ({
  before: Number(items.reduce((sum, { before }) => sum + (before ?? 0), 0).toFixed(2)),
  after: Number(items.reduce((sum, { after }) => sum + (after ?? 0), 0).toFixed(2)),
});

function componentRow({ name, quantity, before, after }: Component): TreeRow {
  return { cells: [name, quantity, amountCell(before), amountCell(after), deltaCell(before, after)], children: [] };
}

/** A resource without a known price has a sum of nothing, which is not zero. */
function sumOf({ components }: Resource): { readonly before: number | null; readonly after: number | null } {
  return components.some(({ after }) => after !== null) ? total(components) : { before: null, after: null };
}

function resourceRow(resource: Resource): TreeRow {
  const { before, after } = sumOf(resource);
  const name: Inline[] = [code(resource.address)];
  return {
    cells: [name, '', amountCell(before), amountCell(after), deltaCell(before, after)],
    children: resource.components.map(componentRow),
    folded: true,
  };
}

function moduleRow(address: string, resources: readonly Resource[]): TreeRow {
  const { before, after } = total(resources.flatMap(({ components }) => components));
  const cells = [[code(address)], '', amountCell(before), amountCell(after), deltaCell(before, after)];
  return { cells, children: resources.map(resourceRow) };
}

function rootRow({ name, resources }: (typeof roots)[number]): TreeRow {
  const { before, after } = total(resources.flatMap(({ components }) => components));
  const inside = Map.groupBy(resources, ({ module }) => module);
  return {
    cells: [[code(name)], '', amountCell(before), amountCell(after), deltaCell(before, after)],
    children: [...inside].flatMap(([module, resources]) =>
      module === '' ? resources.map(resourceRow) : [moduleRow(module, resources)],
    ),
  };
}

const all = roots.flatMap(({ resources }) => resources);
const changed = all
  .map((resource) => ({ resource, ...sumOf(resource) }))
  .flatMap(({ resource, before, after }) =>
    before === null || after === null || before === after ? [] : [{ resource, before, after }],
  )
  .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
const sums = total(all.flatMap(({ components }) => components));
const delta = Number((sums.after - sums.before).toFixed(2));

const changeRow = ({ resource, before, after }: (typeof changed)[number]): Cell[] => [
  [code([resource.module, resource.address].filter(Boolean).join('.'))],
  resource.why,
  [{ kind: 'place', place: resource.place }],
  amountCell(before),
  amountCell(after),
  deltaCell(before, after),
];

const changeColumns = [
  { title: 'Resource', align: 'left' },
  { title: 'Why', align: 'left' },
  { title: 'Where', align: 'left' },
  { title: 'Before', align: 'right' },
  { title: 'After', align: 'right' },
  { title: 'Change', align: 'right' },
] as const;

const evidence: Evidence = {
  gate: 'Cost',
  headline: [
    text(
      `${money(sums.before)} → ${money(sums.after)} a month (${signed(delta)}, +${((100 * delta) / sums.before).toFixed(1)} %)`,
    ),
  ],
  remedies: [],
  sections: [
    {
      title: 'Cost by root module',
      folded: false,
      blocks: [
        {
          kind: 'chart',
          form: 'bars',
          title: 'Before and after the change',
          unit: 'USD a month',
          series: ['before', 'after'],
          categories: roots.map(({ name, resources }) => {
            const { before, after } = total(resources.flatMap(({ components }) => components));
            return {
              label: name,
              values: [
                { amount: before, shown: money(before) },
                { amount: after, shown: money(after) },
              ],
            };
          }),
        },
      ],
    },
    {
      title: 'Largest changes',
      folded: false,
      blocks: [{ kind: 'table', columns: changeColumns, rows: changed.slice(0, 8).map(changeRow) }],
    },
    {
      title: `${changed.length - 8} more changes`,
      folded: true,
      blocks: [{ kind: 'table', columns: changeColumns, rows: changed.slice(8).map(changeRow) }],
    },
    {
      title: 'Spend of the last months',
      folded: false,
      blocks: [
        {
          kind: 'chart',
          form: 'lines',
          title: 'What was spent, and what is expected',
          unit: 'USD',
          series: ['spent', 'forecast'],
          categories: [9800, 10120, 10050, 10910, 11240, 11020, 11870, 12210, null, null, null, null].map(
            (amount, index) => ({
              label: `2026-${String(index + 1).padStart(2, '0')}`,
              values: [
                amount === null ? null : { amount, shown: money(amount) },
                index < 7 ? null : { amount: 12210 + 410 * (index - 7), shown: money(12210 + 410 * (index - 7)) },
              ],
            }),
          ),
          limit: { label: 'budget', value: { amount: 13000, shown: money(13000) } },
        },
      ],
    },
  ],
  appendix: () => [
    {
      title: `All ${all.length} resources with what they are billed for`,
      folded: false,
      blocks: [
        {
          kind: 'tree',
          columns: [
            { title: 'Resource', align: 'left' },
            { title: 'Quantity', align: 'right' },
            { title: 'Before', align: 'right' },
            { title: 'After', align: 'right' },
            { title: 'Change', align: 'right' },
          ],
          rows: roots.map(rootRow),
        },
      ],
    },
  ],
  unknowns: [
    [text('Not priced, and not in the total: '), code('aws_networkfirewall_firewall.edge'), text('.')],
    [text('Not known before apply: '), code('module.search.aws_db_instance.replica'), text('.')],
    '3 resources are billed by usage that nobody told: a usage file gives it.',
  ],
  sources: [
    'embedded prices of 2026-07-20',
    [{ kind: 'link', text: 'run 812', url: 'https://github.com/acme/infra/actions/runs/812' }],
  ],
  rules: [
    {
      policy: 'monthly-limit',
      rule: 'increase',
      level: 'soft-mandatory',
      description: 'A change adds at most $500 a month.',
      approvers: ['team:finops'],
    },
    {
      policy: 'large-databases',
      rule: 'instance-class',
      level: 'hard-mandatory',
      description: 'Databases larger than `db.r6g.2xlarge` are planned with the platform team.',
      remedy: 'Choose `db.r6g.2xlarge` or smaller.',
      owners: ['platform-data'],
    },
  ],
};
