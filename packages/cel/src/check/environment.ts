import type { Library } from '../functions/library.ts';
import { TYPE_NAMES, TypeValue } from '../values/type-value.ts';
import { DYN, type Type } from './type.ts';
import { typeFromText } from './type-text.ts';

/** What names mean where an expression is compiled. */
export interface Environment {
  /** Types of the declared variables. Names may be qualified, as in `a.b`. */
  readonly variables: ReadonlyMap<string, Type>;
  /** Names that are not declared are inputs too, of any type. */
  readonly isOpen: boolean;
  readonly library: Library;
  /** The namespace in which names are looked up first, as in protobuf; usually empty. */
  readonly container: string;
}

/** What a name or a call stands for. */
export type Reference =
  | { readonly kind: 'local'; readonly slot: number }
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'type'; readonly value: TypeValue }
  /** A call of a function whose qualified name looks like a target and a method. */
  | { readonly kind: 'function'; readonly name: string };

const TYPE_TYPES: ReadonlyMap<string, string> = new Map([
  ['null_type', 'null'],
  ['optional_type', 'optional'],
  ['google.protobuf.Duration', 'duration'],
  ['google.protobuf.Timestamp', 'timestamp'],
]);
const typeValues = new Map(TYPE_NAMES.map((name): [string, TypeValue] => [name, new TypeValue(name)]));

/** What a qualified name that is no local variable means, and its type; or null. */
export function resolveName(
  environment: Environment,
  name: string,
  absolute: boolean,
): { readonly reference: Reference; readonly type: Type } | null {
  const candidates = absolute ? [name] : candidateNames(environment.container, name);
  for (const candidate of candidates) {
    const type = environment.variables.get(candidate);
    if (type !== undefined) return { reference: { kind: 'input', name: candidate }, type };
  }
  for (const candidate of candidates) {
    const value = typeValues.get(candidate as (typeof TYPE_NAMES)[number]);
    if (value === undefined) continue;
    const of = typeFromText(TYPE_TYPES.get(candidate) ?? candidate);
    return { reference: { kind: 'type', value }, type: { kind: 'type', of } };
  }
  if (!environment.isOpen || name.includes('.')) return null;
  return { reference: { kind: 'input', name }, type: DYN };
}

/** `c` in the container `a.b` is `a.b.c`, else `a.c`, else `c`. */
function candidateNames(container: string, name: string): string[] {
  const parts = container === '' ? [] : container.split('.');
  return Array.from({ length: parts.length + 1 }, (_, left) =>
    [...parts.slice(0, parts.length - left), name].join('.'),
  );
}

/** The qualified name under which a function is in the library, or null. */
export function resolveFunction(environment: Environment, name: string): string | null {
  return candidateNames(environment.container, name).find((candidate) => environment.library.has(candidate)) ?? null;
}
