import {
  type Evaluation,
  evaluateModule,
  locateResources,
  memoryTree,
  readPlanFile,
  readPlanOrStateFile,
  type SourceTree,
} from '@tollgate/terraform';
import type { PlanInput, StateInput } from '../resource-view.ts';
import { type NamedFiles, namedFiles } from './named-files.ts';
import { type OpenOptions, openConfiguration, openIfThere } from './open-configuration.ts';
import type { OpenedFolder } from './open-folder.ts';
import type { ReadPlace } from './place.ts';

/** A configuration that was evaluated, whether or not it has errors. Its files have the names that people give them. */
export interface EvaluatedFolder {
  readonly evaluation: Evaluation;
  readonly files: NamedFiles;
}

/** Evaluates a folder that was opened. */
export function evaluateFolder(opened: OpenedFolder): EvaluatedFolder {
  const files = namedFiles(opened);
  const evaluation = files.evaluation(evaluateModule(opened.tree, { ...opened.options, places: true }));
  return { evaluation, files };
}

/** A plan or a state, with the folder of the root module that it was made from. */
export interface PlanRequest extends Pick<OpenOptions, 'openCommit'> {
  /** The file as JSON; `-` is standard input. */
  readonly plan: string;
  readonly folder: string;
  /** The commit before the change, where there is one. */
  readonly baseRef: string | null;
}

/** What a plan or a state says, with the lines of the configuration beside it. */
export interface ReadPlan<Input extends PlanInput | StateInput = PlanInput> {
  readonly input: Input;
  readonly files: NamedFiles;
  /** The tree of the configuration, whose files have paths from its root. */
  readonly repository: SourceTree;
  /** The configuration before the change: what it changes the plan knows, but not which exceptions it adds. Null for a state. */
  readonly base: EvaluatedFolder | null;
}

/**
 * Reads a plan and finds its resources in a folder.
 * @throws TerraformError when there is no such plan, folder or commit.
 */
export function readPlanWithSources(request: PlanRequest, { workingFolder }: ReadPlace): ReadPlan {
  const plan = readPlanFile(request.plan);
  const { sources, ...beside } = configurationBeside(plan, request, workingFolder);
  return { ...beside, input: { kind: 'plan', plan, sources }, base: planBase(request, workingFolder) };
}

/**
 * Reads a plan or a state, whichever it is by its content, and finds its resources in a folder.
 * @throws TerraformError when there is no such file, folder or commit.
 */
export function readPlanOrStateWithSources(
  request: PlanRequest,
  { workingFolder }: ReadPlace,
): ReadPlan<PlanInput | StateInput> {
  const found = readPlanOrStateFile(request.plan);
  const { sources, ...beside } = configurationBeside(found, request, workingFolder);
  return found.kind === 'plan'
    ? { ...beside, input: { kind: 'plan', plan: found, sources }, base: planBase(request, workingFolder) }
    : { ...beside, input: { kind: 'state', state: found, sources }, base: null };
}

function configurationBeside(
  found: Parameters<typeof locateResources>[0],
  { folder, openCommit }: PlanRequest,
  workingFolder: string,
) {
  const opened = openConfiguration({ folder, ref: undefined, workingFolder, ...(openCommit && { openCommit }) });
  const files = namedFiles(opened);
  const sources = new Map(
    [...locateResources(found, opened)].map(([address, source]) => [
      address,
      { ...files.place(source), callers: source.callers.map(files.place) },
    ]),
  );
  return { sources, files, repository: opened.tree };
}

function planBase(
  { folder, baseRef, plan: _, ...options }: PlanRequest,
  workingFolder: string,
): EvaluatedFolder | null {
  if (baseRef === null) return null;
  const earlier = openIfThere({ ...options, folder, ref: baseRef, workingFolder }) ?? nothing;
  const files = namedFiles(earlier);
  return { evaluation: files.evaluation(evaluateModule(earlier.tree, { folder: earlier.folder })), files };
}

/** A folder that was not there before the change: all that is in it now is new, its exceptions too. */
const nothing = { tree: memoryTree({}), folder: '', nameOf: (path: string) => path };
