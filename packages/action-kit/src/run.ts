import { debug, setFailed, setOutput, setSecret } from '@actions/core';
import { failureMessage, type Report } from '@tollgate/reporting';
import { type InputMetadata, type Inputs, type Readers, readInputs } from './inputs.ts';
import { type TellOptions, tell } from './tell.ts';

/** An action that judges: what `action.yml` says, how its inputs are read, its one piece of work, and how it is told. */
export interface GateAction<R extends Readers<string>, Output extends string> {
  readonly inputs: Readonly<Record<keyof R & string, InputMetadata>>;
  readonly readers: R;
  /** Judges; throws when it cannot do its work. `outputs` are the action's own, besides those of every gate. */
  readonly judge: (inputs: Inputs<R>) => GateResult<Output>;
  readonly tell: (inputs: Inputs<R>) => TellOptions;
}

export interface GateResult<Output extends string> {
  readonly report: Report;
  readonly outputs: Readonly<Record<Exclude<Output, GateOutput>, string>>;
}

/** Outputs of every gate; `runGate` sets them. */
export type GateOutput = 'outcome' | 'report';

/**
 * Runs a gate's action from inputs to exit code: reads, judges, tells, and fails the step when the decision blocks or the
 * work could not be done. What goes wrong is one clear message; the stack is for the debug log.
 */
export async function runGate<R extends Readers<string>, Output extends string>(
  action: GateAction<R, Output>,
): Promise<void> {
  try {
    const inputs = readInputs(action.inputs, action.readers, process.env);
    const options = action.tell(inputs);
    if (options.token !== '') setSecret(options.token);
    const { report, outputs } = action.judge(inputs);
    await tell(report, outputs, options);
  } catch (error) {
    if (error instanceof Error && error.stack !== undefined) debug(error.stack);
    setOutput('outcome', 'failed');
    setFailed(failureMessage(error));
  }
}
