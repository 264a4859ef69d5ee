import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { constants as system } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

/** A process to run. The environment is complete: nothing is inherited. */
export interface ProcessRequest {
  command: string;
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
  /** The step's own `timeout-minutes`, in milliseconds; null for none. */
  timeoutMs: number | null;
  /** The harness limit, in milliseconds. */
  limitMs: number;
  /** How long output is awaited after the process ended, when something it started still holds the pipes. */
  drainMs: number;
  onLine(line: string): void;
}

/** How a process ended. `leftovers` is the process group when processes of it are still alive, else null. */
export interface ProcessOutcome {
  end: 'exited' | 'timed-out' | 'over-limit';
  exitCode: number;
  stdout: string;
  stderr: string;
  leftovers: number | null;
}

/**
 * runProcess runs a process in a group of its own and hands over its output line by line, both streams alike.
 * A process killed by a signal has 128 + signal as exit code. Rejects when the process cannot be started.
 */
export function runProcess(request: ProcessRequest): Promise<ProcessOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(request.command, [...request.args], {
      cwd: request.cwd,
      env: request.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stdout = collectLines(child.stdout, request.onLine);
    const stderr = collectLines(child.stderr, request.onLine);
    let end: ProcessOutcome['end'] = 'exited';
    const stop = (reason: ProcessOutcome['end']) => () => {
      end = reason;
      if (child.pid !== undefined) killGroup(child.pid);
    };
    const timers = [setTimeout(stop('over-limit'), request.limitMs)];
    if (request.timeoutMs !== null) timers.push(setTimeout(stop('timed-out'), request.timeoutMs));

    let done = false;
    const finish = (exitCode: number): void => {
      if (done) return;
      done = true;
      for (const timer of timers) clearTimeout(timer);
      const leftovers = child.pid !== undefined && isGroupAlive(child.pid) ? child.pid : null;
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ end, exitCode, stdout: stdout.finish(), stderr: stderr.finish(), leftovers });
    };
    child.on('error', (error) => {
      for (const timer of timers) clearTimeout(timer);
      if (child.pid === undefined) reject(error);
    });
    child.on('exit', (code, signal) => {
      const exitCode = code ?? 128 + (signal === null ? 0 : system.signals[signal]);
      child.on('close', () => finish(exitCode));
      timers.push(setTimeout(() => finish(exitCode), request.drainMs));
    });
  });
}

/** killGroup ends a process and everything it started. A group that is gone already is fine. */
export function killGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** findProgram gives the full path of a program on a PATH, or null. */
export function findProgram(name: string, path: string): string | null {
  if (isAbsolute(name)) return isProgram(name) ? name : null;
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, name);
    if (folder !== '' && isProgram(candidate)) return candidate;
  }
  return null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function isGroupAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch (error) {
    return !isGone(error);
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH';
}

/** A line ends with \n, \r\n or \r; the last one may have no end. */
function collectLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): { finish(): string } {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let all = '';
  let rest = '';
  const take = (text: string): void => {
    all += text;
    rest += text;
    // A "\r" at the end may be the first half of "\r\n": it waits for the next piece.
    const ends = rest.matchAll(/\r\n|\n|\r(?!$)/g);
    let from = 0;
    for (const end of ends) {
      onLine(rest.slice(from, end.index));
      from = end.index + end[0].length;
    }
    rest = rest.slice(from);
  };
  stream.on('data', (chunk: Buffer) => take(decoder.decode(chunk, { stream: true })));
  return {
    finish: () => {
      take(decoder.decode());
      if (rest !== '') onLine(rest.endsWith('\r') ? rest.slice(0, -1) : rest);
      rest = '';
      return all;
    },
  };
}
