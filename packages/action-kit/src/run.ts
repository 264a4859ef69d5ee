import { debug, setFailed, setOutput, setSecret } from '@actions/core';
import type { CheckAnnotation, EventContext, ReviewSuggestion } from '@tollgate/github';
import type { Report } from '@tollgate/reporting';
import type { ChangeOptions, GitChange } from './find-change.ts';
import { type InputMetadata, type Inputs, type Readers, readInputs } from './inputs.ts';
import type { ResultFormat } from './result-format.ts';
import type { TellOptions } from './tell.ts';

/** An action that judges: what `action.yml` says, how its inputs are read, its one piece of work, and how it is told. */
export interface GateAction<R extends Readers<string>, Output extends string> {
  readonly inputs: Readonly<Record<keyof R & string, InputMetadata>>;
  readonly readers: R;
  /** Judges; throws when it cannot do its work. `outputs` are the action's own, besides those of every gate. */
  readonly judge: (inputs: Inputs<R>, context: GateContext) => Promise<GateResult<Output>>;
  readonly tell: (inputs: Inputs<R>) => TellOptions;
}

/** Where and when a gate's action runs. */
export interface GateContext {
  readonly event: EventContext;
  /** The folder that relative paths are from: the workspace. */
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The day in UTC: `2026-10-01`. */
  readonly today: string;
  /** What the run is about, by the git history of the workspace. */
  readonly findChange: (options: Pick<ChangeOptions, 'baseRef' | 'push'>) => Promise<GitChange>;
}

/** What a gate found, and what of it is told where. */
export interface GateResult<Output extends string> {
  readonly report: Report;
  readonly outputs: Readonly<Record<Exclude<Output, GateOutput>, string>>;
  /** What the JSON file holds; the decision unless given. */
  readonly document?: unknown;
  /** Whether there is something that a comment `on-finding` is made for; every outcome but `passed` unless given. */
  readonly isFinding?: boolean;
  /** Remarks on lines beside those of the decision, after them. */
  readonly annotations?: readonly CheckAnnotation[];
  /** Changes of lines that would mend what was found, for the pull request. */
  readonly suggestions?: readonly ReviewSuggestion[];
  /** Sentences about the run, for whoever looks after the workflow. */
  readonly notices?: readonly string[];
}

/** Outputs that `runGate` sets: those of every gate, and the files that a gate offers. */
export type GateOutput = 'outcome' | 'report' | 'suggestions' | `${ResultFormat['name']}-file`;

/**
 * Runs a gate's action from inputs to exit code: reads, judges, tells, and fails the step when the decision blocks or the
 * work could not be done. What goes wrong is one clear message; the stack is for the debug log.
 */
export async function runGate<R extends Readers<string>, Output extends string>(
  action: GateAction<R, Output>,
): Promise<void> {
  let failing = (_message: string): Promise<void> => Promise.resolve();
  try {
    const inputs = readInputs(action.inputs, action.readers, process.env);
    const options = action.tell(inputs);
    if (options.token !== '') setSecret(options.token);
    // Loaded late: a mistake in the inputs needs nothing of it.
    const { readEvent } = await import('./read-event.ts');
    const event = await readEvent(process.env);
    failing = async (message) => {
      const { tellFailure } = await import('./tell-failure.ts');
      await tellFailure(message, event, options);
    };
    const workingFolder = process.cwd();
    const context: GateContext = {
      event,
      workingFolder,
      environment: process.env,
      today: new Date().toISOString().slice(0, 10),
      findChange: async (options) => {
        const { findChange } = await import('./find-change.ts');
        return findChange(event, { workingFolder, ...options });
      },
    };
    const result = await action.judge(inputs, context);
    const { tell } = await import('./tell.ts');
    await tell(result, event, options);
  } catch (error) {
    if (error instanceof Error && error.stack !== undefined) debug(error.stack);
    setOutput('outcome', 'failed');
    const { failureMessage } = await import('./failure-message.ts');
    const message = failureMessage(error);
    setFailed(message);
    await failing(message);
  }
}
