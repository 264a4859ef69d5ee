import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { editedBytes } from '@tollgate/resources';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { changed, type Files, plan, readFixCases } from '../../test/fix-cases.ts';

const cases = readFixCases();
const withWindowsBreaks = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));

describe('planFixes', () => {
  it.each(cases)('$name', async ({ request, before, after }) => {
    const planned = await plan(before, request);
    expect(planned.plan.fixes.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    expect(changed(planned)).toEqual(after);
  });

  it.each(cases)('has nothing to do a second time: $name', async ({ request, before, after }) => {
    const { plan: second } = await plan({ ...before, ...after }, request);
    expect({ fixes: second.fixes, files: second.files }).toEqual({ fixes: [], files: [] });
  });

  it.each(cases)('keeps the line breaks of Windows: $name', async ({ request, before, after }) => {
    expect(changed(await plan(withWindowsBreaks(before), request))).toEqual(withWindowsBreaks(after));
  });

  it.each(cases)(
    'gives edits that make the file, and only for this file: $name',
    async ({ request, before, after }) => {
      const { plan: planned } = await plan(before, request);
      for (const fix of planned.files) {
        const edited = editedBytes(fix, Buffer.from(before[fix.file] ?? ''));
        expect(edited.ok && Buffer.from(edited.value).toString()).toBe(after[fix.file]);
        const changedFile = editedBytes(fix, Buffer.from(`${before[fix.file]} `));
        expect(changedFile).toEqual({ ok: false, problem: `${fix.file} has changed since the plan was made.` });
      }
    },
  );

  it('plans the same each time, and follows its schema', async () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../../resources/schema/fix-plan.json', import.meta.url), 'utf8'),
    );
    const validate = new Ajv2020({ strict: true }).compile(schema);
    for (const { request, before } of cases) {
      const { plan: planned } = await plan(before, request);
      expect(validate(JSON.parse(JSON.stringify(planned))), JSON.stringify(validate.errors)).toBe(true);
      expect((await plan(before, request)).plan).toEqual(planned);
    }
  });

  it.skipIf(spawnSync('terraform', ['version']).error !== undefined)(
    'leaves files as terraform fmt would, where they were so before',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'tollgate-fixes-'));
      try {
        const formatted = cases.filter(({ request }) => request.formatted !== false);
        for (const [index, { before, after }] of formatted.entries()) {
          for (const [path, text] of Object.entries({ ...before, ...after })) {
            const file = join(folder, `${index}`, path);
            mkdirSync(dirname(file), { recursive: true });
            writeFileSync(file, text);
          }
        }
        expect(
          execFileSync('terraform', ['fmt', '-list=true', '-check', '-recursive', folder], {
            encoding: 'utf8',
            stdio: 'pipe',
          }),
        ).toBe('');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
