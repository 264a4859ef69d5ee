import { IdBuilder } from '@actions/workflow-parser/model/converter/id-builder';
import { RunnerError } from '../errors.ts';
import { listAt, mappingAt, type Plain, type PlainMapping, textAt } from '../plain-data.ts';

/** A step as written, in a workflow or in a composite action. Expressions are not evaluated yet. */
export interface StepDefinition {
  /** The `id:`, or the name that GitHub makes up, which begins with "__". */
  id: string;
  /** Where it stands, for messages: `jobs.plan.steps[2]`. */
  where: string;
  name: Plain | undefined;
  condition: Plain | undefined;
  continueOnError: Plain;
  timeoutMinutes: Plain;
  env: PlainMapping;
  work: ScriptWork | ActionWork;
}

export interface ScriptWork {
  kind: 'run';
  script: string;
  shell: string | null;
  workingDirectory: string | null;
}

export interface ActionWork {
  kind: 'uses';
  reference: string;
  inputs: PlainMapping;
}

/** readSteps reads a list of steps that GitHub's parser has accepted. */
export function readSteps(value: Plain | undefined, where: string): StepDefinition[] {
  const ids = new IdBuilder();
  const steps = listAt(value, where).map((item, index) => mappingAt(item, `${where}[${index}]`));
  for (const step of steps) {
    const id = textAt(step.id, where);
    if (id !== null) ids.tryAddKnownId(id);
  }
  return steps.map((step, index) => readStep(step, `${where}[${index}]`, ids));
}

/** hasMadeUpId tells whether a step has no `id:`, so that the `steps` context does not show it. */
export function hasMadeUpId(step: StepDefinition): boolean {
  return step.id.startsWith('__');
}

function readStep(step: PlainMapping, where: string, ids: IdBuilder): StepDefinition {
  const work = readWork(step, where);
  return {
    id: textAt(step.id, `${where}.id`) ?? madeUpId(work, ids),
    where,
    name: step.name,
    condition: step.if,
    continueOnError: step['continue-on-error'] ?? false,
    timeoutMinutes: step['timeout-minutes'] ?? null,
    env: mappingAt(step.env, `${where}.env`),
    work,
  };
}

function readWork(step: PlainMapping, where: string): ScriptWork | ActionWork {
  const script = textAt(step.run, `${where}.run`);
  if (script !== null) {
    const shell = textAt(step.shell, `${where}.shell`);
    return {
      kind: 'run',
      script,
      shell,
      workingDirectory: textAt(step['working-directory'], `${where}.working-directory`),
    };
  }
  const reference = textAt(step.uses, `${where}.uses`);
  if (reference === null) throw new RunnerError(`${where} has neither \`run\` nor \`uses\`.`);
  return { kind: 'uses', reference, inputs: mappingAt(step.with, `${where}.with`) };
}

/** The names that GITHUB_ACTION has for steps without an id, numbered from the second on. */
function madeUpId(work: ScriptWork | ActionWork, ids: IdBuilder): string {
  ids.appendSegment(work.kind === 'run' ? '__run' : `__${actionName(work.reference)}`);
  return ids.build();
}

function actionName(reference: string): string {
  if (reference.startsWith('./')) return 'self';
  const [owner, repository] = (reference.split('@')[0] ?? '').split('/');
  return `${owner}/${repository}`;
}
