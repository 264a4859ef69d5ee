import type { Expect } from '../json/expect.ts';
import { isList, isObject, type JsonObject, type JsonValue, member } from '../json/value.ts';
import type { DefaultTags, ProviderConfiguration } from './plan.ts';
import type { FindExpressions, FindProviderConfigKey } from './resource-change.ts';

/** What a gate needs of the `configuration` of a plan. */
export interface PlanConfiguration {
  readonly providers: ReadonlyMap<string, ProviderConfiguration>;
  readonly findProviderConfigKey: FindProviderConfigKey;
  readonly findExpressions: FindExpressions;
}

/**
 * Reads the configuration of a plan.
 * @throws TerraformError with the path of what is not as the format says.
 */
export function readConfiguration(value: JsonValue, expect: Expect): PlanConfiguration {
  const configuration = expect.object(value, 'configuration');
  const providers = new Map<string, ProviderConfiguration>();
  for (const [key, block] of entries(configuration, 'provider_config', 'configuration', expect)) {
    providers.set(
      key,
      readProviderConfiguration(key, block, `configuration.provider_config[${JSON.stringify(key)}]`, expect),
    );
  }
  const found: FoundResources = { keys: new Map(), expressions: new Map() };
  const root = member(configuration, 'root_module');
  if (root !== undefined) collectResources(root, [], 'configuration.root_module', expect, found);
  return {
    providers,
    findProviderConfigKey: (...resource) => found.keys.get(resourceId(...resource)) ?? null,
    findExpressions: (...resource) => found.expressions.get(resourceId(...resource)) ?? null,
  };
}

/** What is kept of the blocks of resources. */
interface FoundResources {
  readonly keys: Map<string, string>;
  readonly expressions: Map<string, JsonObject>;
}

/** Gathers the provider configuration keys and expressions of the resources of a module and of the modules that it calls. */
function collectResources(
  value: JsonValue,
  modulePath: readonly string[],
  path: string,
  expect: Expect,
  found: FoundResources,
): void {
  const module = expect.object(value, path);
  for (const [index, element] of (list(module, 'resources', path, expect) ?? []).entries()) {
    const at = `${path}.resources[${index}]`;
    const resource = expect.object(element, at);
    const key = expect.optionalString(member(resource, 'provider_config_key'), `${at}.provider_config_key`);
    const expressions = member(resource, 'expressions');
    if (key === null && !isObject(expressions)) continue;
    const [mode, type, name] = ['mode', 'type', 'name'].map((field) =>
      expect.string(member(resource, field), `${at}.${field}`),
    );
    if (mode !== undefined && type !== undefined && name !== undefined) {
      const id = resourceId(modulePath, mode, type, name);
      if (key !== null) found.keys.set(id, key);
      if (isObject(expressions)) found.expressions.set(id, expressions);
    }
  }
  for (const [name, call] of entries(module, 'module_calls', path, expect)) {
    const at = `${path}.module_calls[${JSON.stringify(name)}]`;
    const called = member(expect.object(call, at), 'module');
    if (called !== undefined) collectResources(called, [...modulePath, name], `${at}.module`, expect, found);
  }
}

function resourceId(modulePath: readonly string[], mode: string, type: string, name: string): string {
  return [...modulePath, mode, type, name].join('/');
}

function readProviderConfiguration(key: string, value: JsonValue, path: string, expect: Expect): ProviderConfiguration {
  const block = expect.object(value, path);
  const expressions = member(block, 'expressions');
  const module = expect.optionalString(member(block, 'module_address'), `${path}.module_address`);
  return {
    key,
    name: expect.optionalString(member(block, 'name'), `${path}.name`) ?? key,
    source: expect.optionalString(member(block, 'full_name'), `${path}.full_name`),
    alias: expect.optionalString(member(block, 'alias'), `${path}.alias`),
    modulePath: module === null ? [] : configurationModulePath(module),
    configured: expressions !== undefined,
    region: constantText(member(expressions, 'region')),
    defaultTags: readDefaultTags(expressions),
  };
}

/** In a configuration a module has no instance keys: `module.a.module.b`, and `a.b` before Terraform 1.1. */
function configurationModulePath(address: string): readonly string[] {
  const steps = address.split('.');
  return steps[0] === 'module' ? steps.filter((_, index) => index % 2 === 1) : steps;
}

/** The block `default_tags` with the argument `tags` (AWS), or the argument `default_labels` (Google). */
function readDefaultTags(expressions: JsonValue | undefined): DefaultTags {
  const block = member(expressions, 'default_tags');
  const blocks = isList(block) ? block : block === undefined ? [] : [block];
  const parts = [...blocks.map((each) => member(each, 'tags')), member(expressions, 'default_labels')]
    .filter((expression) => expression !== undefined)
    .map(readTagExpression);
  const unknown = parts.filter((part) => part.kind === 'unknown');
  if (unknown.length > 0) return { kind: 'unknown', references: unknown.flatMap((part) => part.references) };
  return {
    kind: 'known',
    tags: Object.fromEntries(parts.flatMap((part) => (part.kind === 'known' ? Object.entries(part.tags) : []))),
  };
}

/**
 * An expression of a map. The plan has the value only where the whole of it is a constant: one key that refers to
 * something hides the others too, and a function call without references shows as an empty object.
 */
function readTagExpression(expression: JsonValue): DefaultTags {
  const value = member(expression, 'constant_value');
  if (value === null) return { kind: 'known', tags: {} };
  if (isObject(value)) return { kind: 'known', tags: textValues(value) };
  const references = member(expression, 'references');
  const texts = isList(references) ? references.filter((reference) => typeof reference === 'string') : [];
  return { kind: 'unknown', references: texts };
}

/** Terraform turns numbers and truth values into text in a map of texts. */
function textValues(value: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, tag]) =>
      typeof tag === 'string' || typeof tag === 'number' || typeof tag === 'boolean' ? [[key, String(tag)]] : [],
    ),
  );
}

function constantText(expression: JsonValue | undefined): string | null {
  const value = member(expression, 'constant_value');
  return typeof value === 'string' ? value : null;
}

/** The entries of an optional object. */
function entries(object: JsonObject, key: string, path: string, expect: Expect): [string, JsonValue][] {
  const value = member(object, key);
  return value === undefined || value === null ? [] : Object.entries(expect.object(value, `${path}.${key}`));
}

function list(object: JsonObject, key: string, path: string, expect: Expect): readonly JsonValue[] | null {
  const value = member(object, key);
  return value === undefined || value === null ? null : expect.list(value, `${path}.${key}`);
}
