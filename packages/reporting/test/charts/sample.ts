import type { Chart, ChartValue, Tree } from '@tollgate/policy-engine';

const value = (amount: number): ChartValue => ({
  amount,
  shown: `${amount < 0 ? '−' : ''}$${Math.abs(amount).toLocaleString('en-US')}`,
});

/** Before and after, with something new. */
export const beforeAndAfter: Chart = {
  kind: 'chart',
  form: 'bars',
  title: 'The largest modules',
  unit: 'USD a month',
  series: ['before', 'after'],
  categories: [
    { label: 'module.orders', values: [value(749.73), value(1407.46)] },
    { label: 'module.data["eu"]', values: [value(550), value(440)] },
    { label: 'module.edge', values: [value(0), value(16.43)] },
  ],
};

/** A single series below a limit. */
export const belowLimit: Chart = {
  kind: 'chart',
  form: 'bars',
  title: 'Spend by team',
  unit: 'USD a month',
  series: ['spent'],
  categories: [
    { label: 'payments', values: [value(910)] },
    { label: 'search', values: [value(120)] },
  ],
  limit: { label: 'budget', value: value(1000) },
};

/** What Mermaid would draw wrong: an amount that is not known, and one below zero. */
export const gapsAndSavings: Chart = {
  kind: 'chart',
  form: 'bars',
  title: 'What changes',
  unit: 'USD a month',
  series: ['change'],
  categories: [
    { label: 'aws_db_instance.main', values: [value(657.73)] },
    { label: 'aws_opensearch_domain.main', values: [value(-121.91)] },
    { label: 'aws_networkfirewall_firewall.edge', values: [null] },
  ],
};

/** Months of one series below a limit. */
export const months: Chart = {
  kind: 'chart',
  form: 'lines',
  title: 'Spend',
  unit: 'USD',
  series: ['spent'],
  categories: [9800, 10120, 10910, 12210].map((amount, index) => ({
    label: `2026-0${index + 1}`,
    values: [value(amount)],
  })),
  limit: { label: 'budget', value: value(13000) },
};

/** Months of which some are spent and the others expected. */
export const monthsAhead: Chart = {
  ...months,
  series: ['spent', 'forecast'],
  categories: [
    { label: '2026-01', values: [value(9800), null] },
    { label: '2026-02', values: [value(10120), value(10120)] },
    { label: '2026-03', values: [null, value(10500)] },
  ],
};

/** More than can be told apart. */
export const manyBars: Chart = {
  ...belowLimit,
  categories: Array.from({ length: 30 }, (_, index) => ({ label: `team-${index + 1}`, values: [value(30 - index)] })),
};

/** Modules, resources and components, closed in part, with amounts that order otherwise than their text. */
export const tree: Tree = {
  kind: 'tree',
  columns: [
    { title: 'Resource', align: 'left' },
    { title: 'Cost a month', align: 'right' },
  ],
  rows: [
    {
      cells: [[{ kind: 'code', text: 'module.orders' }], { shown: '$1,407.46', sort: 1407.46 }],
      children: [
        {
          cells: [[{ kind: 'code', text: 'aws_db_instance.main' }], { shown: '$1,407.46', sort: 1407.46 }],
          folded: true,
          children: [
            { cells: ['Instance', { shown: '$1,315.46', sort: 1315.46 }], children: [] },
            { cells: ['Storage', { shown: '$92.00', sort: 92 }], children: [] },
            { cells: ['Backup', 'not known'], children: [] },
          ],
        },
      ],
    },
    { cells: [[{ kind: 'code', text: 'aws_eip.unused' }], { shown: '$3.65', sort: 3.65 }], children: [] },
  ],
};
