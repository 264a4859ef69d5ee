import { messageOf, RunnerError } from '../errors.ts';
import { evaluateCondition, evaluateText, resolveValue } from '../expressions/expressions.ts';
import { stepsContext } from '../job-run.ts';
import { type Conclusion, type StepResult, skippedStage, worseConclusion } from '../result.ts';
import type { StandIn } from '../stand-ins/stand-ins.ts';
import { type ActionDefinition, type CompositeRuns, type NodeRuns, readAction } from './action-metadata.ts';
import { evaluateInputs, mapOutputs, runNodeStage, writeHeader } from './action-stage.ts';
import { registerPost } from './extra-stages.ts';
import { runScript } from './script-step.ts';
import { addPath, type StageFrame } from './stage-process.ts';
import { StageRecorder } from './stage-recorder.ts';
import { type ActionWork, hasMadeUpId, type StepDefinition } from './step-definition.ts';
import {
  displayName,
  type StepPlace,
  stageFrame,
  timeoutOf,
  withActionFacts,
  withStepEnvironment,
} from './step-frame.ts';
import { resolveAction } from './uses.ts';

/** Composite actions may be inside each other this deep (actions/runner Constants.cs, CompositeActionsMaxDepth). */
const MAX_COMPOSITE_DEPTH = 9;

/** runStep runs the main part of a step, its condition and `continue-on-error` included. `post` is filled in by the job. */
export async function runStep(step: StepDefinition, place: StepPlace): Promise<StepResult> {
  const { jobRun } = place;
  const started = performance.now();
  const recorder = new StageRecorder(jobRun.masker, jobRun.debug, place.state, place.parent);
  let frame = stageFrame(step, place, recorder);
  try {
    frame = withStepEnvironment(frame, step);
    if (!evaluateCondition(step.condition, frame.scope)) {
      remember(step, place, {}, 'skipped', 'skipped');
      return { ...skippedStage(), id: step.id, name: displayName(step, frame), pre: place.parts.pre, post: null };
    }
    frame = {
      ...frame,
      name: displayName(step, frame),
      timeout: timeoutOf(step.timeoutMinutes, frame.scope, jobRun) ?? place.timeout,
    };
    await runWork(step, place, frame);
  } catch (thrown) {
    recorder.fail(messageOf(thrown));
  }
  const outcome = recorder.outcome();
  const conclusion = outcome === 'failure' && continuesOnError(step, frame) ? 'success' : outcome;
  remember(step, place, Object.fromEntries(recorder.outputs), outcome, conclusion);
  const result = recorder.result(conclusion, outcome, performance.now() - started);
  return { ...result, id: step.id, name: frame.name, pre: place.parts.pre, post: null };
}

async function runWork(step: StepDefinition, place: StepPlace, frame: StageFrame): Promise<void> {
  const { work } = step;
  if (work.kind === 'run') return runScript(frame, work, place.defaults);
  const resolved = resolveAction(work.reference, frame.jobRun.workspace, frame.jobRun.options.actions);
  if (resolved.kind === 'stand-in') return runStandIn(frame, work, resolved.standIn);
  const action = readAction(resolved.directory);
  const own = withActionFacts(frame, resolved, action);
  const inputs = evaluateInputs(own, work.inputs, action);
  if (isComposite(action)) {
    writeHeader(own, 'main', work.reference, inputs);
    return runComposite(own, place, action, inputs);
  }
  if (!isNode(action)) return;
  if (action.runs.pre !== null && resolved.kind === 'local') {
    own.recorder.warning(`\`pre\` execution is not supported for local action from '${resolved.path}'`);
  }
  registerPost(step, work, place, action, resolved);
  writeHeader(own, 'main', work.reference, inputs);
  await runNodeStage(own, action, action.runs.main, inputs);
}

async function runComposite(
  frame: StageFrame,
  place: StepPlace,
  action: ActionDefinition & { runs: CompositeRuns },
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  const depth = place.composite === null ? 0 : place.composite.depth + 1;
  if (depth > MAX_COMPOSITE_DEPTH) {
    throw new RunnerError(`Composite actions are more than ${MAX_COMPOSITE_DEPTH} levels deep.`);
  }
  let status: Conclusion = 'success';
  const inner: StepPlace = {
    ...place,
    steps: new Map(),
    composite: { inputs, env: frame.env, folder: action.directory, depth },
    // Inside a composite action the functions look at its own steps (actions/runner SuccessFunction.cs).
    status: {
      success: () => status === 'success',
      failure: () => status === 'failure',
      cancelled: () => status === 'cancelled',
    },
    defaults: { shell: null, workingDirectory: null },
    parent: frame.recorder,
    timeout: frame.timeout,
  };
  for (const step of action.runs.steps) {
    const result = await runStep(step, { ...inner, state: new Map() });
    status = worseConclusion(status, result.conclusion);
  }
  mapOutputs(frame, action, { inputs, steps: stepsContext(inner.steps) });
  if (status === 'failure') frame.recorder.failed = true;
  if (status === 'cancelled') frame.recorder.cancelled = true;
}

async function runStandIn(frame: StageFrame, work: ActionWork, standIn: StandIn): Promise<void> {
  const { jobRun, recorder } = frame;
  const { event, repositories, artifacts } = jobRun.options;
  const written = Object.entries(work.inputs).map(([name, value]) => [name, evaluateText(value, frame.scope)]);
  const inputs: Record<string, string> = Object.fromEntries(written);
  writeHeader(frame, 'main', work.reference, inputs);
  const outputs = await standIn({
    reference: work.reference,
    inputs,
    workspace: jobRun.workspace,
    temp: jobRun.temp,
    event,
    repository: String(jobRun.github.repository),
    serverUrl: String(jobRun.github.server_url),
    token: jobRun.options.token,
    runId: String(jobRun.github.run_id),
    repositories,
    artifacts,
    addPath: (folder) => addPath(frame, folder),
    log: (line) => recorder.write(line),
    warning: (message) => recorder.warning(message),
  });
  for (const [name, value] of Object.entries(outputs)) recorder.outputs.set(name, value);
}

/** Only a boolean counts: the text "true" is an error on GitHub too. */
function continuesOnError(step: StepDefinition, frame: StageFrame): boolean {
  try {
    const decision = resolveValue(step.continueOnError, frame.scope);
    if (typeof decision === 'boolean') return decision;
    frame.recorder.error(`${step.where}.continue-on-error must be a boolean.`);
  } catch (thrown) {
    frame.recorder.error(messageOf(thrown));
  }
  return false;
}

/** A step without an id is not in the `steps` context; a failed or cancelled step of the job makes the job so. */
function remember(
  step: StepDefinition,
  place: StepPlace,
  outputs: Record<string, string>,
  outcome: Conclusion,
  conclusion: Conclusion,
): void {
  if (!hasMadeUpId(step)) place.steps.set(step.id, { outputs, outcome, conclusion });
  if (place.composite === null) place.jobRun.take(conclusion);
}

function isComposite(action: ActionDefinition): action is ActionDefinition & { runs: CompositeRuns } {
  return action.runs.using === 'composite';
}

function isNode(action: ActionDefinition): action is ActionDefinition & { runs: NodeRuns } {
  return action.runs.using === 'node';
}
