import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { repositoryPages } from './repository-pages.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tollgate-pages-'));
  for (const file of [
    'README.md',
    'docs/a.md',
    'docs/a.svg',
    'node_modules/x/README.md',
    'packages/a/test/golden.md',
  ]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `# ${file}`);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('finds the pages of the project, not those of others or of tests', () => {
  expect(repositoryPages(root).files).toEqual(['README.md', 'docs/a.md']);
});

it('knows what is at a path', () => {
  const pages = repositoryPages(root);
  expect(['docs', 'docs/a.svg', 'docs/b.svg', '.'].map(pages.kindOf)).toEqual(['folder', 'file', undefined, 'folder']);
  expect([...pages.page('docs/a.md').anchors]).toEqual(['docsamd']);
});
