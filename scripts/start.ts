// Gates the sample pull requests as GitHub would: a workflow of each runs in the runner harness, against a GitHub on this
// machine, with exactly the permissions that it asks for. Shows what people would see, and ends with exit code 0.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { folderFiles, type GitHub, type JobResult, stagePullRequest, startGitHub } from '@tollgate/testkit';

type Files = Readonly<Record<string, string>>;

/** A pull request to gate. */
interface Sample {
  readonly title: string;
  /** From the top of this repository. */
  readonly folder: string;
  readonly base: Files;
  readonly head: Files;
  /** From the folder. */
  readonly workflow: string;
  /** Where the comment goes. */
  readonly comment: string;
  /** Where the report as a page goes, and the file that the workflow stores it in. */
  readonly page: { readonly output: string; readonly file: string } | null;
}

/** What became of it. */
interface Gated {
  readonly sample: Sample;
  readonly job: JobResult;
  readonly gate: JobResult['steps'][number];
}

const root = dirname(import.meta.dirname);
const tagSample = 'examples/pull-request';
const costSample = 'examples/cost-impact';
const shop = folderFiles(join(root, costSample, 'base'));

const samples: readonly Sample[] = [
  {
    title: 'Let customers download their order history',
    folder: tagSample,
    base: folderFiles(join(root, tagSample, 'base')),
    head: folderFiles(join(root, tagSample, 'head')),
    workflow: 'head/.github/workflows/tag-policy.yml',
    comment: 'out/comment.md',
    page: null,
  },
  {
    title: 'Let customers pay for their orders',
    folder: costSample,
    base: shop,
    head: { ...shop, ...folderFiles(join(root, costSample, 'change')) },
    workflow: 'base/.github/workflows/cost-impact-limits.yml',
    comment: 'out/cost-comment.md',
    page: { output: 'out/cost.html', file: 'cost.html' },
  },
];

build();
mkdirSync(join(root, 'out'), { recursive: true });
const github = await startGitHub();
try {
  const gated = await Promise.all(samples.map((sample) => gate(sample, github)));
  title(`The tags that ${tagSample} has after apply`);
  console.log(indented(tollgate(['tags', 'plan.json'], join(root, tagSample, 'head'))));
  for (const each of gated) tell(each);
  title('Done');
  console.log('  Both changes are blocked, as they should be: resources without an owner, and a rise above the limit.');
  console.log('  To use it in your repository, see README.md.');
} finally {
  await github.close();
}

/** Runs the workflow of a sample, and writes what it leaves. */
async function gate(sample: Sample, github: GitHub): Promise<Gated> {
  const { base, head, title, folder } = sample;
  const stage = await stagePullRequest(github, { base, head, title, name: basename(folder) });
  const job = await stage.runJob({
    workflow: join(root, folder, sample.workflow),
    actions: { 'tollgate/tollgate/actions/<name>@v1': join(root, 'actions/<name>') },
  });
  const gate = job.steps.find(({ outputs }) => outputs.outcome === 'blocked');
  const [comment] = github.comments(stage.repository, stage.pullRequest.number);
  const page = job.artifacts.flatMap(({ files }) => files[sample.page?.file ?? ''] ?? [])[0];
  if (gate === undefined || comment === undefined || (sample.page !== null && page === undefined)) {
    throw new Error(`The sample ${folder} was not blocked, or left no comment or page:\n${job.log}`);
  }
  write(sample.comment, `${comment.body}\n`);
  if (sample.page !== null) write(sample.page.output, new TextDecoder().decode(page));
  return { sample, job, gate };
}

function tell({ sample, job, gate }: Gated): void {
  title(`The pull request "${sample.title}", ${sample.folder}`);
  console.log(`  The job "${job.id}" of ${sample.workflow}: ${job.conclusion}`);
  for (const { outcome, name } of job.steps) console.log(`    ${outcome.padEnd(8)} ${name}`);
  console.log(`\n${indented(folded(onGitHub(gate.log)))}\n`);
  console.log(`  The comment as it would be posted: ${sample.comment}`);
  if (sample.page !== null) console.log(`  The report as a page: ${sample.page.output}`);
}

/** A log as the page of a run shows it: of a group only the title. */
function folded(log: string): string {
  return log.replaceAll(/^##\[group\](.*)\n(?:.*\n)*?##\[endgroup\]$/gm, '▸ $1').replaceAll(/^##\[(\w+)\]/gm, '$1: ');
}

/** The GitHub of this run is gone when you read this: links as they are on github.com. */
function onGitHub(text: string): string {
  return text.replaceAll(github.url, 'https://github.com');
}

function write(file: string, text: string): void {
  writeFileSync(join(root, file), onGitHub(text));
}

/** What the command writes. */
function tollgate(args: readonly string[], cwd: string): string {
  const command = join(root, 'packages/cli/bin/tollgate.js');
  const run = spawnSync(process.execPath, [command, ...args], { cwd, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`tollgate ${args.join(' ')} failed:\n${run.stderr}`);
  return run.stdout;
}

function build(): void {
  const turbo = join(root, 'node_modules/turbo/bin/turbo');
  const run = spawnSync(
    process.execPath,
    [turbo, 'run', 'bundle', '--output-logs=errors-only', '--log-prefix=none', '--no-update-notifier'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (run.status === 0) return;
  console.error(`${run.stdout}${run.stderr}`);
  process.exit(1);
}

function title(text: string): void {
  console.log(`\n${text}\n${'─'.repeat(text.length)}`);
}

function indented(text: string): string {
  const shown = process.stdout.isTTY ? text : stripVTControlCharacters(text);
  return shown
    .trimEnd()
    .split('\n')
    .map((line) => `  │ ${line}`.trimEnd())
    .join('\n');
}
