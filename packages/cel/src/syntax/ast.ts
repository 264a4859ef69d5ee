import type { Value } from '../values/value.ts';
import type { Range } from './range.ts';

/** What every node of the syntax tree has. */
interface Place {
  readonly range: Range;
}

export interface LiteralNode extends Place {
  readonly kind: 'literal';
  readonly value: Value;
}

export interface IdentNode extends Place {
  readonly kind: 'ident';
  readonly name: string;
  /** Written with a leading dot: looked up among the inputs only, never among the variables of macros. */
  readonly absolute: boolean;
}

export interface SelectNode extends Place {
  readonly kind: 'select';
  readonly operand: Node;
  readonly field: string;
  readonly fieldRange: Range;
  /** `a.?b` */
  readonly optional: boolean;
  /** The field was written between backquotes, so that it is never part of a qualified name. */
  readonly quoted: boolean;
}

export interface IndexNode extends Place {
  readonly kind: 'index';
  readonly operand: Node;
  readonly index: Node;
  /** `a[?b]` */
  readonly optional: boolean;
}

export interface CallNode extends Place {
  readonly kind: 'call';
  readonly target: Node | null;
  readonly name: string;
  readonly nameRange: Range;
  readonly arguments: readonly Node[];
}

export interface UnaryNode extends Place {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: Node;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '<' | '<=' | '>' | '>=' | '==' | '!=' | 'in';

export interface BinaryNode extends Place {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Node;
  readonly right: Node;
}

/** A chain of `&&` or of `||`, flat: these operators are associative also over errors and unknown values. */
export interface LogicalNode extends Place {
  readonly kind: 'logical';
  readonly operator: '&&' | '||';
  readonly operands: readonly Node[];
}

export interface ConditionalNode extends Place {
  readonly kind: 'conditional';
  readonly condition: Node;
  readonly then: Node;
  readonly otherwise: Node;
}

export interface ListNode extends Place {
  readonly kind: 'list';
  readonly elements: readonly { readonly value: Node; readonly optional: boolean }[];
}

export interface MapNode extends Place {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: Node; readonly value: Node; readonly optional: boolean }[];
}

/** Message construction, `a.b.Type{field: value}`. It is parsed; the check refuses it, for there are no messages. */
export interface MessageNode extends Place {
  readonly kind: 'message';
  readonly typeName: string;
  readonly fields: readonly { readonly name: string; readonly value: Node; readonly optional: boolean }[];
}

/** `has(operand.field)` */
export interface HasNode extends Place {
  readonly kind: 'has';
  readonly operand: Node;
  readonly field: string;
  readonly fieldRange: Range;
  readonly optional: boolean;
}

export type ComprehensionMacro =
  | 'all'
  | 'exists'
  | 'exists_one'
  | 'filter'
  | 'map'
  | 'transformList'
  | 'transformMap'
  | 'transformMapEntry';

/** `source.macro(variables…, [filter], body)` */
export interface ComprehensionNode extends Place {
  readonly kind: 'comprehension';
  readonly macro: ComprehensionMacro;
  readonly source: Node;
  /** One name (element of a list, key of a map) or two (index and element, key and value). */
  readonly variables: readonly string[];
  readonly filter: Node | null;
  readonly body: Node;
}

/** `cel.bind(variable, value, body)` */
export interface BindNode extends Place {
  readonly kind: 'bind';
  readonly variable: string;
  readonly value: Node;
  readonly body: Node;
}

/** `cel.block([slots…], body)`: each slot is a variable named `@index0`, `@index1`… for those after it. */
export interface BlockNode extends Place {
  readonly kind: 'block';
  readonly slots: readonly Node[];
  readonly body: Node;
}

/** `source.optMap(variable, body)` and `source.optFlatMap(variable, body)` */
export interface OptionalMapNode extends Place {
  readonly kind: 'optional-map';
  readonly flat: boolean;
  readonly source: Node;
  readonly variable: string;
  readonly body: Node;
}

/** Stands where the source could not be parsed, so that the rest still can be. */
export interface InvalidNode extends Place {
  readonly kind: 'invalid';
}

/** A node of the syntax tree. Macros are nodes of their own, not rewritten into loops, so that messages can name them. */
export type Node =
  | LiteralNode
  | IdentNode
  | SelectNode
  | IndexNode
  | CallNode
  | UnaryNode
  | BinaryNode
  | LogicalNode
  | ConditionalNode
  | ListNode
  | MapNode
  | MessageNode
  | HasNode
  | ComprehensionNode
  | BindNode
  | BlockNode
  | OptionalMapNode
  | InvalidNode;

/** The direct parts of a node, in source order. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'literal':
    case 'ident':
    case 'invalid':
      return [];
    case 'select':
    case 'has':
    case 'unary':
      return [node.operand];
    case 'index':
      return [node.operand, node.index];
    case 'call':
      return node.target === null ? node.arguments : [node.target, ...node.arguments];
    case 'binary':
      return [node.left, node.right];
    case 'logical':
      return node.operands;
    case 'conditional':
      return [node.condition, node.then, node.otherwise];
    case 'list':
      return node.elements.map((element) => element.value);
    case 'map':
      return node.entries.flatMap((entry) => [entry.key, entry.value]);
    case 'message':
      return node.fields.map((field) => field.value);
    case 'comprehension':
      return node.filter === null ? [node.source, node.body] : [node.source, node.filter, node.body];
    case 'bind':
      return [node.value, node.body];
    case 'block':
      return [...node.slots, node.body];
    case 'optional-map':
      return [node.source, node.body];
  }
}

/** The dotted name that a chain of identifiers and selections spells (`a.b.c`), or null for anything else. */
export function qualifiedName(node: Node): string | null {
  if (node.kind === 'ident') return node.name;
  if (node.kind !== 'select' || node.optional || node.quoted) return null;
  const prefix = qualifiedName(node.operand);
  return prefix === null ? null : `${prefix}.${node.field}`;
}

/** The identifier at the start of a qualified name, or null. */
export function rootIdent(node: Node): IdentNode | null {
  if (node.kind === 'ident') return node;
  return node.kind === 'select' ? rootIdent(node.operand) : null;
}
