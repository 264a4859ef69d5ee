import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inShell } from './shell.ts';

const configuration = `provider "aws" { region = "eu-west-1" }
resource "aws_nat_gateway" "n" { subnet_id = "s" }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-sync-'));
  writeFileSync(join(folder, 'main.tf'), configuration);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `tollgate cost` in the folder, and gives what a shell would see. */
async function cost(...args: string[]) {
  return inShell(['cost', folder, '--max-price-age', '9999', ...args], {
    workingFolder: folder,
    packsFolder: join(folder, 'none'),
  });
}

const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('tollgate cost --sync-usage', () => {
  it('makes the file, adds nothing in a second run, and uses it', async () => {
    const first = await cost('--sync-usage', 'usage.yml');
    expect(first.err).toBe('Added 1 key to usage.yml. Write the usage of a month behind each that matters.\n');
    expect(first.out).toContain('not told');
    expect(textOf('usage.yml')).toContain('monthly_data_processed_gb: # GB a month, for "Data processed"');

    const before = textOf('usage.yml');
    expect(await cost('--sync-usage', 'usage.yml')).toMatchObject({
      code: 0,
      err: 'Nothing is missing in usage.yml.\n',
    });
    expect(textOf('usage.yml')).toBe(before);

    writeFileSync(join(folder, 'usage.yml'), before.replace('_gb:', '_gb: 100'));
    const told = await cost('--sync-usage', 'usage.yml');
    expect(told.out).toContain('100 GB');
    expect(told.out).not.toContain('not told');
  });

  it.each([
    ['a link', 'link.yml', 'reached by a link'],
    ['a file in a linked folder', 'linked/usage.yml', 'reached by a link'],
    ['a folder', 'real', 'is no file'],
    ['a folder that is not there', 'none/usage.yml', 'There is no folder none'],
    ['what is not UTF-8', 'latin.yml', 'is not UTF-8'],
  ])('refuses %s', async (_, file, message) => {
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real/usage.yml'), 'version: 0.1\n');
    writeFileSync(join(folder, 'latin.yml'), Buffer.from([0x23, 0xe9, 0x0a]));
    symlinkSync('real/usage.yml', join(folder, 'link.yml'));
    symlinkSync('real', join(folder, 'linked'));
    const { code, err } = await cost('--sync-usage', file);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(textOf('real/usage.yml')).toBe('version: 0.1\n');
  });

  it('does not go with another usage file', async () => {
    const { code, err } = await cost('--sync-usage', 'a.yml', '--usage-file', 'b.yml');
    expect(err).toContain('--sync-usage');
    expect(code).toBe(2);
  });
});
