// Gates the sample pull request as GitHub would: the workflow of the sample runs in the runner harness, against a GitHub on
// this machine, with exactly the permissions that it asks for. Shows what people would see, and ends with exit code 0.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stagePullRequest, startGitHub } from '@tollgate/testkit';

const root = dirname(import.meta.dirname);
const sample = 'examples/pull-request';
const workflow = '.github/workflows/tag-policy.yml';
const output = 'out/comment.md';

build();
const github = await startGitHub();
try {
  const stage = await stagePullRequest(github, {
    base: join(root, sample, 'base'),
    head: join(root, sample, 'head'),
    title: 'Let customers download their order history',
  });
  const job = await stage.runJob({
    workflow: join(root, sample, 'head', workflow),
    actions: { 'tollgate/tollgate/actions/<name>@v1': join(root, 'actions/<name>') },
  });
  const [comment] = github.comments(stage.repository, stage.pullRequest.number);
  const [check] = github.checkRuns(stage.repository, stage.pullRequest.headSha);
  // The GitHub of this run is gone when you read this: links as they are on github.com.
  const onGitHub = (text: string) => text.replaceAll(github.url, 'https://github.com');
  if (comment === undefined || check === undefined)
    throw new Error(`The sample left no comment or no check run:\n${job.log}`);

  title(`The pull request: ${sample}, base → head`);
  title(`The job "${job.id}" of ${workflow}: ${job.conclusion}`);
  for (const step of job.steps) {
    console.log(`  ${step.outcome.padEnd(8)} ${step.name}`);
    if (step.id === 'tags') console.log(indented(onGitHub(step.log)));
  }
  title(`The check run "${check.name}": ${check.conclusion}`);
  for (const { path, start_line: line, annotation_level: level, message } of check.annotations) {
    console.log(`  ${level.padEnd(8)} ${path}:${line}  ${message}`);
  }
  title('The comment on the pull request');
  console.log(indented(onGitHub(comment.body)));

  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, output), `${onGitHub(comment.body)}\n`);
  title('Done');
  console.log(
    `  The change is ${job.steps.find(({ id }) => id === 'tags')?.outputs.outcome}, as it should be: resources without an owner.`,
  );
  console.log(`  The comment is in ${output}. To use it in your repository, see README.md.`);
} finally {
  await github.close();
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
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  │ ${line}`.trimEnd())
    .join('\n');
}
