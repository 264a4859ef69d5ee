// Draws docs/images/comment.png and cost-comment.png: the comments that `npm start` writes, as pages that look as GitHub shows them,
// photographed by Chromium. Run it after a change of their look: npm start && node scripts/picture.ts
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const root = dirname(import.meta.dirname);
/** Comments that are photographed, each with the size of the window in which it is open. */
const pictures = [
  { comment: 'comment', size: '940,760' },
  { comment: 'cost-comment', size: '1180,900' },
];
const browser = process.env.CHROMIUM ?? '/usr/bin/chromium';

if (!existsSync(browser))
  fail(`There is no ${browser}. Install Chromium (Debian package "chromium"), or name it in CHROMIUM.`);

const folder = mkdtempSync(join(tmpdir(), 'tollgate-picture-'));
try {
  for (const { comment, size } of pictures) photograph(comment, size);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function photograph(comment: string, size: string): void {
  const markdown = join(root, `out/${comment}.md`);
  if (!existsSync(markdown)) fail(`There is no out/${comment}.md. Run "npm start" first.`);
  const page = join(folder, `${comment}.html`);
  writeFileSync(page, pageOf(readFileSync(markdown, 'utf8')));
  execFileSync(
    browser,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--hide-scrollbars',
      '--force-device-scale-factor=2',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=${size}`,
      `--screenshot=${join(root, `docs/images/${comment}.png`)}`,
      pathToFileURL(page).href,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
}

function pageOf(markdown: string): string {
  const body = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Comment</title>
<style>
  body { margin: 24px; font: 14px/1.5 "Liberation Sans", Arial, sans-serif; color: #1f2328; background: #fff; }
  article { border: 1px solid #d1d9e0; border-radius: 6px; }
  header { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e; }
  header b { color: #1f2328; }
  header i { font-style: normal; font-size: 12px; border: 1px solid #d1d9e0; border-radius: 1em; padding: 0 7px; margin-left: 4px; }
  main { padding: 4px 16px 12px; }
  h3 { font-size: 17px; font-weight: 400; margin: 12px 0; }
  a { color: #0969da; text-decoration: none; }
  code { font: 12px "Liberation Mono", monospace; background: #eff1f3; border-radius: 6px; padding: 3px 5px; }
  table { border-collapse: collapse; margin: 8px 0 14px; }
  th, td { border: 1px solid #d1d9e0; padding: 6px 12px; }
  tr:nth-child(2n) td { background: #f6f8fa; }
  ul { padding-left: 1.8em; margin: 8px 0 14px; }
  details { margin: 8px 0 14px; }
  sub { font-size: 12px; color: #59636e; vertical-align: baseline; }
</style>
<article><header><b>github-actions</b><i>bot</i> commented</header><main>${body}</main></article></html>`;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
