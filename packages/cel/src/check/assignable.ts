import { DYN, STRING, type Type } from './type.ts';

/** What type parameters stand for so far. */
export type Substitution = Map<string, Type>;

/** A type with its bound parameters replaced, only at the top. */
export function resolve(type: Type, substitution: Substitution): Type {
  let current = type;
  while (current.kind === 'parameter') {
    const bound = substitution.get(current.name);
    if (bound === undefined) return current;
    current = bound;
  }
  return current;
}

/** A type with all its bound parameters replaced. `free` says what unbound ones become. */
export function substitute(type: Type, substitution: Substitution, free: (parameter: Type) => Type = (p) => p): Type {
  const resolved = resolve(type, substitution);
  const inner = (part: Type): Type => substitute(part, substitution, free);
  switch (resolved.kind) {
    case 'parameter':
      return free(resolved);
    case 'list':
      return { kind: 'list', element: inner(resolved.element) };
    case 'map':
      return { kind: 'map', key: inner(resolved.key), value: inner(resolved.value) };
    case 'optional':
      return { kind: 'optional', value: inner(resolved.value) };
    case 'type':
      return { kind: 'type', of: inner(resolved.of) };
    case 'nullable':
      return { kind: 'nullable', of: inner(resolved.of) };
    case 'abstract':
      return { ...resolved, parameters: resolved.parameters.map(inner) };
    default:
      return resolved;
  }
}

const NUMERIC_KINDS: ReadonlySet<string> = new Set(['int', 'uint', 'double', 'number']);
const NULLABLE_KINDS: ReadonlySet<string> = new Set([
  'nullable',
  'null',
  'optional',
  'timestamp',
  'duration',
  'object',
  'abstract',
]);

/** Whether a value of one type can be used where another is wanted; binds type parameters on the way. */
export function isAssignable(wanted: Type, given: Type, substitution: Substitution): boolean {
  const to = resolve(wanted, substitution);
  const from = resolve(given, substitution);
  if (to === from) return true;
  if (to.kind === 'parameter') return bind(to.name, from, substitution);
  if (from.kind === 'parameter') return bind(from.name, to, substitution);
  if (isDynamic(to) || isDynamic(from)) return true;
  if (from.kind === 'null') return NULLABLE_KINDS.has(to.kind);
  if (to.kind === 'nullable') return isAssignable(to.of, from.kind === 'nullable' ? from.of : from, substitution);
  if (from.kind === 'nullable') return isAssignable(to, from.of, substitution);
  if (to.kind === 'number' || from.kind === 'number') return NUMERIC_KINDS.has(to.kind) && NUMERIC_KINDS.has(from.kind);
  return isAssignableInside(to, from, substitution);
}

function isAssignableInside(to: Type, from: Type, substitution: Substitution): boolean {
  if (to.kind === 'object' || from.kind === 'object') {
    return (to.kind === 'object' || to.kind === 'map') && (from.kind === 'object' || from.kind === 'map');
  }
  if (to.kind !== from.kind) return false;
  const toParts = partsOf(to);
  const fromParts = partsOf(from);
  if (to.kind === 'abstract' && from.kind === 'abstract' && to.name !== from.name) return false;
  return (
    toParts.length === fromParts.length &&
    toParts.every((part, index) => isAssignable(part, fromParts[index] ?? DYN, substitution))
  );
}

function isDynamic(type: Type): boolean {
  return type.kind === 'dyn' || type.kind === 'error';
}

function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'list':
      return [type.element];
    case 'map':
      return [type.key, type.value];
    case 'optional':
      return [type.value];
    case 'nullable':
      return [type.of];
    case 'abstract':
      return type.parameters;
    default:
      // Types as values are all of one type: `type(1) == type("a")` is a fair question.
      return [];
  }
}

function bind(name: string, type: Type, substitution: Substitution): boolean {
  if (type.kind === 'parameter' && type.name === name) return true;
  if (occurs(name, type, substitution)) return false;
  substitution.set(name, type);
  return true;
}

function occurs(name: string, type: Type, substitution: Substitution): boolean {
  const resolved = resolve(type, substitution);
  if (resolved.kind === 'parameter') return resolved.name === name;
  return partsOf(resolved).some((part) => occurs(name, part, substitution));
}

/** The type of something that may be of either type, as the elements of a list: the wider one, or `dyn`. */
export function join(left: Type, right: Type, substitution: Substitution): Type {
  const [first, second] = [resolve(left, substitution), resolve(right, substitution)];
  if (first.kind === 'string' && second.kind === 'string') return first.values === second.values ? first : STRING;
  // What a failed attempt has bound on its way must not stay bound.
  const attempt = new Map(substitution);
  if (!isAssignable(first, second, attempt)) return DYN;
  for (const [name, type] of attempt) substitution.set(name, type);
  if (second.kind === 'null') return first;
  return isWider(first, second, substitution) ? first : second;
}

function isWider(left: Type, right: Type, substitution: Substitution): boolean {
  const [first, second] = [resolve(left, substitution), resolve(right, substitution)];
  if (isDynamic(first) || first.kind === 'nullable') return true;
  if (isDynamic(second) || second.kind === 'nullable') return false;
  if (first.kind === 'parameter' || second.kind === 'parameter') return second.kind === 'parameter';
  const secondParts = partsOf(second);
  return partsOf(first).every((part, index) => isWider(part, secondParts[index] ?? DYN, substitution));
}
