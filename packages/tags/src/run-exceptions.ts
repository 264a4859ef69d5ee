import {
  type Exception,
  exceptionsAddedSince,
  overrideOfDocument,
  type PolicySet,
  type Run,
} from '@tollgate/policy-engine';
import { resourceViews, writtenExceptions } from '@tollgate/resources';
import type { JudgedResources, ResourcesRun } from './check-resources.ts';

/**
 * The exceptions and overrides of a run, and which of them the change itself adds.
 * @throws PolicyEngineError for mistakes in comments, each at its place.
 */
export function runExceptions(
  documents: Pick<PolicySet['documents'], 'exceptions' | 'overrides'>,
  all: readonly JudgedResources[],
  { imported, importedBefore, baseline }: ResourcesRun,
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
function exceptionsBefore(all: readonly JudgedResources[]): readonly Exception[] | null {
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
