import type { Cell } from '@tollgate/policy-engine';
import type { ArrangedReport } from '../../src/index.ts';

/** A report with a table of so many rows, whose amounts order otherwise than their text. */
export function longTable(count: number): ArrangedReport {
  const rows = Array.from({ length: count }, (_, index): Cell[] => [
    [{ kind: 'code', text: `aws_instance.web[${index}]` }],
    index % 1000 === 7 ? 'not known' : { shown: `$${(index * 7) % count}.00`, sort: (index * 7) % count },
  ]);
  return {
    outcome: 'passed',
    headline: 'Cost: passed.',
    sections: [
      {
        title: 'Resources',
        folded: false,
        blocks: [
          {
            kind: 'table',
            columns: [
              { title: 'Resource', align: 'left' },
              { title: 'Cost', align: 'right' },
            ],
            rows,
          },
        ],
      },
    ],
    footer: [],
  };
}
