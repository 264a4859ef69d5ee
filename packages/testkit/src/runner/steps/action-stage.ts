import { join } from 'node:path';
import { messageOf } from '../errors.ts';
import { evaluateText } from '../expressions/expressions.ts';
import type { PlainMapping } from '../plain-data.ts';
import type { ActionDefinition } from './action-metadata.ts';
import { writeEnvironment } from './script-step.ts';
import { runInStage, type StageFrame } from './stage-process.ts';

/** evaluateInputs gives the inputs of an action: what the workflow wrote, then the defaults; with the runner's warnings. */
export function evaluateInputs(
  frame: StageFrame,
  written: PlainMapping,
  action: ActionDefinition,
): Record<string, string> {
  const inputs: Record<string, string> = {};
  const declared = new Map([...action.inputs].map(([name, input]) => [name.toLowerCase(), input]));
  for (const [name, value] of Object.entries(written)) {
    inputs[name] = evaluateText(value, frame.scope);
    const deprecation = declared.get(name.toLowerCase())?.deprecation ?? null;
    if (deprecation !== null) {
      frame.recorder.warning(`Input '${name}' has been deprecated with message: ${deprecation}`);
    }
  }
  const given = new Set(Object.keys(written).map((name) => name.toLowerCase()));
  for (const [name, input] of action.inputs) {
    if (!given.has(name.toLowerCase())) inputs[name] = evaluateText(input.default, frame.scope);
  }
  const unexpected = Object.keys(written).filter((name) => !declared.has(name.toLowerCase()));
  if (unexpected.length > 0) {
    const valid = [...action.inputs.keys()].join("', '");
    frame.recorder.warning(`Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${valid}']`);
  }
  return inputs;
}

/** writeHeader shows what is run, with which inputs and variables. */
export function writeHeader(
  frame: StageFrame,
  stage: 'pre' | 'main' | 'post',
  reference: string,
  inputs: Readonly<Record<string, string>>,
): void {
  const { recorder } = frame;
  if (stage === 'post') {
    recorder.write('Post job cleanup.');
    return;
  }
  recorder.write(`##[group]Run ${reference}`);
  const shown = Object.entries(inputs);
  if (shown.length > 0) recorder.write('with:');
  for (const [name, value] of shown) {
    if (value !== '') recorder.write(`  ${name}: ${value}`);
  }
  writeEnvironment(frame);
  recorder.write('##[endgroup]');
}

/** runNodeStage runs a script of a JavaScript action; a non-zero exit code fails the stage. */
export async function runNodeStage(
  frame: StageFrame,
  action: ActionDefinition,
  script: string,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  const { jobRun, recorder } = frame;
  const exitCode = await runInStage(frame, {
    command: process.execPath,
    args: [join(action.directory, script)],
    cwd: jobRun.workspace,
    inputs,
  });
  if (exitCode !== 0 && !recorder.cancelled) recorder.failed = true;
  for (const name of recorder.outputs.keys()) {
    if (!action.outputs.has(name)) {
      recorder.fault(`The action ${action.name} sets the output "${name}", which its action.yml does not declare.`);
    }
  }
}

/** mapOutputs evaluates the outputs of a composite action from the steps inside of it. */
export function mapOutputs(frame: StageFrame, action: ActionDefinition, inner: PlainMapping): void {
  const scope = { ...frame.scope, contexts: { ...frame.scope.contexts, ...inner } };
  for (const [name, value] of action.outputs) {
    try {
      frame.recorder.outputs.set(name, evaluateText(value, scope));
    } catch (thrown) {
      frame.recorder.fail(`The output ${name} cannot be evaluated: ${messageOf(thrown)}`);
    }
  }
}
