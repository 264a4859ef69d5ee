import { type Attribute, attribute, elements, isPresent, isWithheld, reasonsOf } from './attribute.ts';
import { elsewhere, type FindNamed, type NamedKind } from './named-resources.ts';
import { openTags } from './provider-defaults.ts';
import { resolveTags } from './resolve.ts';
import { noTags, type TagMap } from './tag-map.ts';
import type { TagSource } from './tag-source.ts';

/**
 * The argument with which ECS services hand tags on to their tasks and volumes, EventBridge, its scheduler and pipes to the tasks
 * that they run, and AWS Batch to the tasks of a job. Source: documentation of hashicorp/terraform-provider-aws, and of
 * `propagateTags` in the API of Amazon ECS, 2026-11-20.
 */
const flagName = 'propagate_tags';
const taskDefinition: NamedKind = {
  type: 'aws_ecs_task_definition',
  by: ['arn', 'arn_without_revision', 'family'],
};

/**
 * The tags that `propagate_tags` in a block of a resource hands on, those from the task definition of the block or else of the
 * resource; null when it hands none on.
 */
export function propagatedTags(block: Attribute, source: TagSource, find: FindNamed): TagMap | null {
  return handedOn(attribute(block, flagName), source, definitionNamedIn(block, source), find);
}

/** The tags of the tasks that a resource runs by itself, null when it runs none: those of an ECS service, task set or job. */
export function tagsOfTasks(source: TagSource, find: FindNamed): TagMap | null {
  const { type, values } = source;
  switch (type) {
    case 'aws_ecs_service':
      // Then task sets run the tasks.
      return deploymentController(values) === 'EXTERNAL' ? null : (propagatedTags(values, source, find) ?? noTags);
    case 'aws_ecs_task_set':
      return tagsOfTaskSet(source, find);
    case 'aws_batch_job_definition':
      return propagatedTags(values, source, find);
    default:
      return null;
  }
}

/** A task set does not say itself what is handed on: its service does, and the task definition is that of the set. */
function tagsOfTaskSet(source: TagSource, find: FindNamed): TagMap {
  const named = find(attribute(source.values, 'service'), { type: 'aws_ecs_service', by: ['id', 'arn', 'name'] });
  if (named.found === null) return openTags(named.why);
  const flag = attribute(named.found.values, flagName);
  return handedOn(flag, named.found, attribute(source.values, 'task_definition'), find) ?? noTags;
}

function handedOn(flag: Attribute, owner: TagSource, definition: Attribute, find: FindNamed): TagMap | null {
  if (flag.unknown === true || isWithheld(flag)) {
    return openTags({ kind: 'propagation', attribute: flagName, reasons: reasonsOf(flag) });
  }
  switch (String(flag.value)) {
    case 'true':
    case 'SERVICE':
      return tagsAfterApply(owner);
    case 'TASK_DEFINITION':
      return tagsOfDefinition(definition, find);
    default:
      return null;
  }
}

/** A revision that is named must be the one that is at hand: each has its own tags. */
function tagsOfDefinition(definition: Attribute, find: FindNamed): TagMap {
  const named = find(definition, taskDefinition);
  if (named.found !== null) return tagsAfterApply(named.found);
  const [, family, revision] =
    /^(?:arn:.*:task-definition\/)?([\w-]+)(?::(\d+))?$/.exec(String(definition.value)) ?? [];
  if (family === undefined) return openTags(named.why);
  const { found } = find({ ...definition, value: family }, taskDefinition);
  if (found === null) return openTags(named.why);
  const isThis = revision === undefined || String(attribute(found.values, 'revision').value) === revision;
  return isThis ? tagsAfterApply(found) : openTags(elsewhere(definition, named.why.name));
}

function tagsAfterApply(source: TagSource): TagMap {
  const resolved = resolveTags(source);
  return resolved === null ? noTags : { tags: resolved.tags, openEnd: resolved.openEnd };
}

function definitionNamedIn(block: Attribute, { values }: TagSource): Attribute {
  const own = attribute(block, 'task_definition_arn');
  return isPresent(own) ? own : attribute(values, 'task_definition');
}

function deploymentController(values: Attribute): unknown {
  const [controller] = elements(attribute(values, 'deployment_controller'));
  return controller === undefined ? undefined : attribute(controller, 'type').value;
}
