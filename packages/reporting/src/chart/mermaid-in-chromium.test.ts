import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Chart } from '@tollgate/policy-engine';
import { findChromium, openBrowser, type TestBrowser, type Visit } from '@tollgate/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beforeAndAfter, belowLimit, manyBars, months } from '../../test/charts/sample.ts';
import { attacks } from '../../test/page/hostile.ts';
import { chartMermaid } from './chart-mermaid.ts';

const chromium = findChromium();
const mermaidFolder = dirname(createRequire(import.meta.url).resolve('@mermaid-js/tiny/package.json'));

/** What has a meaning in the language of Mermaid, or in what reads it before its grammar does. */
const mermaidAttacks = [
  '"] \n bar [9, 9]\n x-axis ["',
  '%%{init: {"securityLevel": "loose"}}%%',
  '}%% %% comment',
  '---\nconfig:\n  securityLevel: loose\n---',
  '`**strong**` _em_ "`markdown`"',
  '#quot;#35; &quot; $$\\frac{1}{2}$$',
  'style: #fff; classDef a fill:#f00;',
  '[a](https://evil.example) [[b]] ((c)) {d} <e>',
  'title accTitle: accDescr { x } :::class click',
  '```\n# Passed',
  '-->',
  '\\',
  '🚀 naïve 日本 ±5 %',
];

describe.skipIf(chromium === undefined)('charts drawn by Mermaid in Chromium', () => {
  let browser: TestBrowser;
  let visit: Visit;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
    visit = await browser.visit('<!doctype html><title>Charts</title><div id="chart"></div>');
    await visit.page.addScriptTag({ path: join(mermaidFolder, 'dist/mermaid.tiny.js') });
    await visit.page.evaluate('mermaid.initialize({ startOnLoad: false, securityLevel: "strict" })');
  });
  afterAll(() => browser?.close());

  /** The marks and the texts of a chart as Mermaid draws it. */
  async function drawn(chart: Chart) {
    const source = chartMermaid(chart);
    const { page } = visit;
    await page.evaluate(
      `mermaid.render('drawn', ${JSON.stringify(source)}).then(({ svg }) => { chart.innerHTML = svg; })`,
    );
    return {
      bars: await page.locator('#chart .plot rect').count(),
      lines: await page.locator('#chart .plot path').count(),
      texts: (await page.locator('#chart text').allTextContents()).map((text) => text.trim()),
      active: await page.locator('#chart :is(a, script, img, image, foreignObject, [onclick], [onerror])').count(),
    };
  }

  it.each([
    ['bars of before and after beside each other', beforeAndAfter, { bars: 6, lines: 0 }],
    ['bars below a limit', belowLimit, { bars: 2, lines: 1 }],
    [
      'as many bars as there can be',
      { ...manyBars, categories: manyBars.categories.slice(0, 16) },
      { bars: 16, lines: 1 },
    ],
    ['a line below a limit', months, { bars: 0, lines: 2 }],
  ])('are %s', async (_, chart, marks) => {
    const { bars, lines, texts } = await drawn(chart);
    expect({ bars, lines }).toEqual(marks);
    for (const { label } of chart.categories) {
      expect(texts.some((text) => text.startsWith(label.replaceAll('"', '″')))).toBe(true);
    }
  });

  it('have colours that are seen on white and on black', async () => {
    await drawn(belowLimit);
    const marks = visit.page.locator('#chart .plot :is(rect, path)');
    expect(await marks.first().getAttribute('fill')).toBe('#3f83d9');
    expect(await marks.last().getAttribute('stroke')).toBe('#d1552f');
  });

  it.each([...mermaidAttacks, ...attacks])('keep text as text: %j', async (attack) => {
    const chart: Chart = {
      ...beforeAndAfter,
      title: attack,
      unit: attack,
      series: [attack, attack],
      categories: [
        {
          label: attack,
          values: [
            { amount: 1, shown: attack },
            { amount: 2, shown: attack },
          ],
        },
      ],
      limit: { label: attack, value: { amount: 3, shown: attack } },
    };
    const { bars, lines, texts, active } = await drawn(chart);
    expect({ bars, lines, active }).toEqual({ bars: 2, lines: 1, active: 0 });
    // A title and two labels, besides the numbers of the axis.
    expect(texts.filter((text) => !/^[\d.]+$/.test(text))).toHaveLength(3);
    expect(visit.problems).toEqual([]);
  });
});
