// Measures the speed that the design promises, as whole processes, and prints a table. Not a test: it fails nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { largePlan } from '../packages/terraform/test/large-plan.ts';
import { costRows } from './cost-rows.ts';
import { largeConfiguration } from './large-configuration.ts';
import { manyPolicies } from './many-policies.ts';
import { policyHistory } from './policy-history.ts';
import { measure, type Work } from './whole-process.ts';

const root = dirname(import.meta.dirname);
const command = join(root, 'packages/cli/bin/tollgate.js');
const sample = join(root, 'examples/pull-request/head');
const folder = mkdtempSync(join(tmpdir(), 'tollgate-bench-'));

interface Row {
  readonly name: string;
  readonly promise: string;
  readonly work: Work;
  readonly aboveEmpty?: boolean;
}

const rows: Row[] = [
  {
    name: 'start of the command (tollgate --help)',
    promise: '100 ms',
    work: { args: [command, '--help'], exitCode: 0 },
    aboveEmpty: true,
  },
  ...['tag-policy', 'cost-impact'].map((action) => ({
    name: `start of an action (${action}, inputs refused)`,
    promise: '100 ms',
    work: { args: [join(root, `actions/${action}/dist/index.js`)], exitCode: 1 },
    aboveEmpty: true,
  })),
  { name: 'tag-policy on the sample, nothing published', promise: '', work: actionOnSample(), aboveEmpty: true },
  { name: 'check of a plan with 10,000 resources', promise: '2 s, 600 MB', work: checkOf(10_000) },
  { name: 'check of a plan with 35,000 resources (200 MB)', promise: '', work: checkOf(35_000) },
  { name: 'check of that plan by 20 policies of 2 rules', promise: '', work: policiesOf(checkOf(10_000)) },
  {
    name: 'check of 1,000 resources in HCL by 20 policies',
    promise: '0.6 s',
    work: policiesOf({ ...evalOf(1_000), args: [command, 'check'] }),
  },
  {
    name: 'check of 10,000 resources in HCL by 20 policies',
    promise: '',
    work: policiesOf({ ...evalOf(10_000), args: [command, 'check'] }),
  },
  { name: 'tags of 1,000 resources in HCL', promise: '', work: tagsOf(1_000) },
  { name: 'tags of 10,000 resources in HCL', promise: '', work: tagsOf(10_000) },
  { name: 'check of 1,000 in HCL by two ready packs', promise: '0.6 s', work: packsOf(1_000) },
  { name: 'check of 10,000 in HCL by two ready packs', promise: '', work: packsOf(10_000) },
  ...costRows({ command, folder, configurationOf: (resources) => configurationOf(resources, 'aws_instance') }),
  { name: 'policy simulate over 50 commits of 500 resources', promise: '5 s', work: simulationOf(50) },
  { name: 'eval of a configuration with 1,000 resources', promise: '0.35 s', work: evalOf(1_000) },
  { name: 'eval of 10,000 resources', promise: '1.5 s', work: evalOf(10_000) },
  { name: 'eval of 20,000 resources', promise: '', work: evalOf(20_000) },
  { name: 'eval of 50,000 resources', promise: '', work: evalOf(50_000) },
  { name: 'eval of 10,000 terraform_data', promise: '', work: evalOf(10_000, 'terraform_data') },
  ...terraformBeside(10_000),
];

try {
  console.log('work                                                promise        median     peak memory');
  for (const { name, promise, work, aboveEmpty = false } of rows) {
    const { work: measured, empty } = measure(work);
    const seconds = aboveEmpty ? measured.seconds - empty.seconds : measured.seconds;
    const time = aboveEmpty ? `+${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`;
    console.log(
      `${name.padEnd(50)}  ${promise.padEnd(11)}  ${time.padStart(8)}  ${Number.isNaN(measured.mebibytes) ? '' : `${measured.mebibytes.toFixed(0)} MiB`.padStart(14)}`,
    );
  }
  console.log('\nInside of the process, in ms (cold: the first and only run)');
  for (const resources of [1_000, 10_000, 50_000]) {
    const phases = spawnSync(
      process.execPath,
      [join(root, 'bench/phases.ts'), configurationOf(resources, 'aws_instance')],
      {
        encoding: 'utf8',
      },
    );
    const { parse, evaluate } = JSON.parse(phases.stdout);
    console.log(`  ${String(resources).padStart(6)} resources: parse ${parse}, evaluate with parsing ${evaluate}`);
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

/** The same work, judged by many policies, with the decision as JSON. */
function policiesOf({ args: [program = command, verb = 'check', ...given], ...work }: Work): Work {
  const file = join(work.cwd ?? folder, 'policies.yml');
  writeFileSync(file, manyPolicies());
  const subject = given.filter((argument) => argument.endsWith('.json') && !argument.includes('evaluation'));
  return {
    ...work,
    args: [
      program,
      verb,
      ...subject,
      '--policy',
      'policies.yml',
      '--format',
      'json',
      '--output',
      join(folder, 'decision.json'),
    ],
    exitCode: 0,
  };
}

/** Stricter policies on the last commits of a repository, compared with those of its main branch. */
function simulationOf(commits: number): Work {
  const cwd = join(folder, `history-${commits}`);
  policyHistory(cwd, commits);
  const policies = ['--policy', 'policies', '--against', 'main:policies'];
  return {
    args: [command, 'policy', 'simulate', ...policies, '--history', String(commits)],
    cwd,
    exitCode: 0,
  };
}

function configurationOf(resources: number, type: 'aws_instance' | 'terraform_data'): string {
  const configuration = join(folder, `${type}-${resources}`);
  mkdirSync(configuration, { recursive: true });
  for (const [name, text] of Object.entries(largeConfiguration(resources, type)))
    writeFileSync(join(configuration, name), text);
  return configuration;
}

function evalOf(resources: number, type: 'aws_instance' | 'terraform_data' = 'aws_instance'): Work {
  const cwd = configurationOf(resources, type);
  return { args: [command, 'eval', '--format', 'json', '--output', join(folder, 'evaluation.json')], cwd, exitCode: 0 };
}

function tagsOf(resources: number): Work {
  const cwd = configurationOf(resources, 'aws_instance');
  return { args: [command, 'tags', '--format', 'json', '--output', join(folder, 'tags.json')], cwd, exitCode: 0 };
}

/** The packs that most people begin with: every resource lacks a tag and breaks rules about safety. */
function packsOf(resources: number): Work {
  const cwd = configurationOf(resources, 'aws_instance');
  const packs = ['--policy', 'tags/required', '--policy', 'resources/safety'];
  const output = ['--format', 'json', '--output', join(folder, 'decision.json')];
  return { args: [command, 'check', ...packs, ...output], cwd, exitCode: 1 };
}

/** Terraform's own check of the same configuration, where it is installed; it evaluates nothing. */
function terraformBeside(resources: number): Row[] {
  const cwd = configurationOf(resources, 'terraform_data');
  const started = spawnSync('terraform', ['init', '-backend=false', '-input=false'], { cwd, stdio: 'ignore' });
  if (started.status !== 0) return [];
  return [
    {
      name: 'terraform validate of the same',
      promise: '',
      work: { program: 'terraform', args: ['validate'], cwd, exitCode: 0 },
    },
  ];
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
