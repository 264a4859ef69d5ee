import { locate } from '@tollgate/hcl';
import {
  DYNAMIC,
  nullValue,
  objectValue,
  refineNotNull,
  STRING,
  sortedEntries,
  tupleValue,
  typeOf,
  unknownValue,
  type Value,
} from '../../values/index.ts';
import { type AttributeSchema, attributesOf } from '../built-in-schema.ts';
import type { Resource } from '../config/resource.ts';
import { checkConditions } from './conditions.ts';
import { evaluateBody } from './evaluate-body.ts';
import { expand } from './expansion.ts';
import { importedId } from './imports.ts';
import { type InstanceKey, keyText, type LocalNames, NO_NAMES } from './local-names.ts';
import type { ModuleRun } from './module-run.ts';
import { markResource } from './resource-objects.ts';
import type { ResourceInstance, ResourceState } from './resource-state.ts';

/** evaluateResource expands a resource of a module instance and evaluates its instances. */
export function evaluateResource(run: ModuleRun, resource: Resource): ResourceState {
  return new ResourceRun(run, resource).evaluate();
}

/** A resource that is wrong or part of a cycle: it is there, but nothing is known of it. */
export function brokenResource(run: ModuleRun, resource: Resource, reason: string): ResourceState {
  return new ResourceRun(run, resource).broken(reason);
}

class ResourceRun implements ResourceState {
  readonly resource: Resource;
  readonly instances = new Map<InstanceKey, ResourceInstance>();
  readonly #run: ModuleRun;
  readonly #schema: ReadonlyMap<string, AttributeSchema> | undefined;
  repetition: 'count' | 'each' | 'none' = 'none';
  unexpanded: readonly string[] | undefined;
  #broken: string | undefined;
  #whole: Value | undefined;

  constructor(run: ModuleRun, resource: Resource) {
    this.#run = run;
    this.resource = resource;
    this.#schema = attributesOf(resource.mode, resource.type);
  }

  evaluate(): this {
    const { resource } = this;
    const expansion = expand(this.#run, resource);
    switch (expansion.kind) {
      case 'none':
        this.#add(undefined, NO_NAMES);
        break;
      case 'unknown':
        this.repetition = expansion.by;
        this.unexpanded = expansion.reasons;
        this.#add(undefined, expansion.names);
        break;
      default:
        this.repetition = expansion.kind;
        for (const [key, names] of expansion.instances) this.#add(key, names);
    }
    return this;
  }

  broken(reason: string): this {
    this.#broken = reason;
    if (this.resource.count !== undefined || this.resource.forEach !== undefined) this.unexpanded = [reason];
    this.instances.set(undefined, {
      address: this.#address(undefined),
      key: undefined,
      expanded: this.unexpanded === undefined,
      configured: new Map(),
      places: [],
    });
    return this;
  }

  #address(key: InstanceKey): string {
    const { address } = this.#run;
    return `${address === '' ? '' : `${address}.`}${this.resource.key}${keyText(key)}`;
  }

  #add(key: InstanceKey, names: LocalNames): void {
    const { resource } = this;
    if (!this.#run.shared.admitResource(resource.at)) return;
    const address = this.#address(key);
    checkConditions(this.#run, resource.preconditions, names, 'Resource precondition failed');
    const body = evaluateBody(this.#run, resource.body, names, resource.mode === 'ephemeral' ? 'not kept' : 'kept');
    const instance: ResourceInstance = {
      address,
      key,
      expanded: this.unexpanded === undefined,
      configured: this.#withSchema(address, body.values),
      places: body.parts.map(({ path, at }) => ({ path, ...locate(at.source, at.range) })),
    };
    this.instances.set(key, instance);
    if (resource.postconditions.length === 0) return;
    const withSelf = { ...names, self: () => this.#object(instance) };
    checkConditions(this.#run, resource.postconditions, withSelf, 'Resource postcondition failed');
  }

  /** Of a type that is built in, all attributes are there; of others those that are given and not null. */
  #withSchema(address: string, given: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
    const schema = this.#schema;
    if (schema === undefined) return new Map(given.entries().filter(([, value]) => value.kind !== 'null'));
    const id = importedId(this.#run, this.resource, address);
    const values = new Map<string, Value>();
    for (const [name, { type, use }] of schema) {
      const value = use === 'computed' ? this.#builtIn(address, name, type, given) : given.get(name);
      values.set(name, value ?? nullValue(type));
    }
    if (id !== undefined) values.set('id', id);
    return values;
  }

  /** What Terraform's built-in provider plans for an attribute that it computes. */
  #builtIn(address: string, name: string, type: AttributeSchema['type'], given: ReadonlyMap<string, Value>): Value {
    const reason = `${address}.${name} is known only after apply`;
    const { mode } = this.resource;
    if (mode === 'data') return unknownValue(type, [dataReason(this.resource)]);
    this.#run.shared.certainReasons.add(reason);
    const input = given.get('input');
    if (name !== 'output') return refineNotNull(unknownValue(type, [reason]));
    return input === undefined || input.kind === 'null' ? nullValue(type) : unknownValue(typeOf(input), [reason]);
  }

  attribute(instance: ResourceInstance, name: string): Value {
    const { purpose } = this.#run.shared;
    if (purpose !== 'planned') {
      const type = purpose === 'valid' ? this.#schema?.get(name)?.type : undefined;
      return unknownValue(type ?? DYNAMIC, [this.#reason(instance, name)]);
    }
    if (this.#broken !== undefined) return unknownValue(DYNAMIC, [this.#broken]);
    const value = instance.configured.get(name);
    if (value === undefined) return unknownValue(DYNAMIC, [this.#reason(instance, name)]);
    return this.#withAskedNames(value, instance.address);
  }

  #reason({ address }: ResourceInstance, name: string): string {
    if (this.resource.mode === 'data') return dataReason(this.resource);
    return `${address}.${name} is known only after apply`;
  }

  whole(): Value {
    this.#whole ??= this.#makeWhole();
    return this.#whole;
  }

  #makeWhole(): Value {
    if (this.#run.shared.purpose !== 'planned') return unknownValue(DYNAMIC, [this.resource.key]);
    if (this.#broken !== undefined) return unknownValue(DYNAMIC, [this.#broken]);
    if (this.unexpanded !== undefined) return unknownValue(DYNAMIC, this.unexpanded);
    const objects = [...this.instances.values()].map((instance) => this.#object(instance));
    switch (this.repetition) {
      case 'none':
        return objects[0] ?? unknownValue(DYNAMIC);
      case 'count':
        return tupleValue(objects);
      case 'each':
        return objectValue(
          [...this.instances.keys()].map((key, index) => [String(key), objects[index] ?? unknownValue(DYNAMIC)]),
        );
    }
  }

  /** An instance as an object, with all that an expression may ask of it. */
  #object(instance: ResourceInstance): Value {
    const { configured, address } = instance;
    if (this.#broken !== undefined) return unknownValue(DYNAMIC, [this.#broken]);
    if (this.#schema !== undefined) return objectValue(configured);
    const entries = new Map<string, Value>();
    for (const [name, value] of configured) entries.set(name, this.#withAskedNames(value, address));
    const reasons = [
      this.resource.mode === 'data' ? dataReason(this.resource) : `${address} is known only after apply`,
    ];
    this.#fill(entries, reasons);
    if (!entries.has('id')) entries.set('id', unknownValue(STRING, [this.#reason(instance, 'id')]));
    return markResource(objectValue(entries), reasons);
  }

  /** The objects of nested blocks have computed attributes too. */
  #withAskedNames(value: Value, address: string): Value {
    if (this.#schema !== undefined || !this.#isBlocks(value)) return value;
    const reasons = [`${address} is known only after apply`];
    return tupleValue(
      value.items.map((item) => {
        if (item.kind !== 'object') return item;
        const entries = new Map(
          sortedEntries(item).map(([name, inner]) => [name, this.#withAskedNames(inner, address)]),
        );
        this.#fill(entries, reasons);
        return markResource({ ...objectValue(entries), marks: item.marks }, reasons);
      }),
    );
  }

  #isBlocks(value: Value): value is Extract<Value, { kind: 'tuple' }> {
    return value.kind === 'tuple' && value.items.length > 0 && value.items.every(({ kind }) => kind === 'object');
  }

  #fill(entries: Map<string, Value>, reasons: readonly string[]): void {
    const unknown = unknownValue(DYNAMIC, reasons);
    for (const name of this.#run.shared.askedNames) if (!entries.has(name)) entries.set(name, unknown);
  }
}

/** Why the attributes of a data source are not known. */
function dataReason({ type, name }: Resource): string {
  return `data source ${type}.${name}`;
}
