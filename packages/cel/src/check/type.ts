/** A type as the check sees it. */
export type Type =
  | { readonly kind: SimpleKind }
  /** `values` are the only ones that a string of the input can have (`enum` of its schema), or null. */
  | { readonly kind: 'string'; readonly values: readonly string[] | null }
  | { readonly kind: 'list'; readonly element: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly value: Type }
  | { readonly kind: 'optional'; readonly value: Type }
  | { readonly kind: 'type'; readonly of: Type }
  /** A value of this type, or null. */
  | { readonly kind: 'nullable'; readonly of: Type }
  | ObjectType
  /** A type parameter of a function, or a type that is not known yet, as that of the elements of `[]`. */
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'abstract'; readonly name: string; readonly parameters: readonly Type[] };

/**
 * `dyn` is a value whose type is known only when it is there; `number` a number of the input, which may serve as an
 * integer or a double; `error` the type of what has a problem already, so that one mistake is reported once.
 */
export type SimpleKind =
  | 'dyn'
  | 'error'
  | 'bool'
  | 'bytes'
  | 'double'
  | 'duration'
  | 'int'
  | 'null'
  | 'number'
  | 'timestamp'
  | 'uint';

/** An object of the input with the fields of its schema. They are read lazily, because schemas may be recursive. */
export interface ObjectType {
  readonly kind: 'object';
  readonly fieldNames: readonly string[];
  field(name: string): Type | undefined;
  /** The type of fields that the schema does not name, or null if there are none. */
  readonly rest: Type | null;
}

export const DYN: Type = { kind: 'dyn' };
export const ERROR: Type = { kind: 'error' };
export const BOOL: Type = { kind: 'bool' };
export const INT: Type = { kind: 'int' };
export const NULL: Type = { kind: 'null' };
export const NUMBER: Type = { kind: 'number' };
export const STRING: Type = { kind: 'string', values: null };

/** A type in the notation of messages and of `typeFromText`: `list(string)`, `map(string, int)`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'list':
      return `list(${typeText(type.element)})`;
    case 'map':
      return `map(${typeText(type.key)}, ${typeText(type.value)})`;
    case 'optional':
      return `optional(${typeText(type.value)})`;
    case 'type':
      return `type(${typeText(type.of)})`;
    case 'nullable':
      return `${typeText(type.of)} or null`;
    case 'parameter':
      return type.name.includes('#') ? 'dyn' : type.name;
    case 'abstract':
      return type.parameters.length === 0 ? type.name : `${type.name}(${type.parameters.map(typeText).join(', ')})`;
    default:
      return type.kind;
  }
}
