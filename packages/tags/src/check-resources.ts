import {
  type Decision,
  type Evidence,
  type Exception,
  exceptionsAddedSince,
  gateWork,
  overrideOfDocument,
  type PolicySet,
  preparePolicies,
  type Run,
} from '@tollgate/policy-engine';
import {
  type ResourceInput,
  resourceEvidence,
  resourceGate,
  resourceSubjects,
  resourceViews,
  writtenExceptions,
} from '@tollgate/resources';
import type { Evaluation, SourceTree } from '@tollgate/terraform';
import { defaultTagSubjects, defaultTagsGate } from './gate/default-tags-gate.ts';
import { tagSubjects } from './gate/tag-subjects.ts';
import { tagsGate } from './gate/tags-gate.ts';

/** Resources as they are to be after the change, with the files that define them. */
export interface JudgedResources {
  readonly input: ResourceInput;
  /** The files that the places in the input name. */
  readonly tree: SourceTree;
  /** What the report calls the configuration. */
  readonly folder: string;
  /** What was there before; null when the run is about no change, or when a plan tells it. */
  readonly base: BaseResources | null;
}

/** The configuration before the change. */
export interface BaseResources {
  readonly evaluation: Evaluation;
  readonly tree: SourceTree;
  /** The documents of policies and exceptions as they were then. */
  readonly documents: PolicySet['documents'];
}

/** What else is known of the run. */
export type ResourcesRun = Pick<Run, 'now' | 'repository' | 'environment' | 'commit'> & {
  /** Exceptions from foreign files. */
  readonly imported: readonly Exception[];
};

/**
 * Judges resources and their tags by policies. The policies are looked through before the resources are read: with a broken
 * one nothing is judged.
 * @throws PolicyEngineError for mistakes in policies and exceptions, each at its place.
 */
export async function checkResources(
  set: PolicySet,
  read: () => JudgedResources,
  run: ResourcesRun,
): Promise<{ readonly decision: Decision; readonly evidence: Evidence }> {
  let found: JudgedResources | undefined;
  const judged = () => {
    found ??= read();
    return found;
  };
  const options = () => {
    const { base } = judged();
    return base === null ? {} : { base: base.evaluation };
  };
  const prepared = await preparePolicies(set, [
    gateWork(resourceGate, () => resourceSubjects(judged().input, options())),
    gateWork(tagsGate, () => tagSubjects(judged().input, options())),
    gateWork(defaultTagsGate, () => defaultTagSubjects(judged().input)),
  ]);
  const { input, folder } = judged();
  const decision = prepared.judge({ ...run, ...exceptionsOf(set, judged(), run.imported) });
  return {
    decision,
    evidence: resourceEvidence({ decision, rules: prepared.rules, input, folder }),
  };
}

/** Exceptions and overrides of the run, and which of them the change itself adds. */
function exceptionsOf(
  { documents }: PolicySet,
  { input, tree, base }: JudgedResources,
  imported: readonly Exception[],
): Pick<Run, 'exceptions' | 'overrides' | 'addedInChange'> {
  const written = writtenExceptions({ documents: documents.exceptions, tree, resources: resourceViews(input) });
  const added = base === null ? null : exceptionsAddedSince(exceptionsBefore(base), written);
  return {
    exceptions: [...written, ...imported],
    overrides: documents.overrides.map(overrideOfDocument),
    addedInChange: (exception) => added?.has(exception) ?? null,
  };
}

function exceptionsBefore({ evaluation, tree, documents }: BaseResources): readonly Exception[] {
  const resources = resourceViews({ kind: 'configuration', evaluation });
  return writtenExceptions({ documents: documents.exceptions, tree, resources });
}
