// Everything that has to hold before a change lands, with one summary at the end.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readTestCounts, testResults } from './test-results.ts';

const root = dirname(import.meta.dirname);
const checks = {
  lint: 'format and lint (biome)',
  floors: 'imports keep the floors',
  generated: 'generated files are current',
  types: 'types (tsc)',
  bundle: 'bundles of the actions and the command',
  unit: 'tests',
};
const runs = join(root, '.turbo/runs');

rmSync(runs, { recursive: true, force: true });
rmSync(join(root, testResults), { force: true });
const turbo = join(root, 'node_modules/turbo/bin/turbo');
const run = spawnSync(
  process.execPath,
  [
    turbo,
    'run',
    ...Object.keys(checks),
    '--summarize',
    '--output-logs=new-only',
    '--log-prefix=none',
    '--continue=always',
    '--no-update-notifier',
  ],
  { cwd: root, stdio: 'inherit' },
);

console.log('\nSummary');
for (const { task, seconds, cached, exitCode } of readRun()) {
  const title = checks[task as keyof typeof checks] ?? task;
  const result = exitCode === 0 ? 'ok' : 'FAILED';
  console.log(`  ${result.padEnd(6)}  ${title.padEnd(42)} ${cached ? 'unchanged' : `${seconds.toFixed(1)} s`}`);
}
const counts = readTestCounts(root);
for (const suite of counts?.failedSuites ?? []) console.log(`  failed: ${suite}`);
for (const suite of counts?.skippedSuites ?? []) console.log(`  left out, in whole or in part: ${suite}`);
const failedChecks = readRun().filter(({ exitCode, task }) => exitCode !== 0 && task !== 'unit').length;
console.log(
  counts === undefined
    ? '0 passed, 1 failed'
    : `${counts.passed} passed, ${counts.failed + failedChecks} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
);
process.exit(run.status ?? 1);

interface TaskRun {
  readonly task: string;
  readonly seconds: number;
  readonly cached: boolean;
  readonly exitCode: number;
}

/** Turbo's own summary of the run; empty when it did not get that far. */
function readRun(): TaskRun[] {
  const [file] = listRuns();
  if (file === undefined) return [];
  const { tasks } = JSON.parse(readFileSync(join(runs, file), 'utf8'));
  return tasks.map(
    (task: {
      task: string;
      execution?: { startTime: number; endTime: number; exitCode?: number };
      cache: { status: string };
    }) => ({
      task: task.task,
      seconds: ((task.execution?.endTime ?? 0) - (task.execution?.startTime ?? 0)) / 1000,
      cached: task.cache.status === 'HIT',
      exitCode: task.execution === undefined ? 1 : (task.execution.exitCode ?? 0),
    }),
  );
}

function listRuns(): string[] {
  try {
    return readdirSync(runs);
  } catch {
    return [];
  }
}
