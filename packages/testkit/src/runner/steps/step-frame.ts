import { RunnerError } from '../errors.ts';
import { type ExpressionScope, evaluateText, resolveValue, type StatusFunctions } from '../expressions/expressions.ts';
import { type JobRun, type StepRecord, stepsContext } from '../job-run.ts';
import type { Plain, PlainMapping } from '../plain-data.ts';
import type { StageResult } from '../result.ts';
import type { ActionDefinition } from './action-metadata.ts';
import type { ScriptDefaults } from './script-step.ts';
import type { StageFrame, StepTimeout } from './stage-process.ts';
import type { StageRecorder } from './stage-recorder.ts';
import type { StepDefinition } from './step-definition.ts';
import type { ResolvedAction } from './uses.ts';

/** Where a step stands: directly in a job, or inside a composite action. */
export interface StepPlace {
  jobRun: JobRun;
  /** The steps around it, which the `steps` context shows. */
  steps: Map<string, StepRecord>;
  /** `inputs`, `env` and folder of the composite action around it; null in a job. */
  composite: { inputs: PlainMapping; env: Readonly<Record<string, string>>; folder: string; depth: number } | null;
  status: StatusFunctions;
  defaults: ScriptDefaults;
  parent: StageRecorder | null;
  timeout: StepTimeout | null;
  /** What the parts of the step save for each other. */
  state: Map<string, string>;
  /** The parts before and after of the step of the job; those of steps in a composite action belong to it. */
  parts: StepParts;
}

/** Results of the `pre` and `post` parts of a step. */
export interface StepParts {
  pre: StageResult | null;
  post: StageResult | null;
}

/** jobPlace is the place of a step that stands directly in a job. */
export function jobPlace(jobRun: JobRun, defaults: ScriptDefaults): StepPlace {
  return {
    jobRun,
    steps: jobRun.steps,
    composite: null,
    status: jobRun.statusFunctions(),
    defaults,
    parent: null,
    timeout: null,
    state: new Map(),
    parts: { pre: null, post: null },
  };
}

/** stageFrame begins a stage: with the variables around the step, before its own `env:`. */
export function stageFrame(step: StepDefinition, place: StepPlace, recorder: StageRecorder): StageFrame {
  const { jobRun, composite, timeout } = place;
  const github = { action: step.id, ...(composite === null ? {} : { action_path: composite.folder }) };
  // What GITHUB_ENV changes inside a composite action is hidden by the variables that the action started with
  // (actions/runner CompositeActionHandler.cs, "Merge composite-step env").
  const env = { ...Object.fromEntries(jobRun.env), ...composite?.env };
  const inputs = composite === null ? {} : { inputs: composite.inputs };
  const scope = jobRun.scope({ ...inputs, env, steps: stepsContext(place.steps) }, github, place.status);
  return { jobRun, recorder, name: step.where, scope, env, github, timeout };
}

/** withStepEnvironment adds the `env:` of the step, which is evaluated with the variables that it adds to. */
export function withStepEnvironment(frame: StageFrame, step: StepDefinition): StageFrame {
  const own = Object.entries(step.env).map(([name, value]) => [name, evaluateText(value, frame.scope)]);
  const env = { ...frame.env, ...Object.fromEntries(own) };
  return { ...frame, env, scope: withContexts(frame, { env }) };
}

/** withActionFacts adds what the `github` context says about the action that runs. */
export function withActionFacts(frame: StageFrame, resolved: ResolvedAction, action: ActionDefinition): StageFrame {
  const source = resolved.kind === 'remote' ? { action_repository: resolved.repository, action_ref: resolved.ref } : {};
  const folder = action.runs.using === 'composite' ? { action_path: action.directory } : {};
  const github = { ...frame.github, ...source, ...folder };
  return { ...frame, github, scope: withContexts(frame, { github: { ...frame.jobRun.github, ...github } }) };
}

/** displayName is the name of a step on the run page; what cannot be evaluated is shown as written. */
export function displayName(step: StepDefinition, frame: StageFrame): string {
  const written = step.name ?? `Run ${step.work.kind === 'uses' ? step.work.reference : firstLine(step.work.script)}`;
  try {
    return evaluateText(written, frame.scope);
  } catch {
    return String(written);
  }
}

/** timeoutOf starts the `timeout-minutes` of a step or job. Parts of a minute do not count: the runner takes whole minutes. */
export function timeoutOf(written: Plain, scope: ExpressionScope, jobRun: JobRun): StepTimeout | null {
  if (written === null) return null;
  const minutes = resolveValue(written, scope);
  if (typeof minutes !== 'number') throw new RunnerError(`timeout-minutes must be a number: ${String(written)}`);
  const minuteMs = jobRun.options.knobs.minuteMs ?? 60_000;
  const whole = Math.trunc(minutes);
  return whole > 0 ? { minutes: whole, deadline: performance.now() + whole * minuteMs } : null;
}

/** firstLine is the first line of a script that says something. */
export function firstLine(script: string): string {
  return script.trimStart().split(/[\r\n]/)[0] ?? '';
}

function withContexts(frame: StageFrame, contexts: PlainMapping): StageFrame['scope'] {
  return { ...frame.scope, contexts: { ...frame.scope.contexts, ...contexts } };
}
