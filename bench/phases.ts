// Times parsing and evaluating of a configuration inside the process, and prints both as JSON, in milliseconds.
// Usage: node bench/phases.ts FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../packages/hcl/src/index.ts';
import { evaluateModule, folderTree } from '../packages/terraform/src/index.ts';

const [folder = '.'] = process.argv.slice(2);
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.tf'))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

const parse = timed(() => texts.map(({ name, text }) => parseConfig(text, { file: name }).body.blocks.length));
const evaluate = timed(() => evaluateModule(folderTree(folder)).resources.length);
process.stdout.write(JSON.stringify({ parse, evaluate }));

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return Math.round(performance.now() - started);
}
