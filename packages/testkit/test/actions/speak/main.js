import { appendFileSync } from 'node:fs';
import process from 'node:process';

const { env } = process;

for (const file of ['output', 'env', 'path', 'state', 'summary']) {
  const text = env[`INPUT_${file.toUpperCase()}`];
  const target = env[file === 'summary' ? 'GITHUB_STEP_SUMMARY' : `GITHUB_${file.toUpperCase()}`];
  appendFileSync(target, Buffer.from(text, env.INPUT_ENCODING));
}
appendFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(Number(env['INPUT_SUMMARY-BYTES'])));
process.stdout.write(env.INPUT_STDOUT);
process.stderr.write(env.INPUT_STDERR);
process.exitCode = Number(env.INPUT_EXIT);
