import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

// A reader that stops early, such as "head", is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// Not process.exit: a pipe may still be taking what was written.
process.exitCode = await run(process.argv.slice(2), {
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  environment: process.env,
  workingFolder: process.cwd(),
  packsFolder: fileURLToPath(new URL('./policies', import.meta.url)),
  pricesFolder: fileURLToPath(new URL('./prices', import.meta.url)),
  today: new Date().toISOString().slice(0, 10),
  ...(process.stdin.isTTY && process.stdout.isTTY ? { dialog: { input: process.stdin, output: process.stdout } } : {}),
});
