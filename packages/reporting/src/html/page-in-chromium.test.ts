import { findChromium, openBrowser, type TestBrowser } from '@tollgate/testkit';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costChange } from '../../test/cost-change/sample.ts';
import { attacks, hostileReport } from '../../test/page/hostile.ts';
import { arrange } from '../arrange.ts';
import { visible } from '../visible.ts';
import { toHtml } from './page.ts';

const chromium = findChromium();
const placeUrl = (file: string, line: number) => `https://github.com/acme/infra/blob/abc/${file}#L${line}`;
const costPage = toHtml(arrange(costChange()), { placeUrl });
const withoutScript = costPage.replace(/<script>.*<\/script>/s, '');

describe.skipIf(chromium === undefined)('the page in Chromium', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
  });
  afterAll(() => browser?.close());

  it('makes no request, breaks no rule of its policy and says nothing in the console', async () => {
    const { page, problems } = await browser.visit(costPage);
    await page.getByRole('button', { name: 'Expand all' }).click();
    expect(problems).toEqual([]);
  });

  it('cannot run or load what is not ours', async () => {
    const foreign = '<script>document.title = "owned"</script><img src="https://evil.example/p.png" alt="">';
    const { page, problems } = await browser.visit(costPage.replace('</main>', `${foreign}</main>`));
    expect(await page.title()).toMatch(/^Cost: blocked\. \$2,828\.61 → /);
    expect(problems).toEqual([
      expect.stringContaining("violates the following Content Security Policy directive 'script-src"),
      expect.stringContaining("violates the following Content Security Policy directive: \"default-src 'none'"),
    ]);
  });

  it.each([
    ['in light', costPage, { colorScheme: 'light' }],
    ['in dark', costPage, { colorScheme: 'dark' }],
    ['in a narrow window', costPage, { viewport: { width: 360, height: 740 } }],
    ['without its script', withoutScript, {}],
  ] as const)('is accessible %s', async (_, html, options) => {
    const { page } = await browser.visit(html, options);
    await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
    await page.evaluate(axe.source);
    const violations = 'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))';
    expect(await page.evaluate(violations)).toEqual([]);
  });

  it.each([360, 1600])('does not scroll sideways in a window of %i pixels', async (width) => {
    const { page } = await browser.visit(costPage, { viewport: { width, height: 800 } });
    await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await page.evaluate('document.body.scrollWidth <= document.body.clientWidth')).toBe(true);
  });

  it('is dark where the reader wants it dark, and light on paper', async () => {
    const { page } = await browser.visit(costPage, { colorScheme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(20, 23, 27)');
    await page.emulateMedia({ media: 'print' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
  });

  it('has all of its rows on paper, and nothing to press', async () => {
    const { page } = await browser.visit(costPage);
    await page.getByRole('button', { name: 'Collapse all' }).click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.data tbody tr:visible').count()).toBe(await page.locator('.data tbody tr').count());
    expect(await page.locator('input:visible, .controls button:visible, nav:visible').count()).toBe(0);
  });

  it('is not cut off at the side of a sheet', async () => {
    // A4 without the margins that browsers leave.
    const { page } = await browser.visit(costPage, { viewport: { width: 718, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    const tooWide = '[...document.querySelectorAll("table")].filter((table) => table.scrollWidth > innerWidth).length';
    expect(await page.evaluate(tooWide)).toBe(0);
  });

  it('can be read without its script', async () => {
    const { page } = await browser.visit(withoutScript);
    expect(await page.getByText('root_block_device: Storage (gp3)').first().isVisible()).toBe(true);
    expect(await page.locator('.controls:visible').count()).toBe(0);
    await page.locator('summary', { hasText: '17 more changes' }).click();
    expect(await page.getByText('aws_ecr_repository.search').first().isVisible()).toBe(true);
  });

  it('leads to its content and its sections by the keyboard', async () => {
    const { page } = await browser.visit(costPage);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: '17 more changes' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('aws_ecr_repository.search').first().waitFor();
  });

  it('shows texts that attack as they are', async () => {
    const { page, problems } = await browser.visit(toHtml(hostileReport()));
    expect(problems).toEqual([]);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      ...attacks.map((attack) => visible(attack)),
      'Links',
    ]);
    expect(await page.locator('script, style').count()).toBe(2);
    expect(await page.locator('img, base, iframe, template, [onload], [onerror], [onfocus]').count()).toBe(0);
    expect(await page.locator('main a').count()).toBe(0);
  });
});
