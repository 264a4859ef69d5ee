// Runs the command as its entry does, with the packs and prices of the sources.
import { join } from 'node:path';
import { run } from '../src/run.ts';

const packages = join(import.meta.dirname, '../..');

process.exitCode = await run(process.argv.slice(2), {
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  color: false,
  environment: {},
  workingFolder: process.cwd(),
  packsFolder: join(packages, '../policies'),
  pricesFolder: join(packages, 'pricing/data'),
  today: '2026-11-20',
  ...(process.stdin.isTTY && process.stdout.isTTY ? { dialog: { input: process.stdin, output: process.stdout } } : {}),
});
