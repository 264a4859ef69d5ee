import type {
  Evaluation,
  JsonObject,
  Plan,
  PlannedAction,
  ResourceSource,
  State,
  UnknownReason,
} from '@tollgate/terraform';

/** A plan, with the blocks found beside it by the addresses of their resources. */
export interface PlanInput {
  readonly kind: 'plan';
  readonly plan: Plan;
  readonly sources: ReadonlyMap<string, ResourceSource>;
}

/** A configuration that was evaluated. */
export interface ConfigurationInput {
  readonly kind: 'configuration';
  readonly evaluation: Evaluation;
}

/** A state, with the blocks found beside it by the addresses of their resources. It tells what is, and nothing of a change. */
export interface StateInput {
  readonly kind: 'state';
  readonly state: State;
  readonly sources: ReadonlyMap<string, ResourceSource>;
}

/** Where resources come from that a change is judged by. */
export type ResourceInput = PlanInput | ConfigurationInput;

/** A resource as gates judge it, whatever it was read from. */
export interface ResourceView {
  readonly origin: (ResourceInput | StateInput)['kind'];
  readonly address: string;
  /** Its address before the change, where a plan tells that it moved. */
  readonly previousAddress?: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly index: string | number | null;
  /** The address of the module instance; null for the root. */
  readonly module: string | null;
  readonly provider: Evaluation['resources'][number]['provider'];
  /** What the plan does, or the change from the base; null where the input does not tell, as a state never does. */
  readonly action: PlannedAction | null;
  /** False when this stands for an unknown number of instances. */
  readonly expanded: boolean;
  /** After the change; without unknown attributes, null at sensitive places. Empty for what is deleted. */
  readonly values: JsonObject;
  /** True at the unknown places. */
  readonly unknown: JsonObject;
  /** True at the places that must not be shown. */
  readonly sensitive: JsonObject;
  readonly reasons: readonly UnknownReason[];
  /** Before the change, null at sensitive places; null when it is new, or for a configuration without a base. */
  readonly before: JsonObject | null;
  /** True at the places that were not known before the change, as in the configuration of the base. */
  readonly beforeUnknown: JsonObject;
  /** True at the places of `before` that must not be shown. */
  readonly beforeSensitive: JsonObject;
  readonly source: ResourceSource | null;
  /** What a plan tells of the block: its arguments and what they refer to, see `PlannedResource`. Absent for a configuration. */
  readonly expressions?: JsonObject;
}
