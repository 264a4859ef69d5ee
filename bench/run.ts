// Measures the speed that the design promises, as whole processes, and prints a table. Not a test: it fails nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { largePlan } from '../packages/terraform/test/large-plan.ts';
import { measure, type Work } from './whole-process.ts';

const root = dirname(import.meta.dirname);
const command = join(root, 'packages/cli/bin/tollgate.js');
const sample = join(root, 'examples/pull-request/head');
const folder = mkdtempSync(join(tmpdir(), 'tollgate-bench-'));

const rows: { name: string; promise: string; work: Work; aboveEmpty: boolean }[] = [
  {
    name: 'start of the command (tollgate --help)',
    promise: '100 ms',
    work: { args: [command, '--help'], exitCode: 0 },
    aboveEmpty: true,
  },
  {
    name: 'start of an action (tag-policy, inputs refused)',
    promise: '100 ms',
    work: { args: [join(root, 'actions/tag-policy/dist/index.js')], exitCode: 1 },
    aboveEmpty: true,
  },
  { name: 'tag-policy on the sample, nothing published', promise: '', work: actionOnSample(), aboveEmpty: true },
  { name: 'check of a plan with 10,000 resources', promise: '2 s, 600 MB', work: checkOf(10_000), aboveEmpty: false },
  { name: 'check of a plan with 35,000 resources (200 MB)', promise: '', work: checkOf(35_000), aboveEmpty: false },
];

try {
  console.log('work                                                promise        median     peak memory');
  for (const { name, promise, work, aboveEmpty } of rows) {
    const { work: measured, empty } = measure(work);
    const seconds = aboveEmpty ? measured.seconds - empty.seconds : measured.seconds;
    const time = aboveEmpty ? `+${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`;
    console.log(
      `${name.padEnd(50)}  ${promise.padEnd(11)}  ${time.padStart(8)}  ${`${measured.mebibytes.toFixed(0)} MiB`.padStart(14)}`,
    );
  }
  console.log('\n"+": above an empty Node process, measured in turn with it.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function checkOf(resources: number): Work {
  const plan = join(folder, `${resources}.json`);
  writeFileSync(plan, largePlan(resources));
  return { args: [command, 'check', plan, '--required-tags', 'Team,Department'], cwd: folder, exitCode: 1 };
}

function actionOnSample(): Work {
  const env = {
    GITHUB_REPOSITORY: 'acme/infra',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SHA: '0123456789012345678901234567890123456789',
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    GITHUB_OUTPUT: join(folder, 'output'),
    RUNNER_TEMP: folder,
    'INPUT_PLAN-FILE': 'plan.json',
    'INPUT_REQUIRED-TAGS': 'Owner',
    'INPUT_ON-UNKNOWN': 'warn',
    INPUT_PATH: '.',
    INPUT_COMMENT: 'never',
    INPUT_CHECK: 'false',
    INPUT_NAME: 'Tag policy',
  };
  for (const file of [env.GITHUB_STEP_SUMMARY, env.GITHUB_OUTPUT]) writeFileSync(file, '');
  return { args: [join(root, 'actions/tag-policy/dist/index.js')], cwd: sample, env, exitCode: 1 };
}
