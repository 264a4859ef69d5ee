import { type ChildProcess, fork } from 'node:child_process';
import type { GitJob, GitJobResult } from './git-worker.ts';

interface Pending {
  readonly resolve: (result: GitJobResult) => void;
  readonly reject: (error: Error) => void;
}

let worker: ChildProcess | undefined;
let lastId = 0;
const pending = new Map<number, Pending>();

/** runInWorker lets the worker process run git; it is started when first needed and ends with this process. */
export function runInWorker(job: Omit<GitJob, 'id'>): Promise<GitJobResult> {
  const process = worker ?? start();
  worker = process;
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    process.channel?.ref();
    process.send({ ...job, id });
  });
}

function start(): ChildProcess {
  const child = fork(new URL('./git-worker.ts', import.meta.url), [], { serialization: 'advanced', execArgv: [] });
  // Only work under way may keep this process alive.
  child.unref();
  child.channel?.unref();
  child.on('message', (result: GitJobResult) => {
    pending.get(result.id)?.resolve(result);
    pending.delete(result.id);
    if (pending.size === 0) child.channel?.unref();
  });
  child.once('exit', (code) => {
    worker = undefined;
    for (const { reject } of pending.values()) reject(new Error(`The process that runs git ended with ${code}.`));
    pending.clear();
  });
  return child;
}
