import { conversion } from './conversion.ts';
import { quoteText } from './quote.ts';
import { compareText } from './text-order.ts';
import { isCollection, type ObjectType, sameType, type Type } from './type.ts';
import { constraintName, sortedAttributes } from './type-name.ts';

/** mismatch says in a clause why a type cannot be converted to another: `element 0: string required`. */
export function mismatch(given: Type, wanted: Type): string {
  if (given.kind === 'object' && wanted.kind === 'object') return objectMismatch(given, wanted);
  if (wanted.kind === 'list' || wanted.kind === 'set' || wanted.kind === 'map') {
    const structural = wanted.kind === 'map' ? 'object' : 'tuple';
    if (given.kind === structural) {
      if (wanted.element.kind === 'dynamic') return `all ${wanted.kind} elements must have the same type`;
      return structuralMismatch(given, wanted.element) ?? `all elements must be ${constraintName(wanted.element)}`;
    }
    const sameShape = wanted.kind === 'map' ? given.kind === 'map' : given.kind === 'list' || given.kind === 'set';
    if (isCollection(given) && sameShape) {
      return `incorrect ${wanted.kind} element type: ${mismatch(given.element, wanted.element)}`;
    }
  }
  return `${constraintName(wanted)} required`;
}

function structuralMismatch(given: Type, element: Type): string | undefined {
  const parts: [string, Type][] =
    given.kind === 'tuple'
      ? given.elements.map((type, index) => [String(index), type])
      : given.kind === 'object'
        ? sortedAttributes(given).map(([name, type]) => [quoteText(name), type])
        : [];
  for (const [name, type] of parts) {
    if (sameType(type, element) || conversion(type, element, true) !== undefined) continue;
    return `element ${name}: ${mismatch(type, element)}`;
  }
  return undefined;
}

function objectMismatch(given: ObjectType, wanted: ObjectType): string {
  const missing: string[] = [];
  let impossible: string | undefined;
  let unsafe: string | undefined;
  for (const [name, type] of sortedAttributes(wanted)) {
    const attribute = given.attributes.get(name);
    if (attribute === undefined) {
      if (!wanted.optional.has(name)) missing.push(name);
      continue;
    }
    const reason = () => `attribute ${quoteText(name)}: ${mismatch(attribute, type)}`;
    if (impossible === undefined && conversion(attribute, type, true) === undefined) impossible = reason();
    if (unsafe === undefined && conversion(attribute, type, false) === undefined) unsafe = reason();
  }
  if (missing.length > 0) return missingAttributes(missing);
  return impossible ?? unsafe ?? 'incorrect object attributes';
}

function missingAttributes(names: readonly string[]): string {
  const quoted = names.toSorted(compareText).map(quoteText);
  const last = quoted.at(-1);
  if (quoted.length === 1) return `attribute ${last} is required`;
  if (quoted.length === 2) return `attributes ${quoted[0]} and ${last} are required`;
  return `attributes ${quoted.slice(0, -1).join(', ')}, and ${last} are required`;
}
