import { isObject } from '@tollgate/terraform';
import { type Attribute, attribute, elements, isPresent } from './attribute.ts';
import { launchedTags } from './launched-tags.ts';
import { shownTags } from './shown-tags.ts';
import { overlay, readTags, type TagMap } from './tag-map.ts';
import type { TagSource } from './tag-source.ts';
import { nestedTagPaths } from './taggability.ts';

/**
 * Tags of volumes, snapshots and other things that a resource makes beside itself, by the path of the attribute:
 * `volume_tags`, `root_block_device[0].tags`; those of the instances of an Auto Scaling group under `instances`. Only known
 * values are listed; secrets are left out.
 */
export type NestedTags = Readonly<Record<string, Readonly<Record<string, string>>>>;

type Found = [path: string, tags: TagMap][];

/** Gives the nested tags of a resource, for each block that it has. */
export function nestedTags(source: TagSource, templates: Templates = noTemplates): NestedTags {
  const found: Found = [];
  for (const path of nestedTagPaths(source.type)) collect(source.values, path.split('.'), '', found);
  const launched = launchedTags(source, templates);
  if (launched !== null) found.push(['instances', launched]);
  return Object.fromEntries(
    (source.origin === 'plan' ? found : withVolumeDefaults(source, found)).map(([path, { tags }]) => [
      path,
      shownTags([...tags].sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  );
}

/** Finds a launch template among the resources of the same input. */
export type Templates = (reference: Attribute) => TagSource | null;

const noTemplates: Templates = () => null;

function collect(holder: Attribute, steps: readonly string[], path: string, found: Found): void {
  const [name, ...rest] = steps;
  if (name === undefined) return;
  const at = path === '' ? name : `${path}.${name}`;
  const value = attribute(holder, name);
  if (rest.length > 0) {
    for (const [index, block] of elements(value).entries()) collect(block, rest, `${at}[${index}]`, found);
    return;
  }
  // AWS gives volumes the default tags too, and keeps the result beside their own tags.
  const merged = attribute(holder, `${name}_all`);
  const tags = isObject(merged.value) && merged.unknown !== true ? merged : value;
  if (path !== '' || isObject(value.value)) found.push([at, readTags(tags)]);
}

const withVolumes: ReadonlySet<string> = new Set(['aws_instance', 'aws_spot_instance_request']);

/**
 * The volumes of an instance as the provider tags them since its version 5.39, with the default tags merged in: a configuration
 * has only what somebody wrote. `volume_tags` are for all volumes, and blocks then have none; without a block for it the root
 * volume is there all the same. Source: the changelog of hashicorp/terraform-provider-aws, 5.39.0, 2024-02-29.
 */
function withVolumeDefaults(source: TagSource, found: Found): Found {
  if (!withVolumes.has(source.type)) return found;
  const defaults = source.providerDefaults();
  if (defaults === null) return found;
  const merge = (tags: TagMap): TagMap => overlay(defaults, tags);
  const forAll = isPresent(attribute(source.values, 'volume_tags'));
  if (forAll) {
    return found.filter(([, { tags }]) => tags.size > 0).map(([path, tags]) => [path, merge(tags)]);
  }
  const root = 'root_block_device';
  const isImplicit = defaults.tags.size > 0 && !isPresent(attribute(source.values, root));
  const implicit: Found = isImplicit ? [[`${root}[0].tags`, defaults]] : [];
  return [...implicit, ...found.map(([path, tags]): Found[number] => [path, merge(tags)])];
}
