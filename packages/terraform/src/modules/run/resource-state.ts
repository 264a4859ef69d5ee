import type { Value } from '../../values/index.ts';
import type { Resource } from '../config/resource.ts';
import type { AttributePlace } from '../result/evaluation.ts';
import type { InstanceKey } from './local-names.ts';

/** One instance of a resource, evaluated. */
export interface ResourceInstance {
  /** `module.a.aws_instance.web[0]`. */
  readonly address: string;
  readonly key: InstanceKey;
  /** False when it stands for an unknown number of instances. */
  readonly expanded: boolean;
  /** What the configuration gives, by name; of a type that is built in, all attributes. */
  readonly configured: ReadonlyMap<string, Value>;
  readonly places: readonly AttributePlace[];
}

/** A resource of a module instance, expanded. */
export interface ResourceState {
  readonly resource: Resource;
  readonly repetition: 'count' | 'each' | 'none';
  /** Undefined when it is not known how many there are; then there is one instance that stands for all. */
  readonly instances: ReadonlyMap<InstanceKey, ResourceInstance>;
  /** Why it is not known how many instances there are; empty when it is. */
  readonly unexpanded: readonly string[] | undefined;
  /** The value of an attribute of one instance. */
  attribute(instance: ResourceInstance, name: string): Value;
  /** The value of the resource as a whole: an object, or a tuple or object of objects. */
  whole(): Value;
}
