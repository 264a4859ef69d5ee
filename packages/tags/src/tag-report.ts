import type { Source } from '@tollgate/policy-engine';
import type { Plan, PlannedResource } from '@tollgate/terraform';
import { type EffectiveTags, effectiveTags } from './effective-tags.ts';

/** The tags of every resource that exists after apply. Published schema: `schema/tag-report.json`. */
export interface TagReport {
  readonly kind: 'TagReport';
  readonly version: 1;
  readonly resources: readonly ReportedTags[];
}

export interface ReportedTags extends EffectiveTags {
  readonly address: string;
  readonly type: string;
  /** Where the resource is defined, when the source is at hand. */
  readonly source?: Source;
}

/** Reports the tags of every managed resource that the plan keeps or makes, in the order of the plan. */
export function tagReport(plan: Plan, sources: ReadonlyMap<string, Source> = new Map()): TagReport {
  return {
    kind: 'TagReport',
    version: 1,
    resources: plan.resources.filter(existsAfterApply).map((resource) => {
      const source = sources.get(resource.address);
      return {
        address: resource.address,
        type: resource.type,
        ...effectiveTags(resource, plan),
        ...(source === undefined ? {} : { source }),
      };
    }),
  };
}

function existsAfterApply({ mode, deposed, after }: PlannedResource): boolean {
  return mode === 'managed' && deposed === null && after !== null;
}
