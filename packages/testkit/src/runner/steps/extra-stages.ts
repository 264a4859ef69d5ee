import { messageOf } from '../errors.ts';
import { evaluateStageCondition } from '../expressions/expressions.ts';
import { mergeStages, type StageResult, skippedStage } from '../result.ts';
import { type ActionDefinition, type NodeRuns, readAction } from './action-metadata.ts';
import { evaluateInputs, runNodeStage, writeHeader } from './action-stage.ts';
import { StageRecorder } from './stage-recorder.ts';
import type { ActionWork, StepDefinition } from './step-definition.ts';
import { type StepPlace, stageFrame, withActionFacts, withStepEnvironment } from './step-frame.ts';
import { type ResolvedAction, resolveAction } from './uses.ts';

/** A `pre` or `post` part to run. */
interface ExtraStage {
  stage: 'pre' | 'post';
  step: StepDefinition;
  work: ActionWork;
  action: ActionDefinition;
  resolved: ResolvedAction;
  place: StepPlace;
  script: string;
  condition: string | null;
}

/** runPre runs the `pre` part of an action before the first step. Actions of the workspace have none: they are not there yet. */
export async function runPre(step: StepDefinition, place: StepPlace): Promise<void> {
  const { work } = step;
  if (work.kind !== 'uses') return;
  const resolved = resolveAction(work.reference, place.jobRun.workspace, place.jobRun.options.actions);
  if (resolved.kind !== 'remote') return;
  const action = readAction(resolved.directory);
  if (action.runs.using !== 'node' || action.runs.pre === null) return;
  const { pre: script, preIf: condition } = action.runs;
  place.parts.pre = await runExtraStage({ stage: 'pre', step, work, action, resolved, place, script, condition });
}

/** registerPost remembers the `post` part of an action that runs; the job runs these parts at its end, the latest first. */
export function registerPost(
  step: StepDefinition,
  work: ActionWork,
  place: StepPlace,
  action: ActionDefinition & { runs: NodeRuns },
  resolved: ResolvedAction,
): void {
  const { post: script, postIf: condition } = action.runs;
  if (script === null) return;
  place.jobRun.posts.push(async () => {
    const result = await runExtraStage({ stage: 'post', step, work, action, resolved, place, script, condition });
    place.parts.post = place.parts.post === null ? result : mergeStages(place.parts.post, result);
  });
}

async function runExtraStage(extra: ExtraStage): Promise<StageResult> {
  const { stage, step, work, action, place } = extra;
  const { jobRun } = place;
  const started = performance.now();
  const recorder = new StageRecorder(jobRun.masker, jobRun.debug, place.state, null);
  try {
    // Outside of the main part the status functions look at the job, also for steps of composite actions.
    const begun = stageFrame(step, { ...place, status: jobRun.statusFunctions(), timeout: null }, recorder);
    const named = { ...begun, name: `${stage} ${work.reference}` };
    const frame = withActionFacts(withStepEnvironment(named, step), extra.resolved, action);
    if (!evaluateStageCondition(extra.condition, frame.scope)) return skippedStage();
    const inputs = evaluateInputs(frame, work.inputs, action);
    writeHeader(frame, stage, work.reference, inputs);
    await runNodeStage(frame, action, extra.script, inputs);
  } catch (thrown) {
    recorder.fail(messageOf(thrown));
  }
  const conclusion = recorder.outcome();
  jobRun.take(conclusion);
  return recorder.result(conclusion, conclusion, performance.now() - started);
}
