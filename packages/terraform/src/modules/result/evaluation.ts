import type { TypeJson } from '../../values/index.ts';
import type { Shape } from './public-value.ts';

/** A value as JSON data. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [name: string]: JsonValue };

/** Lines and columns of a place in a file, from 1, the end exclusive; columns count what a reader sees as one character. */
export interface SourceLines {
  /** From the root of the source tree. */
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A configuration, evaluated without Terraform. Plain data, fit for JSON. */
export interface Evaluation {
  readonly kind: 'Evaluation';
  readonly version: 1;
  /** The version of Terraform whose rules were followed. */
  readonly terraformVersion: '1.11';
  /** Managed resources and data sources: modules in the order of their calls, resources in the order of the source. */
  readonly resources: readonly EvaluatedResource[];
  readonly outputs: { readonly [name: string]: EvaluatedOutput };
  /** Configurations of providers that resources use. */
  readonly providers: readonly EvaluatedProvider[];
  /** `moved` blocks, as full addresses. */
  readonly moved: readonly MovedAddress[];
  /** `removed` blocks, as full addresses. */
  readonly removed: readonly { readonly from: string; readonly source: SourceLines }[];
  readonly diagnostics: readonly EvaluationDiagnostic[];
  /** What was not evaluated, and why: modules that are not at hand, blocks of which nobody knows how many there will be. */
  readonly notices: readonly EvaluationDiagnostic[];
}

/**
 * A resource with what its configuration gives. Arguments that are null count as not given. A nested block appears as a
 * list of objects under the name of its type, however many there are; a dynamic block of which it is not known how many
 * there will be is unknown as a whole. In the JSON syntax, where a block cannot be told from an argument, both appear as
 * they are written. What only the provider computes is not there.
 */
export interface EvaluatedResource {
  /** `module.a["x"].aws_instance.web[0]`. */
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  /** The key of the instance; null without `count` and `for_each`. */
  readonly index: string | number | null;
  /** False when `count` or `for_each` is not known, and this instance stands for all that there may be. */
  readonly expanded: boolean;
  /** The address of the module instance; null for the root. */
  readonly module: string | null;
  readonly provider: ResourceProvider;
  /** Without unknown attributes; null at unknown places in lists, and at all sensitive places. */
  readonly values: { readonly [name: string]: JsonValue };
  /** The shape of the values, with true at the unknown places. */
  readonly unknown: { readonly [name: string]: Shape };
  /** The shape of the values, with true at the places that must not be shown. */
  readonly sensitive: { readonly [name: string]: Shape };
  /** Why places are unknown. */
  readonly reasons: readonly UnknownReason[];
  readonly source: ResourceSourceLines;
  /** Where attributes and blocks are written; only when asked for. */
  readonly places?: readonly AttributePlace[];
}

/** The provider configuration of a resource. */
export interface ResourceProvider {
  /** As the module calls the provider. */
  readonly name: string;
  /** As the configuration is called where it stands. */
  readonly alias: string | null;
  /** Null when the configuration does not tell it. */
  readonly region: string | null;
  /** `registry.terraform.io/hashicorp/aws`. */
  readonly source: string;
  /** The key of the configuration among the providers of the evaluation; null when nobody wrote one. */
  readonly key: string | null;
}

/** A `provider` block, evaluated. */
export interface EvaluatedProvider {
  /** `aws.west`, `module.a:aws`. */
  readonly key: string;
  readonly name: string;
  readonly alias: string | null;
  readonly source: string;
  readonly module: string | null;
  readonly region: string | null;
  /** `default_tags` of AWS, `default_labels` of Google: what is added to the tags of each resource. Null without them. */
  readonly defaultTags: DefaultTagValues | null;
  readonly at: SourceLines;
}

/** Tags that a provider adds. */
export interface DefaultTagValues {
  readonly values: JsonValue;
  readonly unknown: Shape;
  readonly sensitive: Shape;
  readonly reasons: readonly UnknownReason[];
}

/** Why a place in a value is unknown. */
export interface UnknownReason {
  readonly path: readonly (string | number)[];
  readonly reasons: readonly string[];
  /** All values that it can have: those that the validation of a variable allows. Absent when nothing tells them. */
  readonly possible?: readonly JsonValue[];
}

/** An output of the root module. */
export interface EvaluatedOutput {
  /** Null when it is unknown or sensitive. */
  readonly value: JsonValue;
  /** True or false for the whole, or the shape of the value with true at the unknown places. */
  readonly unknown: Shape;
  readonly sensitive: boolean;
  /** In the form of Terraform's provider schemas; absent when the value is not wholly known. */
  readonly type?: TypeJson;
  readonly reasons: readonly UnknownReason[];
}

/** The block of a resource, with the module calls that lead to it, outermost first. */
export interface ResourceSourceLines extends SourceLines {
  readonly callers: readonly (SourceLines & { readonly address: string })[];
}

/** Where a part of a resource is written. */
export interface AttributePlace extends SourceLines {
  /** `["root_block_device", 0, "volume_size"]`. */
  readonly path: readonly (string | number)[];
}

export interface MovedAddress {
  readonly from: string;
  readonly to: string;
  readonly source: SourceLines;
}

export interface EvaluationDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** Null for what has no place in a file. */
  readonly source: SourceLines | null;
}
