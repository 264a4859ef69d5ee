// Times reading a repository of many root modules after a change of one file: only those that the change can affect, and all of
// them, with their base; each in a process of its own. Prints a table.
// Usage: node bench/affected-root-modules.ts [ROOT MODULES]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlanWithSources, readRootModules } from '../packages/resources/src/index.ts';
import { manyRootModules, rootModule, sharedModule } from './many-root-modules.ts';

const [count = 50] = process.argv.slice(2).map(Number);

async function read(folder: string, isSkipping: boolean): Promise<void> {
  const roots = Array.from({ length: count }, (_, index) => {
    const path = `live/r${index}`;
    return { name: path, path, plan: null, workspace: undefined, variables: [] };
  });
  const options = {
    base: { kind: 'commit', ref: 'HEAD' },
    followRenames: true,
    onlyAffected: isSkipping ? { shared: ['usage.yml'] } : null,
    readFile: readPlanWithSources,
  } as const;
  const started = performance.now();
  let evaluated = 0;
  for await (const { kind } of readRootModules(roots, options, { workingFolder: folder, environment: {} })) {
    evaluated += Number(kind === 'read');
  }
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(JSON.stringify({ evaluated, ms: performance.now() - started, mebibytes: maxRSS / 1024 }));
}

const [, , , folder, mode] = process.argv;
if (folder === undefined) {
  const made = mkdtempSync(join(tmpdir(), 'tollgate-roots-'));
  try {
    manyRootModules(made, count);
    const changes = [
      ['nothing', null],
      ['one root module', 'live/r7/main.tf'],
      ['a module of three root modules in ten', 'modules/m3/main.tf'],
    ] as const;
    for (const [name, file] of changes) {
      if (file !== null)
        writeFileSync(join(made, file), `${file.startsWith('live') ? rootModule(7) : sharedModule()}# changed\n`);
      for (const mode of ['affected', 'all']) {
        const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, String(count), made, mode], {
          encoding: 'utf8',
        });
        if (stdout === '') throw new Error(stderr);
        const { evaluated, ms, mebibytes } = JSON.parse(stdout);
        console.log(
          `${name.padEnd(40)} ${mode.padEnd(9)} evaluated ${String(evaluated).padStart(4)}  ${ms.toFixed(0).padStart(6)} ms  ${mebibytes.toFixed(0).padStart(4)} MiB`,
        );
      }
      spawnSync('git', ['checkout', '--quiet', '.'], { cwd: made });
    }
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
} else {
  await read(folder, mode === 'affected');
}
