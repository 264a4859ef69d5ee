import { posix } from 'node:path';
import type { Problem } from '../metadata/problem.ts';
import { type BlockCommand, type CommandBlock, commandBlock } from './command-block.ts';
import type { Markdown } from './markdown.ts';
import { shellWords } from './shell-words.ts';

/** What one run of the command gave. */
export interface CommandRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the commands of a page are run. */
export interface CommandHost {
  /** The scripts of the workspace's package.json, which `npm run` knows. */
  readonly scripts: readonly string[];
  /** Calls `use` with a function that runs `tollgate` in a folder below the given one, or below a copy of it. */
  open<T>(folder: string, inCopy: boolean, use: (run: RunTollgate) => Promise<T>): Promise<T>;
}

/** Runs `tollgate` with arguments in a folder relative to the opened one. */
export type RunTollgate = (args: readonly string[], folder: string) => Promise<CommandRun>;

/** Commands of other programs that a page may show; they are not run. */
const shown = [
  'git clone',
  'git checkout',
  'git switch',
  'git add',
  'git commit',
  'git push',
  'npm ci',
  'npm install',
  'npx vitest',
  'terraform init',
  'terraform plan',
  'terraform providers',
  'terraform show',
  'terraform apply',
  'tofu plan',
  'tofu show',
];

/**
 * checkCommands runs every `tollgate` of the blocks of shell in a page and compares the exit code, and the output when
 * a `text` block follows: standard output, or standard error when that is empty. `npm` commands must name a script of
 * the workspace. Comments before a block say more: `run in: FOLDER`, `run in a copy of: FOLDER`, `exits with N` (the
 * last command), `not run: REASON` (only the command's help is asked for).
 */
export async function checkCommands(markdown: Markdown, file: string, host: CommandHost): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const each of markdown.blocks) {
    const block = commandBlock(each);
    if (block === undefined || block.commands.length === 0) continue;
    const messages = await host.open(block.folder, block.inCopy, (run) => checkBlock(block, host, run));
    problems.push(...messages.map(({ line, message }) => ({ file, line, column: each.start.column, message })));
  }
  return problems;
}

interface Finding {
  readonly line: number;
  readonly message: string;
}

async function checkBlock(block: CommandBlock, host: CommandHost, run: RunTollgate): Promise<Finding[]> {
  const findings: Finding[] = [];
  let folder = '.';
  let clone: string | undefined;
  let written = '';
  for (const command of block.commands) {
    const say = (message: string) => findings.push({ line: command.line, message });
    const step = readCommand(command, host.scripts);
    if (step.kind === 'problem') say(step.message);
    if (step.kind === 'clone') clone = step.name;
    // The clone that a page tells to make is the repository that its commands run in.
    if (step.kind === 'folder' && step.name !== clone) folder = posix.join(folder, step.name);
    if (step.kind !== 'tollgate') continue;
    const isLast = command === block.commands.at(-1);
    const expected = isLast && block.notRun === undefined ? block.exitCode : 0;
    const args = block.notRun === undefined ? step.args : [...subcommand(step.args), '--help'];
    const result = await run(args, folder);
    written += result.stdout === '' ? result.stderr : result.stdout;
    if (result.exitCode === expected) continue;
    say(`'${command.text}' exits with ${result.exitCode}, not with ${expected}. It says: ${ending(result)}`);
  }
  if (block.notRun === '') findings.push({ line: firstLine(block), message: "'not run:' needs a reason." });
  if (findings.length > 0 || block.output === undefined || block.notRun !== undefined) return findings;
  const difference = firstDifference(written, block.output);
  return difference === undefined ? [] : [{ line: firstLine(block), message: difference }];
}

type Step =
  | { readonly kind: 'tollgate'; readonly args: readonly string[] }
  | { readonly kind: 'folder' | 'clone'; readonly name: string }
  | { readonly kind: 'shown' }
  | { readonly kind: 'problem'; readonly message: string };

function readCommand({ text }: BlockCommand, scripts: readonly string[]): Step {
  const read = shellWords(text);
  const words = read.kind === 'words' ? read.words : text.split(/\s+/);
  const [first = '', second = '', third = ''] = words;
  if (first === 'tollgate' || (first === 'npx' && second === 'tollgate')) {
    if (read.kind === 'words') return { kind: 'tollgate', args: words.slice(first === 'npx' ? 2 : 1) };
    return problem(
      `'${text}' needs a shell because of ${read.character}, and documented commands are run without one.`,
    );
  }
  const script = first === 'npm' && second === 'run' ? third : second;
  if (first === 'npm' && ['run', 'start', 'test'].includes(second)) {
    return scripts.includes(script)
      ? { kind: 'shown' }
      : problem(`package.json has no script '${script}' for '${text}'.`);
  }
  if (first === 'cd' && read.kind === 'words') return { kind: 'folder', name: second };
  if (first === 'git' && second === 'clone') return { kind: 'clone', name: posix.basename(words.at(-1) ?? '', '.git') };
  if (shown.includes(`${first} ${second}`)) return { kind: 'shown' };
  return problem(`'${text}' is neither 'tollgate', an npm script nor one of the commands that pages may show.`);
}

function problem(message: string): Step {
  return { kind: 'problem', message };
}

/** The words before the first option or path: `policy test` of `policy test policies/x --format json`. */
function subcommand(args: readonly string[]): readonly string[] {
  const end = args.findIndex((arg) => !/^[a-z][a-z-]*$/.test(arg));
  return end === -1 ? args : args.slice(0, end);
}

function firstLine(block: CommandBlock): number {
  return block.commands[0]?.line ?? 1;
}

function ending({ stdout, stderr }: CommandRun): string {
  const text = (stderr.trim() || stdout.trim()).split('\n').slice(-3).join(' ');
  return text === '' ? 'nothing.' : text;
}

function firstDifference(written: string, shownText: string): string | undefined {
  const real = written.replace(/\n$/, '').split('\n');
  const page = shownText.split('\n');
  const length = Math.max(real.length, page.length);
  const index = Array.from({ length }).findIndex((_, line) => real[line] !== page[line]);
  if (index === -1) return undefined;
  const quote = (line: string | undefined) => (line === undefined ? 'not there' : `'${line}'`);
  return `line ${index + 1} of the output is ${quote(real[index])}, and on the page ${quote(page[index])}.`;
}
