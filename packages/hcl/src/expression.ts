import type { Range } from './range.ts';

/**
 * Expression is a node of the expression tree. Evaluating is not this package's matter, but the tree keeps all that
 * an evaluator needs: numbers as their source text, decoded strings, and the ranges that messages point at.
 *
 * Chains of one operator are deep on the left side only (`binary.left`, `conditional.whenFalse`, `index.collection`);
 * a tree is never deeper than four times the nesting limit of the parser, so that recursion over it is safe.
 */
export type Expression =
  | NumberLiteral
  | BoolLiteral
  | NullLiteral
  | StringLiteral
  | Template
  | TemplateWrap
  | TemplateIf
  | TemplateFor
  | Traversal
  | RelativeTraversal
  | Index
  | Splat
  | SplatItem
  | FunctionCall
  | Unary
  | Binary
  | Conditional
  | Tuple
  | ObjectConstructor
  | ForExpression
  | Parentheses
  | InvalidExpression;

/** A number, as written: precision is the evaluator's choice. */
export interface NumberLiteral extends Range {
  readonly kind: 'number';
  readonly text: string;
}

export interface BoolLiteral extends Range {
  readonly kind: 'bool';
  readonly value: boolean;
}

export interface NullLiteral extends Range {
  readonly kind: 'null';
}

/** A literal stretch of a template, with escapes decoded, indentation and strip markers (`~`) applied. */
export interface StringLiteral extends Range {
  readonly kind: 'string';
  readonly value: string;
}

/** How a template was written; `bare` is a whole file or JSON string, `clause` the body of a directive. */
export type TemplateForm = 'quoted' | 'heredoc' | 'flush-heredoc' | 'bare' | 'clause';

/** A string with parts: literal text, interpolated expressions, directives. There is at least one part. */
export interface Template extends Range {
  readonly kind: 'template';
  readonly form: TemplateForm;
  readonly parts: readonly Expression[];
}

/** A template that is one interpolation only, `"${x}"`: its value is the value of `x`, not a string. */
export interface TemplateWrap extends Range {
  readonly kind: 'template-wrap';
  readonly form: TemplateForm;
  readonly expression: Expression;
}

/** `%{ if condition }…%{ else }…%{ endif }`; only inside a template. */
export interface TemplateIf extends Range {
  readonly kind: 'template-if';
  readonly condition: Expression;
  readonly whenTrue: Template;
  readonly whenFalse: Template;
}

/** `%{ for key, value in collection }…%{ endfor }`; only inside a template. The results are joined. */
export interface TemplateFor extends Range {
  readonly kind: 'template-for';
  readonly keyVariable: string | undefined;
  readonly valueVariable: string;
  readonly collection: Expression;
  readonly body: Template;
}

/** A name with the steps that follow it, as far as their keys are literal: `var.a["b"][0].c`. */
export interface Traversal extends Range {
  readonly kind: 'traversal';
  readonly root: string;
  /** The end of the name; it starts where the traversal starts. */
  readonly rootEnd: number;
  readonly steps: readonly Step[];
}

/** Steps on something that is not a plain name: `f(x).a`, `(a).b`, `a[i].b`. */
export interface RelativeTraversal extends Range {
  readonly kind: 'relative-traversal';
  readonly source: Expression;
  readonly steps: readonly Step[];
}

export type Step = AttributeStep | IndexStep;

/** `.name`; the range includes the dot. */
export interface AttributeStep extends Range {
  readonly kind: 'attribute-step';
  readonly name: string;
}

/** `[key]` with a literal key, or the old form `.0`; the range includes brackets or dot. */
export interface IndexStep extends Range {
  readonly kind: 'index-step';
  readonly key: LiteralKey;
  readonly legacy: boolean;
}

export type LiteralKey = NumberLiteral | StringLiteral | BoolLiteral | NullLiteral;

/** `collection[key]` where the key is not a literal. */
export interface Index extends Range {
  readonly kind: 'index';
  readonly collection: Expression;
  readonly key: Expression;
  /** From the opening to the closing bracket. */
  readonly bracketRange: Range;
}

/**
 * `source[*]…` or `source.*…`. `each` is the expression for one element, where the element is the `splat-item` node
 * of the nearest splat around it.
 */
export interface Splat extends Range {
  readonly kind: 'splat';
  readonly source: Expression;
  readonly each: Expression;
  readonly item: SplatItem;
  /** True for `.*`, which takes only attribute steps. */
  readonly attributeOnly: boolean;
  /** The `[*]` or `.*`. */
  readonly markerRange: Range;
}

/** The element that a splat is working on. */
export interface SplatItem extends Range {
  readonly kind: 'splat-item';
}

export interface FunctionCall extends Range {
  readonly kind: 'call';
  /** The whole name, with namespaces: `provider::aws::arn_parse`. */
  readonly name: string;
  readonly nameRange: Range;
  readonly args: readonly Expression[];
  /** True when the last argument is followed by `...`. */
  readonly expandFinal: boolean;
  readonly closeParenRange: Range;
}

export type UnaryOperator = '-' | '!';

export interface Unary extends Range {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operatorRange: Range;
  readonly operand: Expression;
}

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

export interface Binary extends Range {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly operatorRange: Range;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Conditional extends Range {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export interface Tuple extends Range {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
  readonly openRange: Range;
}

export interface ObjectConstructor extends Range {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
  readonly openRange: Range;
  /** `json` objects may not repeat a key; in `native` ones the last wins. */
  readonly syntax: 'native' | 'json';
}

/** One `key = value` of an object; the range is from key to value. */
export interface ObjectItem extends Range {
  readonly key: Expression;
  /** The key, when it is a bare word (which is then not a reference); otherwise evaluate `key`. */
  readonly name: string | undefined;
  /** The `=` or `:`. */
  readonly operatorRange: Range;
  readonly value: Expression;
}

/** `[for k, v in c : v if t]` or `{for k, v in c : key => v... if t}`. */
export interface ForExpression extends Range {
  readonly kind: 'for';
  readonly result: 'tuple' | 'object';
  readonly keyVariable: string | undefined;
  readonly valueVariable: string;
  readonly collection: Expression;
  /** Present for objects only. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  /** True with `...`: values of the same key are grouped into a list. */
  readonly group: boolean;
  readonly openRange: Range;
  readonly closeRange: Range;
}

export interface Parentheses extends Range {
  readonly kind: 'parentheses';
  readonly expression: Expression;
}

/** What stands for a place that could not be parsed; there is always a diagnostic for it. */
export interface InvalidExpression extends Range {
  readonly kind: 'invalid';
}

/** staticString gives the text of a string without interpolation, such as `"abc"`; otherwise undefined. */
export function staticString(expression: Expression): string | undefined {
  if (expression.kind === 'string') return expression.value;
  if (expression.kind !== 'template' || expression.parts.length !== 1) return undefined;
  const [part] = expression.parts;
  return part?.kind === 'string' ? part.value : undefined;
}

/** bareWord gives the name when an expression is a single word, `abc` (also `true`, `false` and `null`). */
export function bareWord(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'traversal':
      return expression.steps.length === 0 ? expression.root : undefined;
    case 'bool':
      return String(expression.value);
    case 'null':
      return 'null';
    default:
      return undefined;
  }
}
