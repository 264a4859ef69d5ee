import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wantedRoots } from './root-modules.ts';

let workingFolder: string;
beforeEach(() => {
  workingFolder = mkdtempSync(join(tmpdir(), 'tollgate-roots-'));
  for (const folder of ['infra/dev', 'infra/prod', 'other/inner']) {
    mkdirSync(join(workingFolder, folder), { recursive: true });
    writeFileSync(join(workingFolder, folder, 'main.tf'), '');
  }
});
afterEach(() => rmSync(workingFolder, { recursive: true, force: true }));

const link = (to: string, path: string) => symlinkSync(to, join(workingFolder, path));

async function namesOf(...paths: string[]): Promise<string[]> {
  const roots = await wantedRoots({ paths, plans: [], workspace: '', varFiles: [], workingFolder });
  return roots.map(({ name }) => name);
}

describe('root modules that the input names', () => {
  it('are one however often and however they are written', async () => {
    expect(await namesOf('infra/prod', './infra/prod', 'infra/prod/')).toEqual(['infra/prod']);
    expect(await namesOf('./')).toEqual(['.']);
    expect(await namesOf('infra/prod/', './infra/*')).toEqual(['infra/prod', 'infra/dev']);
  });

  it('are matched by a pattern where a link has taken their place', async () => {
    rmSync(join(workingFolder, 'infra/prod'), { recursive: true });
    link('../other/inner', 'infra/prod');
    expect(await namesOf('infra/*')).toEqual(['infra/dev', 'infra/prod']);
  });

  it('are matched by a pattern behind a link', async () => {
    link('other', 'live');
    expect(await namesOf('live/*')).toEqual(['live/inner']);
  });

  it('are found once where links lead in a circle', async () => {
    link('.', 'infra/self');
    link('../infra', 'infra/round');
    expect(await namesOf('infra/*')).toEqual(['infra/dev', 'infra/prod']);
    expect(await namesOf('infra/**')).toEqual([
      'infra/dev',
      'infra/prod',
      'infra/round/dev',
      'infra/round/prod',
      'infra/self/dev',
      'infra/self/prod',
    ]);
  });
});
