import { expect, it } from 'vitest';
import type { ArrangedReport } from './arrange.ts';
import { toTerminal } from './terminal.ts';

it('keeps a long name from pushing the columns of all rows apart', () => {
  const names = ['a'.repeat(3_000), 'b'];
  const report: ArrangedReport = {
    outcome: 'passed',
    headline: 'Cost',
    sections: [
      {
        title: 'What changes',
        folded: false,
        blocks: [
          {
            kind: 'table',
            columns: ['Resource', 'Change'].map((title) => ({ title, align: 'left' })),
            rows: names.map((name) => [name, '+$1.00']),
          },
        ],
      },
    ],
    footer: [],
  };
  const lines = toTerminal(report, { color: false }).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(420);
});
