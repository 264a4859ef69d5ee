import {
  type Exception,
  exceptionsAddedSince,
  overrideOfDocument,
  type PolicySet,
  type Run,
} from '@tollgate/policy-engine';
import type { Evaluation, SourceTree } from '@tollgate/terraform';
import type { ResourceInput, StateInput } from './resource-view.ts';
import { resourceViews } from './views/resource-views.ts';
import { writtenExceptions } from './written-exceptions.ts';

/** Resources that exceptions can be about, with the files in whose comments these are written. */
export interface CommentedResources {
  readonly input: ResourceInput | StateInput;
  /** The files that the places in the input name. */
  readonly tree: SourceTree;
  /** The path from the root of the repository of a file, by its name in the places of the input; absent when these are paths. */
  readonly pathOf?: (file: string) => string;
  /** What was there before the change; null when the run is about no change, or when it is not known. */
  readonly base: CommentedBase | null;
}

/** The configuration before the change. */
export interface CommentedBase {
  readonly evaluation: Evaluation;
  readonly tree: SourceTree;
  /** The documents of policies and exceptions as they were then. */
  readonly documents: PolicySet['documents'];
}

/** Exceptions that stand neither in documents of policies nor in comments. */
export interface ForeignExceptions {
  /** Exceptions from foreign files. */
  readonly imported: readonly Exception[];
  /** The same before the change; unless given, the change counts as adding none of them. */
  readonly importedBefore?: readonly Exception[];
  /** Violations that are known, as exceptions, and those that were before the change. */
  readonly baseline?: { readonly exceptions: readonly Exception[]; readonly before: readonly Exception[] };
}

/**
 * The exceptions and overrides of a run, and which of them the change itself adds.
 * @throws PolicyEngineError for mistakes in comments, each at its place.
 */
export function runExceptions(
  documents: Pick<PolicySet['documents'], 'exceptions' | 'overrides'>,
  all: readonly CommentedResources[],
  { imported, importedBefore, baseline }: ForeignExceptions,
): Pick<Run, 'exceptions' | 'overrides' | 'addedInChange' | 'pathOf'> {
  const views = all.map(({ input, tree }) => ({ tree, resources: resourceViews(input) }));
  const written = exceptionsIn(documents, views);
  const known = baseline?.exceptions ?? [];
  const before = exceptionsBefore(all);
  const added =
    before === null
      ? null
      : exceptionsAddedSince(
          [...before, ...(baseline?.before ?? []), ...(importedBefore ?? imported)],
          [...written, ...known, ...imported],
        );
  return {
    exceptions: [...written, ...imported, ...known],
    overrides: documents.overrides.map(overrideOfDocument),
    addedInChange: (exception) => added?.has(exception) ?? null,
    pathOf: (file) => all.map(({ pathOf }) => pathOf?.(file) ?? file).find((path) => path !== file) ?? file,
  };
}

/**
 * The exceptions before the change; null when the run is about no change. A root module whose past is not known had no comments,
 * so that all of its comments are new.
 */
function exceptionsBefore(all: readonly CommentedResources[]): readonly Exception[] | null {
  const bases = all.flatMap(({ base }) => (base === null ? [] : [base]));
  const [first] = bases;
  if (first === undefined) return null;
  const views = bases.map(({ evaluation, tree }) => ({
    tree,
    resources: resourceViews({ kind: 'configuration', evaluation }),
  }));
  return exceptionsIn(first.documents, views);
}

/** Documents are for all root modules, and a comment in a module that several of them call is one exception. */
function exceptionsIn(
  { exceptions: documents }: Pick<PolicySet['documents'], 'exceptions'>,
  views: readonly Pick<Parameters<typeof writtenExceptions>[0], 'tree' | 'resources'>[],
): readonly Exception[] {
  const [first, ...rest] = views;
  if (first === undefined) return writtenExceptions({ documents, tree: nothing, resources: [] });
  const all = [
    ...writtenExceptions({ documents, ...first }),
    ...rest.flatMap((one) => writtenExceptions({ documents: [], ...one })),
  ];
  if (rest.length === 0) return all;
  return [...new Map(all.map((exception) => [JSON.stringify([exception.source, exception.rule]), exception])).values()];
}

const nothing = { readFile: () => undefined, listFolder: () => undefined };
