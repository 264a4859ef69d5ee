import {
  type JsonObject,
  type JsonValue,
  type Level,
  mergeManagementPolicies,
  type Policy,
  PolicyEngineError,
  type Rule,
} from '@tollgate/policy-engine';
import { isList, isObject } from '@tollgate/terraform';
import { readTagPolicyFile, type TagPolicyFile } from './tag-policy-file.ts';
import { typesOf } from './tag-policy-resources.ts';

/** How tag policies are taken over. */
export interface ImportOptions {
  /** The name of the policy; `aws-tag-policies` unless given. */
  readonly name?: string;
  /** The level of rules for types that the tag policies do not enforce; `advisory` unless given. */
  readonly level?: Level;
  /** The level of rules for keys that the tag policies report when they are missing; `hard-mandatory` unless given. */
  readonly requiredLevel?: Level;
}

/** A policy made of tag policies, and sentences about what could not be taken over. */
export interface ImportedPolicy {
  readonly policy: Policy;
  readonly notices: readonly string[];
}

/**
 * Makes a policy of the gate `tags` of the tag policies of AWS Organizations that an account has: levels from the root down, within
 * a level in the order in which they were attached. A tag policy says how a key and its values are written where it is used; it
 * requires a key only in `report_required_tag_for`.
 * @throws PolicyEngineError for what is no tag policy.
 */
export function importTagPolicies(
  levels: readonly (readonly TagPolicyFile[])[],
  { name = 'aws-tag-policies', level = 'advisory', requiredLevel = 'hard-mandatory' }: ImportOptions = {},
): ImportedPolicy {
  const { effective, ignored } = mergeManagementPolicies(levels.map((files) => files.map(readTagPolicyFile)));
  const notices = [...ignored];
  const ids = new Set<string>();
  const rules = Object.entries(objectOf(effective.tags)).flatMap(([key, member]) =>
    rulesOf(readTag(key, member), { level, requiredLevel, ids, notices }),
  );
  if (rules.length === 0)
    throw new PolicyEngineError('The tag policies come to no rule at all. Give those that the account has.');
  return {
    policy: {
      apiVersion: 'tollgate/v1',
      kind: 'Policy',
      metadata: { name, version: '1.0.0', description: 'Made of the tag policies of AWS Organizations.', layer: 'org' },
      spec: { gate: 'tags', rules },
    },
    notices,
  };
}

/** What an effective tag policy says of one key. */
interface TagOfPolicy {
  readonly key: string;
  readonly values: readonly string[];
  readonly enforcedFor: readonly string[];
  readonly requiredFor: readonly string[];
}

function readTag(policyKey: string, member: JsonValue): TagOfPolicy {
  const tag = objectOf(member);
  const path = `$.tags.${policyKey}`;
  // Without a tag key the key is written in lower case.
  const key = tag.tag_key ?? policyKey.toLowerCase();
  if (typeof key !== 'string' || key.toLowerCase() !== policyKey.toLowerCase()) {
    throw new PolicyEngineError(
      `${path}.tag_key: The key must be "${policyKey}" in any writing of upper and lower case.`,
    );
  }
  return {
    key,
    values: texts(tag.tag_value, `${path}.tag_value`),
    enforcedFor: texts(tag.enforced_for, `${path}.enforced_for`),
    requiredFor: texts(tag.report_required_tag_for, `${path}.report_required_tag_for`),
  };
}

function texts(value: JsonValue | undefined, path: string): readonly string[] {
  if (value === undefined) return [];
  if (isList(value)) return value.map(String);
  throw new PolicyEngineError(`${path}: The value must be a list of texts.`);
}

interface RuleContext {
  readonly level: Level;
  readonly requiredLevel: Level;
  readonly ids: Set<string>;
  readonly notices: string[];
}

function rulesOf({ key, values, enforcedFor, requiredFor }: TagOfPolicy, context: RuleContext): Rule[] {
  const { level, requiredLevel, notices } = context;
  const id = ruleId(key, context.ids);
  const tags = { [key]: { optional: true, exactCase: true, ...valueRule(values) } };
  const enforced = typesIn(enforcedFor, `enforced_for of "${key}"`, notices);
  const required = typesIn(requiredFor, `report_required_tag_for of "${key}"`, notices);
  const written = {
    description: `The tag policies of the organization say how "${key}" and its values are written.`,
    remedy: `Write the key as "${key}"${values.length === 0 ? '.' : `, and as its value ${valueTexts(values)}.`}`,
  };
  const rules: Rule[] = [];
  if (enforced.length > 0) {
    rules.push({ id: `${id}-enforced`, level: 'hard-mandatory', ...written, match: { resources: enforced }, tags });
  }
  const others = ['aws_*', ...enforced.map((type) => `!${type}`)];
  rules.push({ id, level, ...written, match: { resources: others }, tags });
  if (required.length > 0) {
    rules.push({
      id: `${id}-required`,
      level: requiredLevel,
      description: `The tag policies of the organization require "${key}".`,
      remedy: `Add the tag "${key}".`,
      match: { resources: required },
      tags: { [key]: {} },
    });
  }
  return rules;
}

/** The most values that a remedy names. */
const MAX_VALUES = 8;

function valueTexts(values: readonly string[]): string {
  const more = values.length > MAX_VALUES ? ` or one of ${values.length - MAX_VALUES} more` : '';
  return `one of ${values.slice(0, MAX_VALUES).join(', ')}${more}`;
}

/** A value may have `*`, which stands for any text. Without values any is allowed. */
function valueRule(values: readonly string[]): JsonObject {
  if (values.length === 0) return {};
  return values.some((value) => value.includes('*')) ? { like: values } : { oneOf: values };
}

function typesIn(names: readonly string[], where: string, notices: string[]): readonly string[] {
  const { types, without } = typesOf(names);
  if (without.length > 0) {
    notices.push(`${where}: ${without.join(', ')} has no type in Terraform that carries tags, and is left out.`);
  }
  return types;
}

/** Ids have at most 100 characters, with what is added to them. */
const MAX_SLUG = 80;

function ruleId(key: string, ids: Set<string>): string {
  const slug =
    key
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, MAX_SLUG)
      .replaceAll(/^-|-$/g, '') || 'tag';
  let id = slug;
  for (let number = 2; ids.has(id); number++) id = `${slug}-${number}`;
  ids.add(id);
  return id;
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}
