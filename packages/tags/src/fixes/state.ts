import type { Decision, PolicySet, Verdict } from '@tollgate/policy-engine';
import {
  type EvaluatedResource,
  type EvaluateOptions,
  type Evaluation,
  evaluateModule,
  type SourceTree,
} from '@tollgate/terraform';
import { prepareResources, type ResourcesRun } from '../check-resources.ts';
import { type ResolvedTags, resolveTags } from '../resolve.ts';
import { tagSources } from '../tag-source.ts';
import type { TaggabilityOf } from '../taggability.ts';
import { demandFinder } from './demands.ts';
import { type Demand, violationKey } from './want.ts';

/** A configuration with what the policies say of it. */
export interface State {
  readonly tree: SourceTree;
  readonly evaluation: Evaluation;
  readonly decision: Decision;
  /** By address. */
  readonly resources: ReadonlyMap<string, TaggableResource>;
  /** The violations of rules about tags, with exceptions applied. */
  readonly failing: ReadonlyMap<string, Verdict>;
  readonly demands: readonly Demand[];
  /** What is broken by all rules, those about other things too. */
  readonly broken: ReadonlySet<string>;
}

export interface TaggableResource {
  readonly resource: EvaluatedResource;
  /** Null for what cannot carry tags. */
  readonly resolved: ResolvedTags | null;
}

/** Judges a configuration, once for each text that it has. */
export type Judge = (tree: SourceTree) => State;

/** What a configuration is judged with. */
export interface JudgeOptions {
  readonly set: PolicySet;
  readonly run: ResourcesRun;
  readonly options: EvaluateOptions;
  /** Which types carry tags, where schemas of providers are at hand. */
  readonly taggability?: TaggabilityOf;
}

/**
 * Makes the policies ready.
 * @throws PolicyEngineError for mistakes in policies and exceptions, each at its place.
 */
export async function judgeOf({ set, run, options, taggability }: JudgeOptions): Promise<Judge> {
  const prepared = await prepareResources(set);
  const finder = await demandFinder(set);
  const typed = taggability === undefined ? {} : { taggability };
  return (tree) => {
    const evaluation = evaluateModule(tree, { ...options, places: true });
    const input = { kind: 'configuration', evaluation } as const;
    const decision = prepared.judge({ input, tree, folder: options.folder ?? '', base: null, ...typed }, run);
    const broken = decision.verdicts.filter(({ outcome }) => outcome === 'fail' || outcome === 'error');
    const failed = decision.verdicts.filter(({ outcome, policy }) => outcome === 'fail' && finder.isAboutTags(policy));
    const sources = new Map(tagSources(input, taggability).map((source) => [source.address, source]));
    return {
      tree,
      evaluation,
      decision,
      resources: new Map(
        evaluation.resources.map((resource) => {
          const source = resource.mode === 'managed' ? sources.get(resource.address) : undefined;
          return [resource.address, { resource, resolved: source === undefined ? null : resolveTags(source) }];
        }),
      ),
      failing: new Map(failed.map((verdict) => [violationKey(verdict), verdict])),
      demands: finder.demands(failed, { input, ...typed }, run.now),
      broken: new Set(broken.map(violationKey)),
    };
  };
}
