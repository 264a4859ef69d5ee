import { counted } from '@tollgate/reporting';
import {
  type Evaluation,
  type EvaluationDiagnostic,
  evaluateModule,
  findRootModules,
  type GitTree,
  hasConfiguration,
  type RootModule,
  type SourceTree,
  TerraformError,
} from '@tollgate/terraform';
import { givesSame, type Reads, recordReads } from './recorded-reads.ts';

/** A root module of a commit with what became of its evaluation. */
export interface EvaluatedRoot {
  /** Who it is in every commit: folder, workspace and files of variables. */
  readonly key: string;
  readonly module: RootModule;
  /** The same object as in another commit when that commit gives the same. */
  readonly result: RootResult;
}

export type RootResult =
  | {
      readonly kind: 'evaluated';
      readonly evaluation: Evaluation;
      /** The files that the places of resources name. */
      readonly tree: SourceTree;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** The root modules of a commit, or why nobody knows them. */
export type CommitRoots =
  | {
      readonly kind: 'found';
      readonly roots: readonly EvaluatedRoot[];
      /** Whether the folder of a root module of another commit has configuration in this one. */
      readonly hasFolderOf: (module: RootModule) => boolean;
      /** Evaluates a root module of another commit, with those of its files of variables that are there. */
      readonly resultOf: (module: RootModule) => RootResult;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** How commits are evaluated. */
export interface EvaluatedRootsOptions {
  readonly open: (commit: string) => GitTree;
  /** The folder that root modules are in, from the top of the repository; empty for all. */
  readonly below: string;
  /** Variables of the environment, such as `TF_VAR_region`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What a root module has in a commit where it is not. */
export const noResources: RootResult & { readonly kind: 'evaluated' } = {
  kind: 'evaluated',
  evaluation: {
    kind: 'Evaluation',
    version: 1,
    terraformVersion: '1.11',
    resources: [],
    outputs: {},
    providers: [],
    moved: [],
    removed: [],
    diagnostics: [],
    notices: [],
  },
  tree: { readFile: () => undefined, listFolder: () => undefined },
};

/**
 * Gives the root modules of commits, each evaluated once for all commits in which it reads the same.
 * @throws TerraformError when a commit cannot be read.
 */
export function evaluatedRoots({
  open,
  below,
  environment,
}: EvaluatedRootsOptions): (commit: string) => Promise<CommitRoots> {
  const discovered = new Remembered<readonly RootModule[] | string>();
  const results = new Map<string, Remembered<RootResult>>();
  // The parent of one commit is the next one, and a list of files can be long.
  let last: { readonly commit: string; readonly roots: CommitRoots } | undefined;

  const resultOf = (tree: GitTree, root: RootModule): RootResult => {
    const key = keyOf(root);
    const known = results.get(key) ?? new Remembered<RootResult>();
    results.set(key, known);
    return known.find(tree) ?? known.keep(tree, (recorded) => evaluateRoot(recorded, root, environment));
  };

  return async (commit) => {
    if (last?.commit === commit) return last.roots;
    const tree = open(commit);
    const found = discovered.find(tree) ?? (await discovered.keepLater(tree, rootModules));
    const roots: CommitRoots =
      typeof found === 'string'
        ? { kind: 'failed', reason: found }
        : {
            kind: 'found',
            roots: found
              .filter(({ path }) => below === '' || path === below || path.startsWith(`${below}/`))
              .map((module) => ({ key: keyOf(module), module, result: resultOf(tree, module) })),
            hasFolderOf: ({ path }) => hasConfiguration(tree, path),
            resultOf: (module) =>
              resultOf(tree, {
                ...module,
                varFiles: module.varFiles.filter((file) => tree.hashOf(file) !== undefined),
              }),
          };
    last = { commit, roots };
    return roots;
  };
}

/** What was there a commit or two before is often there again, after a revert; what is older than that seldom is. */
const rememberedResults = 3;

/** The last results with what they were made from, the newest first. */
class Remembered<Result> {
  readonly #entries: { readonly reads: Reads; readonly result: Result }[] = [];

  find(tree: GitTree): Result | undefined {
    return this.#entries.find(({ reads }) => givesSame(tree, reads))?.result;
  }

  keep(tree: GitTree, make: (tree: SourceTree) => Result): Result {
    const recorded = recordReads(tree);
    return this.#add(recorded.reads, make(recorded.tree));
  }

  async keepLater(tree: GitTree, make: (tree: SourceTree) => Promise<Result>): Promise<Result> {
    const recorded = recordReads(tree);
    return this.#add(recorded.reads, await make(recorded.tree));
  }

  #add(reads: Reads, result: Result): Result {
    this.#entries.unshift({ reads, result });
    this.#entries.splice(rememberedResults);
    return result;
  }
}

function keyOf({ path, workspace, varFiles }: RootModule): string {
  return JSON.stringify([path, workspace, varFiles]);
}

async function rootModules(tree: SourceTree): Promise<readonly RootModule[] | string> {
  try {
    return await findRootModules(tree);
  } catch (error) {
    return reasonOf(error);
  }
}

/** Evaluates one root module of a tree, or tells why it cannot be. */
export function evaluateRoot(
  tree: SourceTree,
  { path, workspace, varFiles }: RootModule,
  environment: EvaluatedRootsOptions['environment'],
): RootResult {
  try {
    const evaluation = evaluateModule(tree, {
      folder: path,
      workspace: workspace ?? environment.TF_WORKSPACE ?? 'default',
      variables: { environment, arguments: varFiles.map((file) => ({ kind: 'file', path: file })) },
      places: true,
    });
    const errors = evaluation.diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return { kind: 'failed', reason: errorsText(errors) };
    return { kind: 'evaluated', evaluation, tree: sourcesOf(evaluation, tree) };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

/** The files with resources alone: the list of all files of a commit is not kept. */
function sourcesOf({ resources }: Evaluation, tree: SourceTree): SourceTree {
  const files = new Map<string, Uint8Array>();
  for (const { source } of resources) {
    if (source === null) continue;
    for (const { file } of [source, ...source.callers]) {
      const bytes = files.has(file) ? undefined : tree.readFile(file);
      if (bytes !== undefined) files.set(file, bytes);
    }
  }
  return { readFile: (path) => files.get(path), listFolder: () => undefined };
}

/** @throws what is no expected failure. */
function reasonOf(error: unknown): string {
  if (error instanceof TerraformError) return error.message;
  throw error;
}

function errorsText(errors: readonly EvaluationDiagnostic[]): string {
  const [first] = errors;
  if (first === undefined) return '';
  const { summary, detail, source } = first;
  const place = source === null ? '' : `${source.file}:${source.startLine}:${source.startColumn}: `;
  const rest = errors.length - 1;
  const more = rest === 0 ? '' : ` The configuration has ${counted(rest, 'more error')}.`;
  return `${place}${summary.replace(/[.:]?$/, detail === '' ? '.' : ': ')}${detail}${more}`;
}
