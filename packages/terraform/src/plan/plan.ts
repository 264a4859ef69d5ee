import type { JsonObject, JsonValue } from '../json/value.ts';

/** A plan as `terraform show -json` writes it, with what a gate needs of it. */
export interface Plan {
  readonly kind: 'plan';
  /** The file as the caller named it. */
  readonly file: string;
  /** Version of the JSON format: `0.1` to `1.x`. */
  readonly formatVersion: string;
  /** Version of Terraform or OpenTofu that made the plan; null when the file does not say. */
  readonly terraformVersion: string | null;
  /** False when applying the plan will not reach the configuration: some changes were targeted or deferred to a later plan. */
  readonly complete: boolean;
  /** The planned changes, in the order of the file. */
  readonly resources: readonly PlannedResource[];
  /** Provider configurations by their key; null when the file has no configuration, so that nothing is known of them. */
  readonly providers: ReadonlyMap<string, ProviderConfiguration> | null;
}

/** What a plan does with a resource. `replace`: destroy or forget, and create, in either order. */
export type PlannedAction = 'create' | 'update' | 'delete' | 'replace' | 'read' | 'no-op' | 'forget';

/** A change of one resource instance. */
export interface PlannedResource {
  /** Absolute address: `module.a["x"].aws_instance.web[0]`. */
  readonly address: string;
  readonly mode: 'managed' | 'data' | 'ephemeral';
  readonly type: string;
  readonly name: string;
  /** Instance key of `count` or `for_each`; null without them. */
  readonly index: string | number | null;
  /** Address of the module instance: `module.a["x"]`; null in the root module. */
  readonly module: string | null;
  /** Key of a deposed object, which is what a failed replacement left behind; null for the current object. */
  readonly deposed: string | null;
  readonly provider: ProviderName;
  /** Key of the provider configuration as the plan gives it; null when the plan does not have the resource in its configuration. */
  readonly providerConfigKey: string | null;
  readonly action: PlannedAction;
  /** Set when the resource is imported; the id is null when the plan does not tell it. */
  readonly importing: { readonly id: string | null } | null;
  /** The address before a `moved` block; null when it did not move. */
  readonly previousAddress: string | null;
  /** Values before the change; null when the resource is new. */
  readonly before: JsonObject | null;
  /** Values after the change, without the unknown ones; null when the resource is gone. */
  readonly after: JsonObject | null;
  /** `true` at the places of `after` that are known only after apply. */
  readonly afterUnknown: JsonValue;
  /** `true` at the places that must not be shown. Plans before format 0.2 do not tell, and have `false`. */
  readonly beforeSensitive: JsonValue;
  readonly afterSensitive: JsonValue;
  /**
   * The arguments and blocks that are written in the configuration, each with what it refers to, as the format has them:
   * `{ "instance_type": { "references": ["var.size"] } }`. Absent when the plan does not have the block. Constants can be secrets.
   */
  readonly expressions?: JsonObject;
}

export interface ProviderName {
  /** Source address: `registry.terraform.io/hashicorp/aws`; the bare name in plans of Terraform 0.12. */
  readonly source: string;
  /** Last part of the source address: `aws`. */
  readonly name: string;
}

/** A `provider` block, without its credentials: only what tells how resources are tagged, and where they are. */
export interface ProviderConfiguration {
  /** `aws`, `aws.west`, `module.child:aws`. */
  readonly key: string;
  /** Local name in its module. */
  readonly name: string;
  /** Source address; null in plans that do not give it (before Terraform 1.1). */
  readonly source: string | null;
  readonly alias: string | null;
  /** Names of the module calls that lead to the block; empty in the root module. */
  readonly modulePath: readonly string[];
  /** False without arguments: then it is an empty block, or only a requirement of its module. */
  readonly configured: boolean;
  /** Region, when it is written as a constant. */
  readonly region: string | null;
  /** `default_tags` of AWS, `default_labels` of Google. */
  readonly defaultTags: DefaultTags;
}

/** Tags that a provider adds to every resource. Null values, which Terraform leaves out, are not among them. */
export type DefaultTags =
  | { readonly kind: 'known'; readonly tags: Readonly<Record<string, string>> }
  /** Written as an expression, of which the plan tells only what it refers to. */
  | { readonly kind: 'unknown'; readonly references: readonly string[] };
