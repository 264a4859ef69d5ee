import type { ReportedTags } from '@tollgate/tags';
import { byCodeUnits } from '@tollgate/terraform';

/** How the resources of one provider are tagged. */
export interface ProviderUse {
  /** What the types of its resources begin with: `aws`. */
  readonly name: string;
  readonly resources: number;
  /** How many of them can carry tags or labels. */
  readonly taggable: number;
  /** The most frequent first, then by their names. */
  readonly keys: readonly KeyUse[];
}

/** How often a key of tags is used. */
export interface KeyUse {
  readonly key: string;
  /** How many resources have it. */
  readonly resources: number;
  /** How many have it or are known to lack it: a resource whose keys are not all known may have it as well. */
  readonly of: number;
  /** How many have it by the default tags of their provider alone. */
  readonly fromDefaults: number;
}

/** Counts the keys of tags by provider. The provider with the most resources comes first. */
export function providerUses(resources: readonly ReportedTags[]): readonly ProviderUse[] {
  const byProvider = Map.groupBy(resources, ({ type }) => type.split('_')[0] ?? type);
  return [...byProvider]
    .map(([name, all]) => {
      const taggable = all.filter((resource) => resource.taggable);
      return { name, resources: all.length, taggable: taggable.length, keys: keyUses(taggable) };
    })
    .sort((a, b) => b.resources - a.resources || byCodeUnits(a.name, b.name));
}

function keyUses(taggable: readonly ReportedTags[]): readonly KeyUse[] {
  const keysOf = ({ tags, unknownValues }: ReportedTags) => [...Object.keys(tags), ...unknownValues];
  const open = taggable.filter(({ unknownKeys, hiddenKeys }) => unknownKeys || hiddenKeys);
  return [
    ...Map.groupBy(
      taggable.flatMap((resource) => keysOf(resource).map((key) => ({ key, resource }))),
      ({ key }) => key,
    ),
  ]
    .map(([key, uses]) => {
      const maybe = open.filter((resource) => !keysOf(resource).includes(key)).length;
      const fromDefaults = uses.filter(({ resource }) => resource.fromDefaults.includes(key)).length;
      return { key, resources: uses.length, of: taggable.length - maybe, fromDefaults };
    })
    .sort((a, b) => b.resources - a.resources || byCodeUnits(a.key, b.key));
}
