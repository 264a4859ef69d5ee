import { isList } from '@tollgate/terraform';
import { type Attribute, attribute, elements, isPresent, reasonsOf, takenFrom } from './attribute.ts';
import { elsewhere, type FindNamed, type NamedKind } from './named-resources.ts';
import { openTags } from './provider-defaults.ts';
import { noTags, overlay, readTags, type TagMap } from './tag-map.ts';
import type { TagSource } from './tag-source.ts';

const flagName = 'propagate_at_launch';
const launchTemplate: NamedKind = { type: 'aws_launch_template', by: ['id', 'name', 'arn'] };

/**
 * The tags of the instances that an Auto Scaling group launches: those that it propagates, over those of its launch template.
 * Null for other resources. Launch configurations have no tags.
 */
export function tagsOfInstances({ type, values, origin }: TagSource, find: FindNamed): TagMap | null {
  if (type !== 'aws_autoscaling_group') return null;
  const propagated = overlay(propagating(values, 'tags'), propagating(values, 'tag'));
  // A plan has blocks as unknown that nobody wrote.
  const isOpen = (name: string) => origin === 'configuration' && attribute(values, name).unknown === true;
  const open = ['launch_template', 'mixed_instances_policy'].find(isOpen);
  if (open !== undefined) return overlay(openTags(elsewhere(attribute(values, open), null)), propagated);
  const [only = noTags, ...others] = templatesOf(values).map((reference) => tagsOfTemplate(reference, find));
  return overlay(others.reduce(either, only), propagated);
}

/** The tags of the blocks that are for instances too. One of which that is not known may be there. */
function propagating(values: Attribute, name: string): TagMap {
  const blocks = attribute(values, name);
  const { value, unknown, sensitive } = blocks;
  if (!isList(value)) return readTags(blocks);
  const flags = elements(blocks).map((block) => attribute(block, flagName));
  const kept = flags.flatMap((flag, index) => (flag.value === true || flag.value === 'true' ? [index] : []));
  const pick = (list: Attribute['value']) => (isList(list) ? kept.map((index) => list[index] ?? null) : list);
  const tags = readTags({ ...blocks, value: pick(value), unknown: pick(unknown), sensitive: pick(sensitive) });
  const open = flags.find((flag) => flag.unknown === true);
  if (open === undefined || tags.openEnd !== null) return tags;
  return { ...tags, openEnd: { kind: 'propagation', attribute: flagName, reasons: reasonsOf(open) } };
}

/** Where a group names its launch template: one for all instances, or several of a mixed group. */
function templatesOf(values: Attribute): readonly Attribute[] {
  const [own] = elements(attribute(values, 'launch_template'));
  if (own !== undefined) return [own];
  const mixed = elements(attribute(values, 'mixed_instances_policy')).flatMap((policy) =>
    elements(attribute(policy, 'launch_template')),
  );
  const named = (block: Attribute) => elements(attribute(block, 'launch_template_specification'));
  return mixed.flatMap((block) => [...named(block), ...elements(attribute(block, 'override')).flatMap(named)]);
}

function tagsOfTemplate(block: Attribute, find: FindNamed): TagMap {
  const names = ['id', 'name', 'launch_template_id', 'launch_template_name'];
  const written = names.map((name) => attribute(block, name)).filter(isPresent);
  // An evaluation has only what somebody wrote; a plan has both, and the one that nobody wrote is null or unknown.
  const reference =
    written.find(({ value }) => typeof value === 'string') ?? written.find((one) => one.unknown === true);
  if (reference === undefined)
    return openTags({ kind: 'elsewhere', attribute: 'launch_template', name: null, reasons: [] });
  const named =
    written.map((one) => find(one, launchTemplate)).find(({ found }) => found !== null) ??
    find(reference, launchTemplate);
  if (named.found === null) return openTags(named.why);
  const version = attribute(block, 'version');
  const wanted = wantedVersion(version, named.found);
  if (wanted !== null && isCurrent(wanted, named.found)) return instanceTags(named.found);
  return openTags(elsewhere(version, wanted));
}

/** The version that is written: a number, `$Latest` or `$Default`, which it is without one. Null when it cannot be told. */
function wantedVersion(version: Attribute, { address }: TagSource): string | null {
  if (version.unknown !== true) return String(version.value ?? '$Default');
  const [from, ...others] = takenFrom(version) ?? [];
  if (others.length > 0) return null;
  if (from === `${address}.latest_version`) return '$Latest';
  return from === `${address}.default_version` ? '$Default' : null;
}

/**
 * Whether a version is the one that the template has after apply. The default version is taken for it unless the template says
 * otherwise: a new template has only this one.
 */
function isCurrent(wanted: string, { values }: TagSource): boolean {
  if (wanted === '$Latest') return true;
  const latest = attribute(values, 'latest_version').value;
  const number = wanted === '$Default' ? attribute(values, 'default_version').value : wanted;
  if (typeof latest !== 'number' || number === undefined || number === null) return wanted === '$Default';
  return String(number) === String(latest);
}

function instanceTags(template: TagSource): TagMap {
  return elements(attribute(template.values, 'tag_specifications'))
    .filter((block) => attribute(block, 'resource_type').value === 'instance')
    .map((block) => readTags(attribute(block, 'tags')))
    .reduce(overlay, noTags);
}

/** What is certain when either may count: tags in which both agree. */
function either(one: TagMap, other: TagMap): TagMap {
  const isSame = (key: string) => {
    const [a, b] = [one.tags.get(key), other.tags.get(key)];
    return a !== undefined && b !== undefined && a.value !== null && a.value === b.value && a.secret === b.secret;
  };
  const keys = new Set([...one.tags.keys(), ...other.tags.keys()]);
  const differs = [...keys].some((key) => !isSame(key));
  const why = one.openEnd ?? other.openEnd;
  return {
    tags: new Map([...one.tags].filter(([key]) => isSame(key))),
    openEnd: differs ? (why ?? { kind: 'several', attribute: 'mixed_instances_policy' }) : why,
  };
}
