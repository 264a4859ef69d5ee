import type { JsonObject, JsonValue } from '../json/value.ts';
import type { PlannedResource, ProviderName } from '../plan/plan.ts';

/** A state: what exists, as Terraform last saw it. */
export interface State {
  readonly kind: 'state';
  /** The file as the caller named it. */
  readonly file: string;
  /** Version of Terraform or OpenTofu that wrote it; null when the file does not say. */
  readonly terraformVersion: string | null;
  /** In the order of the file. */
  readonly resources: readonly StateResource[];
  readonly outputs: ReadonlyMap<string, { readonly value: JsonValue; readonly sensitive: boolean }>;
  /**
   * Whether the state tells every sensitive place. The JSON of `terraform show` does. A raw state file has only those that
   * the configuration marked, and, before Terraform 1.10, not those of the provider's schema, such as the password of a
   * database: its values are for judging, and never for showing.
   */
  readonly sensitiveComplete: boolean;
}

/** One resource instance of a state. */
export interface StateResource {
  /** Absolute address: `module.a["x"].aws_instance.web[0]`. */
  readonly address: string;
  readonly mode: PlannedResource['mode'];
  readonly type: string;
  readonly name: string;
  /** Instance key of `count` or `for_each`; null without them. */
  readonly index: string | number | null;
  /** Address of the module instance; null in the root module. */
  readonly module: string | null;
  /** Key of a deposed object; null for the current one. */
  readonly deposed: string | null;
  readonly provider: ProviderName;
  readonly values: JsonObject;
  /** `true` at the places that must not be shown. */
  readonly sensitive: JsonValue;
}
