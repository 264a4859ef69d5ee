import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RunnerError } from '../errors.ts';
import { evaluateText } from '../expressions/expressions.ts';
import { findProgram } from '../process.ts';
import { runInStage, type StageFrame, systemPath } from './stage-process.ts';
import type { ScriptWork } from './step-definition.ts';

/** `defaults.run` of the workflow and the job. */
export interface ScriptDefaults {
  shell: string | null;
  workingDirectory: string | null;
}

/** Arguments and file endings of the shells that GitHub knows by name (actions/runner src/Runner.Worker/Handlers). */
const SHELLS: Readonly<Record<string, { args: string; extension: string }>> = {
  bash: { args: '--noprofile --norc -e -o pipefail {0}', extension: '.sh' },
  sh: { args: '-e {0}', extension: '.sh' },
  python: { args: '{0}', extension: '.py' },
  pwsh: { args: '-command ". \'{0}\'"', extension: '.ps1' },
};

/** runScript carries out a `run:` step; a non-zero exit code fails it. */
export async function runScript(frame: StageFrame, work: ScriptWork, defaults: ScriptDefaults): Promise<void> {
  const { jobRun, recorder } = frame;
  const script = evaluateText(work.script, frame.scope);
  const folder = evaluateText(work.workingDirectory ?? defaults.workingDirectory ?? '', frame.scope);
  const path = [...jobRun.prependPath.toReversed(), frame.env.PATH ?? systemPath(jobRun)].join(':');
  const shell = findShell(evaluateText(work.shell ?? defaults.shell ?? '', frame.scope), path);

  recorder.write(`##[group]Run ${script.trimStart().split(/[\r\n]/)[0]}`);
  for (const line of script.replaceAll('\r\n', '\n').replace(/\n+$/, '').split('\n')) {
    recorder.write(`\u001b[36;1m${line}\u001b[0m`);
  }
  recorder.write(`shell: ${shell.program} ${shell.args.join(' ')}`);
  writeEnvironment(frame);
  recorder.write('##[endgroup]');

  const file = join(jobRun.temp, `${randomUUID()}${shell.extension}`);
  writeFileSync(file, script);
  const exitCode = await runInStage(frame, {
    command: shell.program,
    args: shell.args.map((arg) => arg.replaceAll('{0}', file)),
    cwd: resolve(jobRun.workspace, folder),
    inputs: null,
  });
  if (exitCode !== 0 && recorder.outcome() === 'success') {
    recorder.fail(`Process completed with exit code ${exitCode}.`);
  }
}

/** writeEnvironment shows the `env` of a step in the log. */
export function writeEnvironment(frame: StageFrame): void {
  const entries = Object.entries(frame.env);
  if (entries.length === 0) return;
  frame.recorder.write('env:');
  for (const [name, value] of entries) frame.recorder.write(`  ${name}: ${value}`);
}

interface Shell {
  program: string;
  args: string[];
  extension: string;
}

/** No shell means bash with -e but without pipefail, or sh where there is no bash. */
function findShell(option: string, path: string): Shell {
  if (option === '') {
    const program = findProgram('bash', path) ?? findProgram('sh', path);
    if (program === null) throw new RunnerError(`There is neither bash nor sh on the PATH: ${path}`);
    return { program, args: ['-e', '{0}'], extension: '.sh' };
  }
  const [name = '', ...given] = option.split(' ');
  const known = SHELLS[name];
  const format = given.length > 0 ? given.join(' ').trim() : (known?.args ?? '');
  if (!format.includes('{0}')) {
    throw new RunnerError(
      `Invalid shell option '${option}'. It must be bash, sh, python or pwsh, or a command line that contains '{0}' for the script.`,
    );
  }
  const program = findProgram(name, path);
  if (program === null) throw new RunnerError(`The shell ${name} was not found on the PATH: ${path}`);
  return { program, args: splitArguments(format), extension: known?.extension ?? '' };
}

/** Arguments are separated by blanks; double quotes keep one together. */
function splitArguments(format: string): string[] {
  return [...format.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}
