import {
  type Evaluation,
  evaluateModule,
  locateResources,
  memoryTree,
  readPlanFile,
  type SourceTree,
} from '@tollgate/terraform';
import type { ResourceInput } from '../resource-view.ts';
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

/** A plan, with the folder of the root module that it was made from. */
export interface PlanRequest extends Pick<OpenOptions, 'openCommit'> {
  /** The plan as JSON; `-` is standard input. */
  readonly plan: string;
  readonly folder: string;
  /** The commit before the change, where there is one. */
  readonly baseRef: string | null;
}

/** What a plan says, with the lines of the configuration beside it. */
export interface ReadPlan {
  readonly input: ResourceInput & { readonly kind: 'plan' };
  readonly files: NamedFiles;
  /** The tree of the configuration, whose files have paths from its root. */
  readonly repository: SourceTree;
  /** The configuration before the change: what it changes the plan knows, but not which exceptions it adds. */
  readonly base: EvaluatedFolder | null;
}

/**
 * Reads a plan and finds its resources in a folder.
 * @throws TerraformError when there is no such plan, folder or commit.
 */
export function readPlanWithSources(
  { plan: file, folder, baseRef, ...options }: PlanRequest,
  { workingFolder }: ReadPlace,
): ReadPlan {
  const plan = readPlanFile(file);
  const opened = openConfiguration({ ...options, folder, ref: undefined, workingFolder });
  const files = namedFiles(opened);
  const sources = new Map(
    [...locateResources(plan, opened)].map(([address, found]) => [
      address,
      { ...files.place(found), callers: found.callers.map(files.place) },
    ]),
  );
  const input = { kind: 'plan', plan, sources } as const;
  const read = { input, files, repository: opened.tree };
  if (baseRef === null) return { ...read, base: null };
  const earlier = openIfThere({ ...options, folder, ref: baseRef, workingFolder }) ?? nothing;
  const before = namedFiles(earlier);
  const evaluation = before.evaluation(evaluateModule(earlier.tree, { folder: earlier.folder }));
  return { ...read, base: { evaluation, files: before } };
}

/** A folder that was not there before the change: all that is in it now is new, its exceptions too. */
const nothing = { tree: memoryTree({}), folder: '', nameOf: (path: string) => path };
