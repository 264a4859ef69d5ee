import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { CommandHost, CommandRun } from './check-commands.ts';

/** A documented command is an example, not a job: longer than this is a mistake. */
const timeout = 30_000;

/** tollgateHost runs the built command of the repository at `root`, with a bare environment. */
export async function tollgateHost(root: string): Promise<CommandHost> {
  const bin = join(root, 'packages', 'cli', 'bin', 'tollgate.js');
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return {
    scripts: scriptsOf(manifest),
    async open(folder, inCopy, use) {
      const start = join(root, folder);
      if (!inCopy) return use((args, below) => runNode(bin, args, join(start, below)));
      const copy = await mkdtemp(join(tmpdir(), 'tollgate-docs-'));
      try {
        await cp(start, copy, { recursive: true });
        return await use((args, below) => runNode(bin, args, join(copy, below)));
      } finally {
        await rm(copy, { recursive: true, force: true });
      }
    },
  };
}

async function runNode(bin: string, args: readonly string[], cwd: string): Promise<CommandRun> {
  const failed = (stderr: string): CommandRun => ({ exitCode: 127, stdout: '', stderr });
  if (!existsSync(bin)) return failed('packages/cli/bin/tollgate.js does not exist: run "npm run build".');
  if (!existsSync(cwd)) return failed(`the folder ${cwd} does not exist.`);
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    timeout,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', NO_COLOR: '1' },
  });
  const exit = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 127));
  });
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { exitCode, stdout, stderr };
}

function scriptsOf(manifest: unknown): string[] {
  if (typeof manifest !== 'object' || manifest === null || !('scripts' in manifest)) return [];
  return Object.keys(manifest.scripts ?? {});
}
