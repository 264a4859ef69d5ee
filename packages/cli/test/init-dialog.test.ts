import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../src/run.ts';

const project = join(import.meta.dirname, '../../..');
const bucket = (name: string, tags: string) => `resource "aws_s3_bucket" "${name}" {\n  tags = { ${tags} }\n}\n`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-dialog-'));
  writeFileSync(
    join(folder, 'main.tf'),
    bucket('a', 'Owner = "w", Team = "w"') + bucket('b', 'Owner = "w", Team = "w"'),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const down = '\u001b[B';
const [enter, space, stop] = ['\r', ' ', '\u0003'];

/** What a person waits for on the screen, and the keys that it then presses. */
type Steps = readonly (readonly [question: string, keys: readonly string[]])[];

const gates = 'Which gates run on pull requests?';
const keys = 'Which tags are required?';
const write = 'Write these 3 files?';

/** Presses the keys of each step once its question is on the screen; gives all that was on it in the end. */
function answer(screen: Readable, keyboard: Writable, steps: Steps): () => string {
  const ahead = [...steps];
  let shown = '';
  let since = 0;
  screen.on('data', (chunk: Buffer) => {
    shown += chunk.toString('utf8');
    const [next] = ahead;
    const text = stripVTControlCharacters(shown.slice(since));
    // The answer that is chosen stands below the question.
    if (next === undefined || !/[●◼○◻]/.test(text.slice(text.indexOf(next[0]))) || !text.includes(next[0])) return;
    ahead.shift();
    since = shown.length;
    // A question is drawn before it listens.
    setImmediate(() => {
      for (const key of next[1]) keyboard.write(key);
    });
  });
  return () => stripVTControlCharacters(shown);
}

async function init(steps: Steps, ...args: string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown = answer(output, input, steps);
  let err = '';
  const code = await run(['init', ...args], {
    writeOut: (text) => output.write(text),
    writeError: (text) => {
      err += text;
    },
    color: false,
    environment: {},
    workingFolder: folder,
    packsFolder: join(project, 'policies'),
    pricesFolder: join(project, 'packages/pricing/data'),
    today: '2026-11-20',
    dialog: { input, output },
  });
  return { code, err, shown: shown() };
}

const files = () => readdirSync(folder).sort();
const policy = () => readFileSync(join(folder, 'policies/tags.yml'), 'utf8');

describe('tollgate init with a person at the terminal', () => {
  it('proposes what fits, and writes it when the person agrees', async () => {
    const { code, err, shown } = await init([
      [gates, [enter]],
      [keys, [enter]],
      [write, [enter]],
    ]);
    expect(shown).toContain('requires Owner and Team on aws_*');
    expect(shown).toContain('Wrote 3 files.\n\nNext: see what the gates say today');
    expect({ code, err, files: files() }).toEqual({
      code: 0,
      err: '',
      files: ['.github', 'main.tf', 'policies', 'usage.yml'],
    });
  });

  it('writes only what is chosen', async () => {
    await init([
      [gates, [down, space, enter]],
      [keys, [space, enter]],
      ['Write these 2 files?', [enter]],
    ]);
    expect(policy()).toContain('tags:\n        Team: {}\n');
    expect(files()).toEqual(['.github', 'main.tf', 'policies']);
  });

  it('asks only what options leave open', async () => {
    const { shown } = await init(
      [['Write this file?', [enter]]],
      '--gates',
      'tags',
      '--required-tags',
      'Cost',
      '--no-workflow',
    );
    expect(shown).not.toContain('Which');
    expect(policy()).toContain('Cost: {}');
  });

  it.each<[string, Steps]>([
    ['stops at the first question', [[gates, [stop]]]],
    [
      'stops at the second',
      [
        [gates, [enter]],
        [keys, [stop]],
      ],
    ],
    [
      'stops at the last',
      [
        [gates, [enter]],
        [keys, [enter]],
        [write, [stop]],
      ],
    ],
    [
      'says no',
      [
        [gates, [enter]],
        [keys, [enter]],
        [write, ['n']],
      ],
    ],
  ])('writes nothing when the person %s', async (_, steps) => {
    const { code, shown } = await init(steps);
    expect(shown).toContain('Nothing was written.');
    expect({ code, files: files() }).toEqual({ code: 0, files: ['main.tf'] });
  });

  it.each([['--yes'], ['--dry-run'], ['--format', 'json'], ['--print', 'policies/tags.yml']])(
    'asks nothing with %s %s',
    async (...args) => {
      const { code, shown } = await init([], ...args.filter((arg) => arg !== undefined));
      expect(shown).not.toContain('Which');
      expect(code).toBe(0);
    },
  );

  it.skipIf(!existsSync('/usr/bin/script'))('works in a real terminal', async () => {
    const entry = join(import.meta.dirname, 'terminal-entry.ts');
    mkdirSync(join(folder, '.git'));
    const child = spawn(
      'script',
      ['-qec', `stty cols 120 rows 40; "${process.execPath}" "${entry}" init`, '/dev/null'],
      {
        cwd: folder,
        env: { PATH: process.env.PATH, TERM: 'xterm' },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const shown = answer(child.stdout, child.stdin, [
      [gates, [enter]],
      [keys, [space, enter]],
      [write, ['y']],
    ]);
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(shown()).toContain('Then commit the files');
    expect(policy()).toContain('tags:\n        Team: {}\n');
    expect(code).toBe(0);
  });
});
