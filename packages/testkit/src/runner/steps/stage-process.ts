import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandHandler } from '../commands/command-handler.ts';
import {
  COMMAND_FILES,
  type CommandFile,
  decodeFile,
  MAX_SUMMARY_BYTES,
  REFUSED_VARIABLES,
  readPairs,
  readPathLines,
} from '../commands/file-commands.ts';
import { processEnvironment } from '../environment.ts';
import { messageOf, RunnerError } from '../errors.ts';
import type { ExpressionScope } from '../expressions/expressions.ts';
import type { JobRun } from '../job-run.ts';
import type { PlainMapping } from '../plain-data.ts';
import { runProcess } from '../process.ts';
import type { StageRecorder } from './stage-recorder.ts';

/** A stage of a step while it runs. */
export interface StageFrame {
  jobRun: JobRun;
  recorder: StageRecorder;
  /** Name of the step, for messages. */
  name: string;
  /** What its expressions see. */
  scope: ExpressionScope;
  /** The `env` context. */
  env: Readonly<Record<string, string>>;
  /** What this step adds to the `github` context: action, action_path and so on. */
  github: PlainMapping;
  timeout: StepTimeout | null;
}

/** The `timeout-minutes` of a step or a job and the moment (performance.now) at which it is over. */
export interface StepTimeout {
  minutes: number;
  deadline: number;
}

/** A process of a stage. */
export interface StageProcess {
  command: string;
  args: readonly string[];
  cwd: string;
  /** Inputs of a JavaScript action, null for a script. */
  inputs: Readonly<Record<string, string>> | null;
}

const DEFAULT_LIMIT_MS = 120_000;
const DEFAULT_DRAIN_MS = 5_000;

/** systemPath is the PATH that processes of a job start with: the Node of the harness, then the folders of the system. */
export function systemPath(jobRun: JobRun): string {
  const standard = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  return jobRun.options.knobs.systemPath ?? `${dirname(process.execPath)}:${standard}`;
}

/**
 * runInStage runs a process as the runner does: with the command files, the environment and the reading of its output.
 * It fails the stage for a timeout and for broken command files; what the exit code means is left to the caller.
 */
export async function runInStage(frame: StageFrame, request: StageProcess): Promise<number> {
  const { jobRun, recorder } = frame;
  const { knobs } = jobRun.options;
  const files = createCommandFiles(jobRun.temp);
  const handler = new CommandHandler(
    {
      recorder,
      masker: jobRun.masker,
      workspace: jobRun.workspace,
      env: frame.env,
      setVariable: (name, value) => setVariable(frame, name, value),
      addPath: (folder) => addPath(frame, folder),
    },
    jobRun.debug,
  );
  const timeout = earlier(frame.timeout, jobRun.timeout);
  const limitMs = knobs.limitMs ?? DEFAULT_LIMIT_MS;
  if (!existsSync(request.cwd)) throw new RunnerError(`The working directory ${request.cwd} does not exist.`);
  const outcome = await runProcess({
    ...request,
    env: processEnvironment({
      home: jobRun.home,
      systemPath: systemPath(jobRun),
      env: frame.env,
      state: recorder.state,
      inputs: request.inputs,
      prependPath: jobRun.prependPath,
      github: { ...jobRun.github, ...frame.github, ...files },
      runner: jobRun.runner,
    }),
    timeoutMs: timeout === null ? null : Math.max(1, timeout.deadline - performance.now()),
    limitMs,
    drainMs: knobs.drainMs ?? DEFAULT_DRAIN_MS,
    onLine: (line) => handler.line(line),
  });
  recorder.addOutput(outcome.stdout, outcome.stderr);
  recorder.exitCode = outcome.exitCode;
  if (outcome.leftovers !== null) jobRun.leftBehind(outcome.leftovers);
  if (outcome.end === 'timed-out' && timeout !== null) takeTimeout(frame, timeout);
  if (outcome.end === 'over-limit') {
    const message = `'${frame.name}' did not end within ${limitMs / 1000} s, the limit of the test harness, and was stopped.`;
    recorder.fail(message);
    recorder.fault(message);
  }
  for (const file of COMMAND_FILES) readCommandFile(frame, file, files[file]);
  return outcome.exitCode;
}

function earlier(step: StepTimeout | null, job: StepTimeout | null): StepTimeout | null {
  if (step === null || job === null) return step ?? job;
  return step.deadline < job.deadline ? step : job;
}

/** The time of a step fails it; the time of the job cancels the job, and what runs always gets new time. */
function takeTimeout(frame: StageFrame, timeout: StepTimeout): void {
  const { jobRun, recorder } = frame;
  if (timeout !== jobRun.timeout) {
    recorder.fail(`The action '${frame.name}' has timed out after ${timeout.minutes} minutes.`);
    return;
  }
  recorder.error(`The job has exceeded the maximum execution time of ${timeout.minutes} minutes.`);
  recorder.cancelled = true;
  jobRun.timeout = null;
}

function createCommandFiles(temp: string): Record<CommandFile, string> {
  const folder = join(temp, '_runner_file_commands');
  mkdirSync(folder, { recursive: true });
  const suffix = randomUUID();
  const create = (prefix: string): string => {
    const file = join(folder, `${prefix}_${suffix}`);
    writeFileSync(file, '');
    return file;
  };
  return {
    path: create('add_path'),
    env: create('set_env'),
    step_summary: create('step_summary'),
    state: create('save_state'),
    output: create('set_output'),
  };
}

/** A file that the process deleted says nothing. */
function readCommandFile(frame: StageFrame, file: CommandFile, path: string): void {
  const { recorder } = frame;
  try {
    if (!existsSync(path)) return;
    const bytes = readFileSync(path);
    rmSync(path);
    if (file === 'step_summary') {
      takeSummary(frame, bytes);
    } else if (file === 'path') {
      for (const folder of readPathLines(decodeFile(bytes))) addPath(frame, folder);
    } else {
      for (const [name, value] of readPairs(decodeFile(bytes))) takePair(frame, file, name, value);
    }
  } catch (thrown) {
    recorder.error(`Unable to process file command '${file}' successfully.`);
    recorder.fail(messageOf(thrown));
  }
}

function takePair(frame: StageFrame, file: 'env' | 'state' | 'output', name: string, value: string): void {
  const { recorder } = frame;
  if (file === 'state') {
    recorder.state.set(name, value);
    return;
  }
  if (name === '') throw new RunnerError("Value cannot be null. (Parameter 'name')");
  if (file === 'output') {
    recorder.outputs.set(name, value);
    return;
  }
  const refused = REFUSED_VARIABLES.find((variable) => variable === name.toUpperCase());
  if (refused === undefined) setVariable(frame, name, value);
  // An error line, but the step still succeeds (SetEnvFileCommand in actions/runner FileCommandManager.cs).
  else recorder.error(`Can't store ${refused} output parameter using '$GITHUB_ENV' command.`);
}

function takeSummary(frame: StageFrame, bytes: Uint8Array): void {
  const { recorder, jobRun } = frame;
  if (bytes.length === 0) return;
  if (bytes.length > MAX_SUMMARY_BYTES) {
    const kilobytes = (size: number): string => `${Math.floor(size / 1024)}k`;
    recorder.error(
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${kilobytes(MAX_SUMMARY_BYTES)}, got ${kilobytes(bytes.length)}.`,
    );
    recorder.dropSummary();
    return;
  }
  const lines = decodeFile(bytes).split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  recorder.addSummary(lines.map((line) => `${jobRun.masker.mask(line)}\n`).join(''));
}

function setVariable(frame: StageFrame, name: string, value: string): void {
  frame.jobRun.setVariable(name, value);
  frame.recorder.setVariable(name, value);
}

/** addPath puts a folder in front of PATH for the steps that follow. */
export function addPath(frame: StageFrame, folder: string): void {
  frame.jobRun.addPath(folder);
  frame.recorder.addPath(folder);
}
