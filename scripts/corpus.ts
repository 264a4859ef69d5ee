// Runs the corpus tests: how much of the real files beside the project is read and judged rightly.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readTestCounts } from './test-results.ts';

const root = dirname(import.meta.dirname);
const corpus = process.env.TOLLGATE_CORPUS ?? join(root, '..', 'shared', 'data');

if (!existsSync(corpus)) {
  console.log(
    `Corpus tests: left out, there is no folder ${process.env.TOLLGATE_CORPUS ?? '../shared/data'} (set TOLLGATE_CORPUS to have another).`,
  );
} else {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const run = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', 'vitest.corpus.config.ts', ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, TOLLGATE_CORPUS: corpus },
    },
  );
  const counts = readTestCounts(root, 'out/corpus.json');
  if (counts !== undefined)
    console.log(
      `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
    );
  process.exit(run.status ?? 1);
}
