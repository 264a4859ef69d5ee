import { isObject, type PlannedResource } from '@tollgate/terraform';
import { type Attribute, attribute, attributesOf, elements } from './attribute.ts';
import { shownTags } from './shown-tags.ts';
import { readTags } from './tag-map.ts';
import { nestedTagPaths } from './taggability.ts';

/**
 * Tags of volumes, snapshots and other things that a resource makes beside itself, by the path of the attribute:
 * `volume_tags`, `root_block_device[0].tags`. Only known values are listed; secrets are left out.
 */
export type NestedTags = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Gives the nested tags of a resource, for each block that it has. */
export function nestedTags(resource: PlannedResource): NestedTags {
  const found: [string, Record<string, string>][] = [];
  for (const path of nestedTagPaths(resource.type)) collect(attributesOf(resource), path.split('.'), '', found);
  return Object.fromEntries(found);
}

function collect(
  holder: Attribute,
  steps: readonly string[],
  path: string,
  found: [string, Record<string, string>][],
): void {
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
  if (path !== '' || isObject(value.value)) {
    found.push([at, shownTags([...readTags(tags).tags].sort(([a], [b]) => (a < b ? -1 : 1)))]);
  }
}
