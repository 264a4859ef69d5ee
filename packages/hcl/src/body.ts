import type { Diagnostic } from './diagnostic.ts';
import type { Expression } from './expression.ts';
import type { JsonNode } from './json/json-node.ts';
import type { Range } from './range.ts';
import type { Source } from './source.ts';

/** What a body may hold. */
export interface BodySchema {
  readonly attributes?: readonly AttributeSchema[];
  readonly blocks?: readonly BlockSchema[];
}

export interface AttributeSchema {
  readonly name: string;
  readonly required?: boolean;
}

export interface BlockSchema {
  readonly type: string;
  /** What the labels mean, such as `["type", "name"]`; a block must have just as many. */
  readonly labels?: readonly string[];
}

/**
 * Body is the content of a file or block in either syntax. What it means is only known when a schema is applied: in
 * JSON an object may be a block or the value of an attribute.
 */
export interface Body {
  readonly source: Source;
  /** Where a message about something that is missing points. */
  readonly missingItemRange: Range;
  /** content gives what the schema names, and reports everything else. */
  content(schema: BodySchema): BodyContent;
  /** partialContent gives what the schema names, and a body with the rest. */
  partialContent(schema: BodySchema): BodyContent & { readonly rest: Body };
  /** justAttributes gives all attributes, whatever their names, and reports blocks. */
  justAttributes(): { readonly attributes: ReadonlyMap<string, BodyAttribute>; readonly diagnostics: Diagnostic[] };
}

export interface BodyContent {
  /** By name, in the order of the source. */
  readonly attributes: ReadonlyMap<string, BodyAttribute>;
  readonly blocks: readonly BodyBlock[];
  readonly diagnostics: Diagnostic[];
}

export interface BodyAttribute {
  readonly name: string;
  readonly source: Source;
  readonly nameRange: Range;
  /** Name and value. */
  readonly range: Range;
  readonly value: BodyValue;
}

/** The value of an attribute: an expression, or JSON that can be asked for as one (see `expressionOf`). */
export type BodyValue =
  | { readonly syntax: 'native'; readonly source: Source; readonly expression: Expression }
  | { readonly syntax: 'json'; readonly source: Source; readonly node: JsonNode };

export interface BodyBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly source: Source;
  readonly typeRange: Range;
  readonly labelRanges: readonly Range[];
  /** What Terraform points at when it means the block: type and labels; in JSON the opening bracket. */
  readonly headerRange: Range;
  /** The whole block; in JSON the object with its content. */
  readonly range: Range;
  readonly body: Body;
}
