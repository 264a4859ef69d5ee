import type { Source } from '@tollgate/policy-engine';
import type { ResourceInput } from '@tollgate/resources';
import { type EffectiveTags, effectiveTags } from './effective-tags.ts';
import { launchTemplates } from './launch-templates.ts';
import { tagSources } from './tag-source.ts';

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

/** Reports the tags of every managed resource that is there after apply, in the order of the plan or of the configuration. */
export function tagReport(input: ResourceInput): TagReport {
  const sources = tagSources(input);
  const templates = launchTemplates(sources);
  return {
    kind: 'TagReport',
    version: 1,
    resources: sources.map((resource) => ({
      address: resource.address,
      type: resource.type,
      ...effectiveTags(resource, templates),
      ...(resource.source === null ? {} : { source: resource.source }),
    })),
  };
}
