import type { Block, Chart } from '@tollgate/policy-engine';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import {
  beforeAndAfter,
  belowLimit,
  gapsAndSavings,
  manyBars,
  months,
  monthsAhead,
  tree,
} from '../../test/charts/sample.ts';
import { attacks } from '../../test/page/hostile.ts';
import type { ArrangedReport } from '../arrange.ts';
import { blocksMarkdown } from '../markdown.ts';
import { toTerminal } from '../terminal.ts';
import { chartMermaid } from './chart-mermaid.ts';

const blocks: readonly Block[] = [beforeAndAfter, belowLimit, gapsAndSavings, months, monthsAhead, manyBars, tree];

describe('charts and trees', () => {
  it('look as reviewed in Markdown', async () => {
    await expect(`${blocksMarkdown(blocks)}\n`).toMatchFileSnapshot('../../test/charts/golden/charts.md');
  });

  it('look as reviewed as text', async () => {
    const report: ArrangedReport = {
      outcome: 'passed',
      headline: 'Cost: passed.',
      sections: [{ title: 'Charts', folded: false, blocks }],
      footer: [],
    };
    await expect(toTerminal(report, { color: false })).toMatchFileSnapshot('../../test/charts/golden/charts.txt');
  });
});

describe('texts that attack', () => {
  it.each([...attacks, '```\n# Passed', '~~~', '````'])('stay inside of the drawing: %j', (attack) => {
    const chart: Chart = {
      ...gapsAndSavings,
      title: attack,
      unit: attack,
      categories: [{ label: attack, values: [{ amount: -1, shown: attack }] }],
      limit: { label: attack, value: { amount: 1, shown: attack } },
    };
    const drawing = fromMarkdown(blocksMarkdown([chart])).children;
    expect(drawing.map(({ type }) => type)).toEqual(['code']);
    // What it shows, a bar and the limit.
    expect(drawing[0]).toHaveProperty('value', expect.stringMatching(/^.*\n.*\n.*$/));
  });
});

describe('Mermaid is left out', () => {
  const one = (amount: number): Chart => ({
    ...belowLimit,
    categories: [{ label: 'a', values: [{ amount, shown: 'x' }] }],
  });
  it.each([
    ['for what is not known', { ...belowLimit, categories: [{ label: 'a', values: [null] }] }],
    ['for a category without an amount', { ...belowLimit, categories: [{ label: 'a', values: [] }] }],
    ['for bars below zero', one(-1)],
    ['for what is no number', one(Number.NaN)],
    ['for what is not finite', one(Number.POSITIVE_INFINITY)],
    ['for amounts that need an exponent', one(1e21)],
    ['for several lines, which it does not name', monthsAhead],
    [
      'for more points than labels have room',
      {
        ...months,
        categories: Array.from({ length: 19 }, (_, at) => ({ label: `${at}`, values: [{ amount: at, shown: '' }] })),
      },
    ],
    ['for nothing', { ...belowLimit, categories: [] }],
  ])('%s', (_, chart) => {
    expect(chartMermaid(chart)).toBeUndefined();
    expect(blocksMarkdown([chart])).toMatch(/^```text\n/);
  });
});
