import { missingAccess, type Permissions } from './permissions.ts';
import type { Position, Problem } from './problem.ts';
import { type ActionStep, type Job, readWorkflow } from './workflow-document.ts';

/** What a workflow may give to an action of this repository and take from it. */
export interface ActionContract {
  readonly inputs: Readonly<Record<string, { readonly required: boolean; readonly default: string | undefined }>>;
  readonly outputs: readonly string[];
  /** The `permissions:` block of the action's README; undefined when it documents none. */
  readonly permissions: Permissions | undefined;
  /** What of these a step does without, by its inputs. */
  readonly unneeded: readonly UnneededScope[];
}

/** A scope of the token that a step does not need when it gives an input this value, or any value where none is named. */
export interface UnneededScope {
  readonly scope: string;
  readonly input: string;
  readonly value?: string;
}

/** The actions of this repository by name. */
export type ActionContracts = ReadonlyMap<string, ActionContract>;

/** The beginnings of `uses:` that mean this repository. */
const ownRepository = ['tollgate/tollgate/', 'tollgate/tollgate@'];
const ownFolders = ['./actions/', '$/actions/'];

/**
 * checkUses compares every step that uses an action of this repository with that action: it exists, has the inputs
 * that are given, gets those that it requires, has the outputs that are read, and the job may do what it needs.
 */
export async function checkUses(text: string, file: string, actions: ActionContracts): Promise<Problem[]> {
  const jobs = await readWorkflow(text, file);
  return jobs.flatMap((job) => job.steps.flatMap((step) => checkStep(step, job, actions))).map((p) => ({ file, ...p }));
}

type Finding = Omit<Problem, 'file'>;

function checkStep(step: ActionStep, job: Job, actions: ActionContracts): Finding[] {
  const path = ownPath(step.uses.text);
  if (path === undefined) return [];
  const name = /^actions\/([^/]+)$/.exec(path)?.[1];
  const action = name === undefined ? undefined : actions.get(name);
  if (action === undefined) {
    const known = [...actions.keys()].map((each) => `actions/${each}`);
    return [at(step.uses, `'${step.uses.text}' names no action of this repository. There are: ${list(known)}.`)];
  }
  return [
    ...checkInputs(step, path, action),
    ...checkOutputs(step, job, path, action),
    ...checkPermissions(step, job, path, action),
  ];
}

function checkInputs(step: ActionStep, path: string, action: ActionContract): Finding[] {
  const unknown = step.inputs
    .filter(({ text }) => !Object.hasOwn(action.inputs, text))
    .map((input) =>
      at(input, `${path} has no input '${input.text}'. Its inputs are: ${list(Object.keys(action.inputs))}.`),
    );
  const given = new Set(step.inputs.map(({ text }) => text));
  const missing = Object.entries(action.inputs)
    .filter(([name, input]) => input.required && input.default === undefined && !given.has(name))
    .map(([name]) => at(step.uses, `${path} requires the input '${name}', which 'with:' does not give.`));
  return [...unknown, ...missing];
}

function checkOutputs(step: ActionStep, job: Job, path: string, action: ActionContract): Finding[] {
  return job.outputs
    .filter((read) => read.step.toLowerCase() === step.id?.toLowerCase() && !action.outputs.includes(read.output))
    .map((read) =>
      at(
        read,
        `step '${step.id}' uses ${path}, which has no output '${read.output}'. Its outputs are: ${list(action.outputs)}.`,
      ),
    );
}

function checkPermissions(step: ActionStep, job: Job, path: string, action: ActionContract): Finding[] {
  if (action.permissions === undefined) return [];
  const wanted = neededBy(step, action.permissions, action.unneeded);
  const needed = missingAccess({ scopes: {}, others: 'none' }, wanted);
  if (needed.length === 0) return [];
  if (job.permissions === undefined) {
    return [at(job.id, `job '${job.id.text}' has no 'permissions:', and ${path} needs ${list(needed)}.`)];
  }
  const missing = missingAccess(job.permissions, wanted);
  if (missing.length === 0) return [];
  return [at(step.uses, `${path} needs ${list(missing)}, which the permissions of job '${job.id.text}' do not give.`)];
}

/** What is left of the permissions of an action for a step with these inputs. */
function neededBy(step: ActionStep, { scopes, others }: Permissions, unneeded: readonly UnneededScope[]): Permissions {
  const off = unneeded.filter((each) =>
    step.inputs.some(({ text, value }) => text === each.input && (each.value ?? value) === value),
  );
  const left = Object.entries(scopes).filter(([scope]) => !off.some((each) => each.scope === scope));
  return { scopes: Object.fromEntries(left), others };
}

/** The path inside this repository that a `uses:` names, or undefined when it names something else. */
function ownPath(uses: string): string | undefined {
  if (ownFolders.some((start) => uses.startsWith(start))) return uses.slice(2);
  if (!ownRepository.some((start) => uses.startsWith(start))) return undefined;
  return uses.slice('tollgate/tollgate/'.length).split('@')[0];
}

function at({ line, column }: Position, message: string): Finding {
  return { line, column, message };
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}
