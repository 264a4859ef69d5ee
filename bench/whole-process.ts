import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A command to measure as a whole process, from start to exit. */
export interface Work {
  /** Node unless told; of another program the memory is not measured. */
  readonly program?: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The exit code that means that the work was done. */
  readonly exitCode: number;
}

/** Seconds from start to exit, and the most memory that was resident, in MiB; medians over the runs. */
export interface Measured {
  readonly seconds: number;
  readonly mebibytes: number;
}

const runs = 7;

/** An empty Node process: what every command pays before its first line. */
export const emptyProcess: Work = { args: ['--eval', '0'], exitCode: 0 };

/**
 * Measures a command and an empty process in turn, so that a machine that slows down meanwhile slows both.
 * @throws Error when the command ends with another exit code than it should.
 */
export function measure(work: Work): { work: Measured; empty: Measured } {
  once(work);
  const pairs = Array.from({ length: runs }, () => ({ work: once(work), empty: once(emptyProcess) }));
  return { work: medians(pairs.map((pair) => pair.work)), empty: medians(pairs.map((pair) => pair.empty)) };
}

function once({ program, args, cwd, env, exitCode }: Work): Measured {
  const memoryFile = join(tmpdir(), `tollgate-bench-${process.pid}.json`);
  const started = process.hrtime.bigint();
  const [file, ...given] =
    program === undefined
      ? [process.execPath, '--import', join(import.meta.dirname, 'peak-memory.mjs'), ...args]
      : [program, ...args];
  const run = spawnSync(file, given, {
    ...(cwd !== undefined && { cwd }),
    env: { PATH: process.env.PATH, ...env, TOLLGATE_BENCH_MEMORY: memoryFile },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (run.status !== exitCode) throw new Error(`${file} ${given.join(' ')} ended with ${run.status}:\n${run.stderr}`);
  if (program !== undefined) return { seconds, mebibytes: Number.NaN };
  const mebibytes = JSON.parse(readFileSync(memoryFile, 'utf8')) / 1024;
  rmSync(memoryFile);
  return { seconds, mebibytes };
}

function medians(measured: readonly Measured[]): Measured {
  return {
    seconds: median(measured.map((one) => one.seconds)),
    mebibytes: median(measured.map((one) => one.mebibytes)),
  };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
