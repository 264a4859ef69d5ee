import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tollgateHost } from './tollgate-host.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tollgate-host-'));
  mkdirSync(join(root, 'packages/cli/bin'), { recursive: true });
  mkdirSync(join(root, 'examples/a'), { recursive: true });
  writeFileSync(join(root, 'package.json'), JSON.stringify({ scripts: { start: 'x', test: 'y' } }));
  writeFileSync(join(root, 'examples/a/main.tf'), 'old');
  writeFileSync(
    join(root, 'packages/cli/bin/tollgate.js'),
    `const fs = require('node:fs');
     if (process.argv[2] === 'write') fs.writeFileSync('main.tf', 'new');
     console.log(fs.readFileSync('main.tf', 'utf8'), Object.keys(process.env).sort().join());
     console.error('progress');
     process.exitCode = 3;`,
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('runs the built command in a folder, with a bare environment', async () => {
  const host = await tollgateHost(root);
  expect(host.scripts).toEqual(['start', 'test']);
  const run = await host.open('examples', false, (tollgate) => tollgate(['check'], 'a'));
  expect(run).toEqual({ exitCode: 3, stdout: 'old HOME,NO_COLOR,PATH,TZ\n', stderr: 'progress\n' });
});

it('keeps the repository as it is when it runs in a copy, and removes the copy', async () => {
  const host = await tollgateHost(root);
  const [first, second] = await host.open('examples/a', true, async (tollgate) => [
    await tollgate(['write'], '.'),
    await tollgate(['check'], '.'),
  ]);
  expect([first?.stdout, second?.stdout].map((text) => text?.slice(0, 3))).toEqual(['new', 'new']);
  expect(readFileSync(join(root, 'examples/a/main.tf'), 'utf8')).toBe('old');
});

it('says what is missing', async () => {
  const host = await tollgateHost(root);
  const inNoFolder = await host.open('examples', false, (tollgate) => tollgate([], 'none'));
  expect(inNoFolder).toMatchObject({ exitCode: 127, stderr: expect.stringContaining('does not exist') });
  rmSync(join(root, 'packages'), { recursive: true });
  expect(existsSync(join(root, 'packages'))).toBe(false);
  const unbuilt = await host.open('.', false, (tollgate) => tollgate([], '.'));
  expect(unbuilt).toMatchObject({ exitCode: 127, stderr: expect.stringContaining('npm run build') });
});
