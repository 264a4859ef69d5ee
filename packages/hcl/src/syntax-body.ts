import type { Expression } from './expression.ts';
import type { Range } from './range.ts';

/** SyntaxBody is the content of a file or block, in the order of the source. */
export interface SyntaxBody extends Range {
  readonly kind: 'body';
  /** Everything, also attributes that repeat an earlier name (which is an error). */
  readonly items: readonly (Attribute | Block)[];
  /** The attributes that count: the first of each name. */
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

/** `name = expression`. */
export interface Attribute extends Range {
  readonly kind: 'attribute';
  readonly name: string;
  readonly nameRange: Range;
  /** Where the `=` stands. */
  readonly equalsStart: number;
  readonly expression: Expression;
}

/** `type "label" label { … }`; the range is from the type to the closing brace. */
export interface Block extends Range {
  readonly kind: 'block';
  readonly type: string;
  readonly typeRange: Range;
  readonly labels: readonly Label[];
  /** From the type to the last label: what Terraform points at when it means "this block". */
  readonly headerRange: Range;
  readonly openBraceRange: Range;
  readonly closeBraceRange: Range;
  readonly body: SyntaxBody;
}

/** A label of a block; the range includes the quotes. */
export interface Label extends Range {
  readonly value: string;
  readonly quoted: boolean;
}

/** findAttribute gives the attribute of a name, if the body has one. */
export function findAttribute(body: SyntaxBody, name: string): Attribute | undefined {
  return body.attributes.find((attribute) => attribute.name === name);
}
