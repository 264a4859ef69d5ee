import { findChromium, openBrowser, type TestBrowser } from '@tollgate/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costChange } from '../../test/cost-change/sample.ts';
import { longTable } from '../../test/page/long-table.ts';
import { arrange } from '../arrange.ts';
import { toHtml } from './page.ts';

const chromium = findChromium();
const costPage = toHtml(arrange(costChange()));
const longPage = toHtml(longTable(1500));

describe.skipIf(chromium === undefined)('tables in Chromium', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
  });
  afterAll(() => browser?.close());

  /** A page with one long table; `top` gives the texts of its first rows. */
  async function openLong() {
    const { page, problems } = await browser.visit(longPage);
    const shown = page.locator('.data tbody tr:visible');
    const top = async (count: number) => (await shown.allTextContents()).slice(0, count);
    return { page, problems, shown, top, costs: page.getByRole('columnheader', { name: 'Cost' }) };
  }

  it('are ordered by amounts, the largest first, then the smallest, then as written', async () => {
    const { page, top, costs } = await openLong();
    const written = ['aws_instance.web[0]$0.00', 'aws_instance.web[1]$7.00'];
    expect(await top(2)).toEqual(written);
    await page.getByRole('button', { name: 'Cost' }).click();
    expect(await costs.getAttribute('aria-sort')).toBe('descending');
    expect(await top(2)).toEqual(['aws_instance.web[857]$1499.00', 'aws_instance.web[214]$1498.00']);
    await page.keyboard.press('Enter');
    expect(await costs.getAttribute('aria-sort')).toBe('ascending');
    expect(await top(2)).toEqual(['aws_instance.web[0]$0.00', 'aws_instance.web[643]$1.00']);
    await page.keyboard.press('Space');
    expect(await costs.getAttribute('aria-sort')).toBeNull();
    expect(await top(2)).toEqual(written);
  });

  it('are ordered by names as people count', async () => {
    const { page, top } = await openLong();
    const names = page.getByRole('button', { name: 'Resource' });
    await names.click();
    await names.click();
    expect(await page.getByRole('columnheader', { name: 'Resource' }).getAttribute('aria-sort')).toBe('descending');
    expect(await top(2)).toEqual(['aws_instance.web[1499]$1493.00', 'aws_instance.web[1498]$1486.00']);
  });

  it('keep what is not known last in either direction', async () => {
    const { page, shown } = await openLong();
    await page.getByRole('searchbox').fill('web[7');
    for (const _ of ['descending', 'ascending']) {
      await page.getByRole('button', { name: 'Cost' }).click();
      expect(await shown.last().textContent()).toBe('aws_instance.web[7]not known');
    }
  });

  it('are searched for every word, and say how many rows match', async () => {
    const { page, problems, shown } = await openLong();
    const status = page.getByRole('status');
    expect(await status.textContent()).toBe('1,500 rows');
    await page.getByRole('searchbox', { name: 'Filter: Resources' }).fill('KNOWN web[1007');
    expect(await shown.allTextContents()).toEqual(['aws_instance.web[1007]not known']);
    expect(await status.textContent()).toBe('1 of 1,500 rows');
    await page.getByRole('searchbox').fill('nowhere');
    expect(await shown.count()).toBe(0);
    expect(await status.textContent()).toBe('0 of 1,500 rows');
    await page.getByRole('searchbox').fill('');
    expect(await status.textContent()).toBe('1,500 rows');
    expect(problems).toEqual([]);
  });

  it('show the first of very many rows, and more when they are wanted', async () => {
    const { page, shown } = await openLong();
    expect(await shown.count()).toBe(1000);
    const more = page.getByRole('button', { name: 'Show 500 more of 500' });
    await more.click();
    expect(await shown.count()).toBe(1500);
    expect(await more.count()).toBe(0);
  });

  /** The tree of all resources. */
  async function openTree() {
    const { page } = await browser.visit(costPage);
    const title = 'All 40 resources with what they are billed for';
    const section = page.getByRole('region', { name: title });
    const row = (name: string) => section.getByRole('row', { name }).first();
    const focused = () => page.locator('tr:focus th').textContent();
    return { page, section, row, focused, shown: section.locator('tbody tr:visible') };
  }

  it('that are trees go by the keyboard alone', async () => {
    const { page, section, row, focused, shown } = await openTree();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      return focused();
    };
    await section.getByRole('button', { name: 'Change' }).focus();
    expect(await press('Tab')).toBe('infra/production');
    expect(await press('ArrowDown', 'ArrowDown')).toBe('aws_db_instance.main');
    expect(await row('aws_db_instance.main').getAttribute('aria-expanded')).toBe('false');
    expect(await row('aws_db_instance.main').getAttribute('aria-level')).toBe('3');
    expect(await press('ArrowRight', 'ArrowRight')).toBe('PostgreSQL, db.r6g.4xlarge');
    expect(await press('ArrowLeft')).toBe('aws_db_instance.main');
    expect(await press('ArrowLeft', 'ArrowLeft')).toBe('module.orders');
    expect(await press('Enter')).toBe('module.orders');
    expect(await press('ArrowDown')).toBe('module.workers');
    expect(await press('ArrowUp', ' ', 'ArrowDown')).toBe('aws_db_instance.main');
    expect(await press('End')).toBe('aws_ecr_repository.search');
    expect(await press('Home', 'ArrowLeft')).toBe('infra/production');
    expect(await row('infra/production').getAttribute('aria-expanded')).toBe('false');
    expect(await press('ArrowDown')).toBe('infra/staging');
    expect(await section.locator('tr[tabindex="0"]').count()).toBe(1);
    expect(await shown.first().textContent()).toContain('infra/production');
  });

  it('that are trees open and close by the mouse', async () => {
    const { page, row, shown } = await openTree();
    const before = await shown.count();
    await row('aws_db_instance.main').getByText('aws_db_instance').click();
    expect(await shown.count()).toBe(before + 3);
    await row('aws_db_instance.main').getByText('aws_db_instance').click();
    expect(await shown.count()).toBe(before);
    await page.getByRole('button', { name: 'Expand all' }).click();
    expect(await shown.count()).toBe(100);
    await page.getByRole('button', { name: 'Collapse all' }).click();
    expect(await shown.count()).toBe(3);
  });

  it('that are trees show around a match what contains it', async () => {
    const { section, shown } = await openTree();
    await section.getByRole('searchbox').fill('r6g.large');
    const names = shown.locator('th');
    expect(await names.allTextContents()).toEqual([
      'infra/search',
      'module.search',
      'aws_opensearch_domain.main',
      'r6g.large.search',
    ]);
    expect(await section.getByRole('status').textContent()).toBe('1 of 100 rows');
    await section.getByRole('searchbox').fill('aws_lb.public');
    expect(await names.allTextContents()).toEqual(['infra/staging', 'aws_lb.public']);
  });

  it('that are trees are ordered within what contains the rows', async () => {
    const { section, shown } = await openTree();
    await section.getByRole('button', { name: 'Collapse all' }).click();
    await section.getByRole('button', { name: 'Change' }).click();
    const names = shown.locator('th');
    const roots = ['infra/production', 'infra/staging', 'infra/search'];
    expect(await names.allTextContents()).toEqual(roots);
    await section.getByRole('button', { name: 'Change' }).click();
    expect(await names.allTextContents()).toEqual(roots.toReversed());
    await shown.first().locator('th').click();
    expect((await names.allTextContents()).slice(0, 3)).toEqual(['infra/search', 'module.search', 'aws_eip.unused']);
  });
});
