import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';

/** A page in the browser, opened from disk. */
export interface Visit {
  readonly page: Page;
  /** What a page that stands alone must not do: errors, warnings, messages, and every request that it made; none leaves. */
  readonly problems: readonly string[];
}

/** A browser for tests of pages. */
export interface TestBrowser {
  /** Opens HTML as a file; each visit is one of a new user. */
  visit(html: string, options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/**
 * openBrowser starts Chromium.
 * @example const browser = await openBrowser(path); const { page, problems } = await browser.visit('<p>Hello</p>');
 */
export async function openBrowser(executablePath: string): Promise<TestBrowser> {
  // Loaded here, because most tests with the test kit open no page.
  const { chromium } = await import('playwright-core');
  // Its sandbox does not work as root, which tests in a container run as; the pages are ours.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const folder = mkdtempSync(join(tmpdir(), 'tollgate-pages-'));
  let visits = 0;
  return {
    async visit(html, options = {}) {
      visits += 1;
      const file = join(folder, `${visits}.html`);
      writeFileSync(file, html);
      const own = pathToFileURL(file).href;
      const problems: string[] = [];
      const context = await browser.newContext(options);
      await context.route(
        (url) => url.href.split('#')[0] !== own,
        (route) => {
          problems.push(`request: ${route.request().url()}`);
          return route.abort();
        },
      );
      const page = await context.newPage();
      page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => {
        problems.push(`dialog: ${dialog.message()}`);
        return dialog.dismiss();
      });
      await page.goto(own);
      return { page, problems };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
