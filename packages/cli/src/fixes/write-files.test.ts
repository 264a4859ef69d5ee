import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writeFiles', () => {
  it.skipIf(process.platform === 'win32')('leaves nothing half written when there is no room', () => {
    const texts = { 'a.tf': 'a = 1\n', 'b.tf': 'x'.repeat(8192) };
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    // The shell lets no file grow above 2 KiB.
    const script = `
      import { writeFiles } from ${JSON.stringify(new URL('./write-files.ts', import.meta.url).href)};
      const edit = (bytes) => Buffer.concat([bytes, Buffer.from('y')]);
      writeFiles(process.argv[1], [{ file: 'a.tf', edit }, { file: 'b.tf', edit }]);`;
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', 'ulimit -f 2; exec "$@"', '', process.execPath, '--input-type=module', '-e', script, folder],
      { encoding: 'utf8' },
    );
    expect(stderr).toContain('Nothing was written: EFBIG');
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual(['a.tf', 'b.tf']);
    for (const [name, text] of Object.entries(texts)) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });
});
