import { describe, expect, it } from 'vitest';
import { everyVerdict, type Reorder } from '../test/every-verdict/sample.ts';
import { type Format, formatReport } from './formats.ts';

const goldens: [Format, string][] = [
  ['json', 'decision.json'],
  ['text', 'report.txt'],
  ['markdown', 'report.md'],
  ['sarif', 'report.sarif'],
  ['junit', 'report.junit.xml'],
];

/** Orders that the same input can come in. */
const orders: [string, Reorder][] = [
  ['as it is', (items) => items],
  ['backwards', (items) => items.toReversed()],
  [
    'every second one first',
    (items) => [...items.filter((_, at) => at % 2 === 1), ...items.filter((_, at) => at % 2 === 0)],
  ],
];

describe.each(orders)('a report with every kind of verdict, made from input %s', (_, reorder) => {
  it.each(goldens)('looks as reviewed in %s', async (format, file) => {
    const written = formatReport(everyVerdict(reorder), format, { color: false });
    await expect(written).toMatchFileSnapshot(`../test/every-verdict/golden/${file}`);
  });
});
