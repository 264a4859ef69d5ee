import { isList } from '@tollgate/terraform';
import { type Attribute, attribute, elements } from './attribute.ts';
import { overlay, readTags, type TagMap } from './tag-map.ts';
import type { TagSource } from './tag-source.ts';

/**
 * The tags of the instances that an Auto Scaling group launches: those that it propagates, over those of its launch template.
 * Null for other resources. A template that the input does not have adds nothing.
 */
export function launchedTags(
  { type, values }: TagSource,
  templateOf: (reference: Attribute) => TagSource | null,
): TagMap | null {
  if (type !== 'aws_autoscaling_group') return null;
  const propagated = overlay(readTags(propagating(values, 'tags')), readTags(propagating(values, 'tag')));
  const [reference] = elements(attribute(values, 'launch_template'));
  const template = reference === undefined ? null : templateOf(reference);
  return template === null ? propagated : overlay(instanceTags(template), propagated);
}

/** The blocks that are for instances too. */
function propagating(values: Attribute, name: string): Attribute {
  const blocks = attribute(values, name);
  const { value, unknown, sensitive } = blocks;
  if (!isList(value)) return blocks;
  const kept = elements(blocks).flatMap((block, index) => {
    const flag = attribute(block, 'propagate_at_launch').value;
    return flag === true || flag === 'true' ? [index] : [];
  });
  const pick = (list: Attribute['value']) => (isList(list) ? kept.map((index) => list[index] ?? null) : list);
  return { ...blocks, value: pick(value), unknown: pick(unknown), sensitive: pick(sensitive) };
}

function instanceTags(template: TagSource): TagMap {
  const none: TagMap = { tags: new Map(), openEnd: null };
  return elements(attribute(template.values, 'tag_specifications'))
    .filter((block) => attribute(block, 'resource_type').value === 'instance')
    .map((block) => readTags(attribute(block, 'tags')))
    .reduce(overlay, none);
}
