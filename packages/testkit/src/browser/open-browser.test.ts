import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('a browser for tests of pages', () => {
  it('tells what a page does that it must not, and leaves nothing behind', async () => {
    const browser = await openBrowser(chromium ?? '');
    const image = 'https://tollgate.example/p.png';
    const { page, problems } = await browser.visit(
      `<title>A</title><img src="${image}"><a href="#b">b</a><script>console.log('said'); alert('asked'); broken();</script>`,
    );
    await page.getByRole('link').click();
    const file = fileURLToPath(page.url());
    expect(existsSync(file)).toBe(true);
    await browser.close();
    expect(existsSync(file)).toBe(false);
    expect(problems.toSorted()).toEqual([
      'dialog: asked',
      expect.stringMatching(/^error: Failed to load resource/),
      'error: broken is not defined',
      'log: said',
      `request: ${image}`,
    ]);
  });
});
