import { isAbsolute, relative, sep } from 'node:path';
import { messageOf, RunnerError } from '../errors.ts';
import type { StageRecorder } from '../steps/stage-recorder.ts';
import { type Annotation, annotationPlace } from './annotations.ts';
import { REFUSED_VARIABLES } from './file-commands.ts';
import type { SecretMasker } from './masking.ts';
import { COMMAND_NAMES, parseCommand, type WorkflowCommand } from './workflow-commands.ts';

/** What workflow commands act on. */
export interface CommandEffects {
  recorder: StageRecorder;
  masker: SecretMasker;
  workspace: string;
  /** The `env` of the step, for the opt-ins to commands that are off by default. */
  env: Readonly<Record<string, string>>;
  setVariable(name: string, value: string): void;
  addPath(folder: string): void;
}

/** Commands whose line is not echoed (OmitEcho in actions/runner ActionCommandManager.cs), or shown anyway. */
const NEVER_ECHOED = new Set(['debug', 'warning', 'error', 'notice', 'add-mask', 'stop-commands']);

/** A stop token longer than this is masked, so that output cannot repeat it (actions/runner ActionCommandManager.cs). */
const LONGEST_UNMASKED_TOKEN = 6;

/** Reads the output of one process line by line: carries out workflow commands and shows everything else in the log. */
export class CommandHandler {
  readonly #effects: CommandEffects;
  readonly #known = new Set(COMMAND_NAMES);
  #stopToken: string | null = null;
  #echo: boolean;

  /** @param echo whether commands are shown from the start, as with step debug logging */
  constructor(effects: CommandEffects, echo: boolean) {
    this.#effects = effects;
    this.#echo = echo;
  }

  /** line takes one line of standard output or standard error. */
  line(line: string): void {
    const command = parseCommand(line, this.#known);
    if (command === null || !this.#take(command, line)) this.#effects.recorder.write(line);
  }

  /** Tells whether the line was taken as a command. */
  #take(command: WorkflowCommand, line: string): boolean {
    const { recorder } = this.#effects;
    if (this.#stopToken !== null) {
      if (command.name !== this.#stopToken) return false;
      recorder.write(line);
      this.#known.delete(this.#stopToken);
      this.#stopToken = null;
      return true;
    }
    if (this.#echo && !NEVER_ECHOED.has(command.name)) recorder.write(line);
    try {
      this.#carryOut(command, line);
    } catch (thrown) {
      const shown = NEVER_ECHOED.has(command.name) ? command.name : line;
      recorder.error(`Unable to process command '${shown}' successfully.`);
      recorder.fail(messageOf(thrown));
    }
    return true;
  }

  #carryOut(command: WorkflowCommand, line: string): void {
    const { recorder } = this.#effects;
    switch (command.name) {
      case 'error':
      case 'warning':
      case 'notice':
        recorder.annotate(this.#annotation(command.name, command));
        break;
      case 'debug':
        recorder.debug(command.data);
        break;
      case 'group':
        recorder.write(`##[group]${command.data}`);
        break;
      case 'endgroup':
        recorder.write('##[endgroup]');
        break;
      case 'add-mask':
        this.#addMask(command.data);
        break;
      case 'echo':
        this.#setEcho(command.data);
        break;
      case 'stop-commands':
        this.#stop(command.data, line);
        break;
      case 'set-output':
        warnDeprecated(recorder, 'set-output', 'GITHUB_OUTPUT');
        recorder.outputs.set(nameOf(command), command.data);
        break;
      case 'save-state':
        warnDeprecated(recorder, 'save-state', 'GITHUB_STATE');
        recorder.state.set(nameOf(command), command.data);
        break;
      case 'set-env':
        this.#setVariable(command);
        break;
      case 'add-path':
        this.#addPath(command.data);
        break;
      default:
        recorder.debug(`The harness has no problem matchers: ${command.name} is ignored.`);
    }
  }

  #annotation(level: Annotation['level'], command: WorkflowCommand): Annotation {
    const { file, ...place } = annotationPlace(command.properties);
    const shownFile = file === undefined ? {} : { file: this.#relativeFile(file) };
    return { level, message: command.data, ...shownFile, ...place };
  }

  /** A file inside the workspace is shown relative to it. */
  #relativeFile(file: string): string {
    if (!isAbsolute(file)) return file;
    const inside = relative(this.#effects.workspace, file);
    return inside === '' || inside.startsWith('..') ? file : inside.split(sep).join('/');
  }

  #addMask(value: string): void {
    const { recorder, masker } = this.#effects;
    if (value.trim() === '') {
      recorder.warning("Can't add secret mask for empty string in ##[add-mask] command.");
      return;
    }
    if (this.#echo) recorder.write('::add-mask::***');
    masker.addLines(value);
  }

  #setEcho(value: string): void {
    const mode = value.trim().toLowerCase();
    if (mode !== 'on' && mode !== 'off') {
      throw new RunnerError(
        `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${value}'.`,
      );
    }
    this.#echo = mode === 'on';
  }

  #stop(token: string, line: string): void {
    const { recorder, masker, env } = this.#effects;
    const name = token.toLowerCase();
    if (
      (name === '' || name === 'pause-logging' || COMMAND_NAMES.has(name)) &&
      !isOn(env.ACTIONS_ALLOW_UNSECURE_STOPCOMMAND_TOKENS)
    ) {
      throw new RunnerError(
        "The end token of stop-commands must not be empty, 'pause-logging', or the name of a workflow command.",
      );
    }
    recorder.write(line);
    if (token.length > LONGEST_UNMASKED_TOKEN) masker.add(token);
    this.#stopToken = name;
    this.#known.add(name);
  }

  #setVariable(command: WorkflowCommand): void {
    this.#refuseInsecure('set-env', 'GITHUB_ENV');
    const name = nameOf(command);
    if (REFUSED_VARIABLES.includes(name.toUpperCase())) {
      this.#effects.recorder.error(
        `Can't update ${name.toUpperCase()} environment variable using ::set-env:: command.`,
      );
      return;
    }
    this.#effects.setVariable(name, command.data);
  }

  #addPath(folder: string): void {
    this.#refuseInsecure('add-path', 'GITHUB_PATH');
    if (folder === '') throw new RunnerError("Value cannot be null. (Parameter 'path')");
    this.#effects.addPath(folder);
  }

  #refuseInsecure(command: string, file: string): void {
    if (isOn(this.#effects.env.ACTIONS_ALLOW_UNSECURE_COMMANDS)) return;
    throw new RunnerError(`The \`${command}\` command is disabled. Write to the file in $${file} instead.`);
  }
}

function warnDeprecated(recorder: StageRecorder, command: string, file: string): void {
  recorder.warning(
    `The \`${command}\` command is deprecated and will be disabled soon. Write to the file in $${file} instead.`,
  );
}

function nameOf(command: WorkflowCommand): string {
  const name = command.properties.get('name');
  if (name === undefined) throw new RunnerError(`Required field 'name' is missing in ##[${command.name}] command.`);
  return name;
}

function isOn(value: string | undefined): boolean {
  return value?.trim().toLowerCase() === 'true';
}
