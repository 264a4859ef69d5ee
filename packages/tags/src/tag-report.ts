import type { Source } from '@tollgate/policy-engine';
import type { ResourceInput, StateInput } from '@tollgate/resources';
import { type EffectiveTags, effectiveTags } from './effective-tags.ts';
import type { TagOptions } from './gate/tag-subjects.ts';
import { namedResources } from './named-resources.ts';
import { type LookAlike, lookAlike } from './suggestions/look-alike.ts';
import { tagSources } from './tag-source.ts';

/** The tags of every resource that exists after apply, or in a state. Published schema: `schema/tag-report.json`. */
export interface TagReport {
  readonly kind: 'TagReport';
  readonly version: 1;
  readonly resources: readonly ReportedTags[];
}

export interface ReportedTags extends EffectiveTags {
  readonly address: string;
  readonly type: string;
  /** Keys that read as another key, as one with letters of another script does; absent where there is none. */
  readonly lookAlikes?: readonly ReportedLookAlike[];
  /** Where the resource is defined, when the source is at hand. */
  readonly source?: Source;
}

/** A key that is not what it seems. */
export interface ReportedLookAlike extends LookAlike {
  readonly key: string;
}

/** Reports the tags of every managed resource that is there, in a plan or a configuration after apply, in the order of the input. */
export function tagReport(input: ResourceInput | StateInput, options: Pick<TagOptions, 'taggability'> = {}): TagReport {
  const sources = tagSources(input, options.taggability);
  const find = namedResources(sources);
  return {
    kind: 'TagReport',
    version: 1,
    resources: sources.map((resource) => {
      const tags = effectiveTags(resource, find);
      const alike = lookAlikesIn(tags);
      return {
        address: resource.address,
        type: resource.type,
        ...tags,
        ...(alike.length === 0 ? {} : { lookAlikes: alike }),
        ...(resource.source === null ? {} : { source: resource.source }),
      };
    }),
  };
}

function lookAlikesIn({ tags, unknownValues }: EffectiveTags): readonly ReportedLookAlike[] {
  return [...Object.keys(tags), ...unknownValues].flatMap((key) => {
    const alike = lookAlike(key);
    return alike === null ? [] : [{ key, ...alike }];
  });
}
