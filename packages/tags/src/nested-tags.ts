import { isObject } from '@tollgate/terraform';
import { type Attribute, attribute, elements, isPresent } from './attribute.ts';
import { tagsOfInstances } from './launched-tags.ts';
import { type FindNamed, noNamedResources } from './named-resources.ts';
import { openEndText, reasonText } from './open-end.ts';
import { propagatedTags, tagsOfTasks } from './propagated-tags.ts';
import { shownTags } from './shown-tags.ts';
import { overlay, readTags, type Tag, type TagMap } from './tag-map.ts';
import type { TagSource } from './tag-source.ts';
import { nestedTagPaths } from './taggability.ts';

/**
 * Tags of volumes, snapshots and other things that a resource makes beside itself, by the path of the attribute:
 * `volume_tags`, `root_block_device[0].tags`; those of the instances of an Auto Scaling group under `instances`, and those of
 * the tasks of an ECS service, a task set or a batch job under `tasks`. Only known values are listed; secrets are left out.
 */
export type NestedTags = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is not known of nested tags. */
export interface NestedUnknown {
  /** Whether there may be further keys. */
  readonly unknownKeys: boolean;
  /** Keys that are there, with a value that is known only after apply; sorted. */
  readonly unknownValues: readonly string[];
  /** Why, as ends of sentences; sorted. */
  readonly reasons: readonly string[];
}

/** The nested tags of a resource, for each block that it has. */
export interface ResolvedNestedTags {
  readonly nested: NestedTags;
  /** By the same paths; only those of which something is unknown. */
  readonly nestedUnknown: Readonly<Record<string, NestedUnknown>>;
}

type Found = [path: string, tags: TagMap][];

/** Gives the nested tags of a resource, for each block that it has. */
export function nestedTags(source: TagSource, find: FindNamed = noNamedResources): ResolvedNestedTags {
  const found: Found = [];
  for (const path of nestedTagPaths(source.type)) collect(source.values, path.split('.'), '', { source, find, found });
  const launched = { instances: tagsOfInstances(source, find), tasks: tagsOfTasks(source, find) };
  for (const [name, tags] of Object.entries(launched)) if (tags !== null) found.push([name, tags]);
  const all = (source.origin === 'configuration' ? withVolumeDefaults(source, found) : found).map(
    ([path, { tags, openEnd }]) => [path, { tags: [...tags].sort(([a], [b]) => (a < b ? -1 : 1)), openEnd }] as const,
  );
  return {
    nested: Object.fromEntries(all.map(([path, { tags }]) => [path, shownTags(tags)])),
    nestedUnknown: Object.fromEntries(
      all.flatMap(([path, { tags, openEnd }]) => {
        const unknown = unknownOf(path, tags, openEnd);
        return unknown === null ? [] : [[path, unknown]];
      }),
    ),
  };
}

function unknownOf(
  path: string,
  tags: readonly (readonly [string, Tag])[],
  openEnd: TagMap['openEnd'],
): NestedUnknown | null {
  const open = tags.filter(([, { value, withheld, secret }]) => value === null && !withheld && secret !== 'key');
  if (openEnd === null && open.length === 0) return null;
  const ends = openEnd === null ? [] : [openEndText(openEnd, path, null)];
  const values = open.flatMap(([, { reasons }]) => reasonText(reasons) ?? []);
  return {
    unknownKeys: openEnd !== null,
    unknownValues: open.map(([key]) => key),
    reasons: [...new Set([...ends, ...values])].sort(),
  };
}

interface Collecting {
  readonly source: TagSource;
  readonly find: FindNamed;
  readonly found: Found;
}

function collect(holder: Attribute, steps: readonly string[], path: string, collecting: Collecting): void {
  const [name, ...rest] = steps;
  if (name === undefined) return;
  const at = path === '' ? name : `${path}.${name}`;
  const value = attribute(holder, name);
  if (rest.length > 0) {
    for (const [index, block] of elements(value).entries()) collect(block, rest, `${at}[${index}]`, collecting);
    return;
  }
  const { source, find, found } = collecting;
  // AWS gives volumes the default tags too, and keeps the result beside their own tags.
  const merged = attribute(holder, `${name}_all`);
  const isMerged = source.origin !== 'configuration' && isObject(merged.value) && merged.unknown !== true;
  const tags = readTags(isMerged ? merged : value);
  const propagated = path === '' ? null : propagatedTags(holder, source, find);
  if (path !== '' || isObject(value.value) || isWrittenUnknown(value, source)) {
    found.push([at, propagated === null ? tags : overlay(propagated, tags)]);
  }
}

/** A plan has as unknown what the provider fills in, too. */
function isWrittenUnknown({ unknown, within }: Attribute, { origin, values }: TagSource): boolean {
  const path = within === null ? [] : [within.step];
  return unknown === true && (origin === 'configuration' || (values.reading.references?.(path) ?? []).length > 0);
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
    return found.filter(([, tags]) => hasTags(tags)).map(([path, tags]) => [path, merge(tags)]);
  }
  const root = 'root_block_device';
  const isImplicit = hasTags(defaults) && !isPresent(attribute(source.values, root));
  const implicit: Found = isImplicit ? [[`${root}[0].tags`, defaults]] : [];
  return [...implicit, ...found.map(([path, tags]): Found[number] => [path, merge(tags)])];
}

function hasTags({ tags, openEnd }: TagMap): boolean {
  return tags.size > 0 || openEnd !== null;
}
