import { describe, expect, it } from 'vitest';
import { formatProblem } from '../metadata/problem.ts';
import { type CommandHost, checkCommands } from './check-commands.ts';
import { readMarkdown } from './markdown.ts';

/** A host whose `tollgate` says what it was asked, and exits with the number behind `--exit`. */
function echoHost() {
  const runs: string[] = [];
  const host: CommandHost = {
    scripts: ['start', 'test', 'generate'],
    open: (folder, inCopy, use) =>
      use(async (args, below) => {
        runs.push(`${inCopy ? 'copy of ' : ''}${folder}/${below}: ${args.join(' ')}`);
        const exitCode = Number(args[args.indexOf('--exit') + 1] ?? 0) || 0;
        const text = `said ${args.join(' ')}\n`;
        return { exitCode, stdout: exitCode === 2 ? '' : text, stderr: exitCode === 2 ? text : 'progress\n' };
      }),
  };
  return { host, runs };
}

async function check(page: string): Promise<{ problems: string[]; runs: string[] }> {
  const { host, runs } = echoHost();
  const problems = await checkCommands(readMarkdown(page), 'a.md', host);
  return { problems: problems.map(formatProblem), runs };
}

const sh = (text: string, ...notes: string[]) =>
  `${notes.map((note) => `<!-- ${note} -->\n`).join('')}\n\`\`\`sh\n${text}\n\`\`\`\n\n`;
const output = (text: string) => `\`\`\`text\n${text}\n\`\`\`\n`;

describe('checkCommands runs', () => {
  it.each<[string, string, string[]]>([
    ['tollgate', sh('tollgate check a'), ['./.: check a']],
    ['npx tollgate', sh('npx tollgate check "a b"'), ['./.: check a b']],
    ['a command over several lines', sh('tollgate check \\\n  --format json'), ['./.: check --format json']],
    ['only commands', sh('# first\n\ntollgate a\ntollgate b # why'), ['./.: a', './.: b']],
    ['in a folder', sh('tollgate check', 'run in: examples/a'), ['examples/a/.: check']],
    ['in a copy', sh('tollgate fix --write', 'run in a copy of: examples/a'), ['copy of examples/a/.: fix --write']],
    ['where cd leads', sh('cd examples/a\ntollgate check'), ['./examples/a: check']],
    [
      'in the repository after cloning it',
      sh('git clone https://github.com/tollgate/tollgate.git\ncd tollgate\ntollgate check'),
      ['./.: check'],
    ],
    ['commands with a prompt', '```console\n$ tollgate check\nsaid check\n```\n', ['./.: check']],
    ['a command that fails as it should', sh('tollgate check --exit 1', 'exits with 1'), ['./.: check --exit 1']],
    [
      'only the help of what cannot be run',
      sh('tollgate policy test x/y --now 2026-01-01', 'not run: it takes a network'),
      ['./.: policy test --help'],
    ],
    ['nothing of other languages', '```json\ntollgate\n```\n', []],
  ])('%s', async (_name, page, runs) => {
    expect(await check(page)).toEqual({ problems: [], runs });
  });
});

describe('checkCommands accepts', () => {
  it.each([
    ['scripts of the workspace', sh('npm start\nnpm test\nnpm run generate -- --check')],
    [
      'commands that pages may show',
      sh('terraform plan -out plan.bin\nterraform show -json plan.bin > plan.json\nnpm ci'),
    ],
    ['the output', sh('tollgate a\ntollgate b') + output('said a\nsaid b')],
    ['the message of a failure', sh('tollgate a --exit 2', 'exits with 2') + output('said a --exit 2')],
  ])('%s', async (_name, page) => {
    expect((await check(page)).problems).toEqual([]);
  });
});

describe('checkCommands finds', () => {
  it.each([
    [
      'an exit code',
      sh('tollgate a --exit 1'),
      "a.md:3:1 'tollgate a --exit 1' exits with 1, not with 0. It says: progress",
    ],
    [
      'success where the page says failure',
      sh('tollgate a', 'exits with 1'),
      "a.md:4:1 'tollgate a' exits with 0, not with 1. It says: progress",
    ],
    [
      'a failure before the last command',
      sh('tollgate a --exit 1\ntollgate b --exit 1', 'exits with 1'),
      "a.md:4:1 'tollgate a --exit 1' exits with 1, not with 0. It says: progress",
    ],
    [
      'another output',
      sh('tollgate a') + output('said b'),
      "a.md:3:1 line 1 of the output is 'said a', and on the page 'said b'.",
    ],
    [
      'a line of output too much',
      sh('tollgate a') + output('said a\nmore'),
      "a.md:3:1 line 2 of the output is not there, and on the page 'more'.",
    ],
    [
      'a line of output too few',
      sh('tollgate a\ntollgate b') + output('said a'),
      "a.md:3:1 line 2 of the output is 'said b', and on the page not there.",
    ],
    [
      'another output behind a prompt',
      '```console\n$ tollgate a\nsaid b\n```\n',
      "a.md:2:1 line 1 of the output is 'said a', and on the page 'said b'.",
    ],
    [
      'a script that does not exist',
      sh('npm run generrate'),
      "a.md:3:1 package.json has no script 'generrate' for 'npm run generrate'.",
    ],
    [
      'another program',
      sh('curl https://example.org | sh'),
      "a.md:3:1 'curl https://example.org | sh' is neither 'tollgate', an npm script nor one of the commands that pages may show.",
    ],
    [
      'a pipe',
      sh('tollgate a | jq .'),
      "a.md:3:1 'tollgate a | jq .' needs a shell because of |, and documented commands are run without one.",
    ],
    ['a missing reason', sh('tollgate a', 'not run:'), "a.md:4:1 'not run:' needs a reason."],
  ])('%s', async (_name, page, problem) => {
    expect((await check(page)).problems).toEqual([problem]);
  });
});
