import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathFromTop } from './path-from-top.ts';

describe('the path of a file from the top of its repository', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tollgate-top-'));
    mkdirSync(join(folder, 'repository/.git'), { recursive: true });
    mkdirSync(join(folder, 'repository/infra'));
    writeFileSync(join(folder, 'repository/usage-b.yml'), '');
    symlinkSync('usage-b.yml', join(folder, 'repository/usage.yml'));
    symlinkSync('repository', join(folder, 'checkout'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['is from the top, not from the working folder', 'usage.yml', 'infra/usage.yml'],
    ['can lead up', '../usage-b.yml', 'usage-b.yml'],
    ['is also there without the file', '..name/gone.yml', 'infra/..name/gone.yml'],
    ['of a link is its own name, which a change can make lead elsewhere', '../usage.yml', 'usage.yml'],
    ['is found by another way to the repository', '../../checkout/usage-b.yml', 'usage-b.yml'],
    ['is none for a file elsewhere', '../../usage.yml', null],
  ])('%s', (_, file, path) => {
    expect(pathFromTop(file, join(folder, 'repository/infra'))).toBe(path);
  });
});
