import { quoteText } from '../values/quote.ts';
import { isCollection, type ObjectType, sameType, type TupleType, type Type } from '../values/type.ts';
import { sortedAttributes, typeName } from '../values/type-name.ts';

/** describeDifference says why the two results of a conditional have no type in common. */
export function describeDifference(whenTrue: Type, whenFalse: Type): string {
  return partDifference(whenTrue, whenFalse) ?? wholeDifference(whenTrue, whenFalse);
}

function partDifference(a: Type, b: Type): string | undefined {
  if (a.kind === 'object' && b.kind === 'object') return objectDifference(a, b);
  if (a.kind === 'tuple' && b.kind === 'tuple') return tupleDifference(a, b);
  if (!isCollection(a) || !isCollection(b) || a.kind !== b.kind) return undefined;
  const structural = (kind: 'object' | 'tuple') => a.element.kind === kind && b.element.kind === kind;
  if (!structural('object') && !structural('tuple')) return undefined;
  return `Mismatched ${a.kind} element types: ${describeDifference(a.element, b.element)}`;
}

function objectDifference(a: ObjectType, b: ObjectType): string | undefined {
  for (const [name, type] of sortedAttributes(a)) {
    const other = b.attributes.get(name);
    if (other === undefined) {
      return `The 'true' value includes object attribute ${quoteText(name)}, which is absent in the 'false' value`;
    }
    if (!sameType(type, other)) {
      return `Type mismatch for object attribute ${quoteText(name)}: ${describeDifference(type, other)}`;
    }
  }
  for (const [name] of sortedAttributes(b)) {
    if (a.attributes.has(name)) continue;
    return `The 'false' value includes object attribute ${quoteText(name)}, which is absent in the 'true' value`;
  }
  return undefined;
}

function tupleDifference(a: TupleType, b: TupleType): string | undefined {
  const [left, right] = [a.elements.length, b.elements.length];
  if (left !== right) return `The 'true' tuple has length ${left}, but the 'false' tuple has length ${right}`;
  for (const [index, type] of a.elements.entries()) {
    const other = b.elements[index];
    if (other === undefined || sameType(type, other)) continue;
    return `Type mismatch for tuple element ${index}: ${describeDifference(type, other)}`;
  }
  return undefined;
}

function wholeDifference(a: Type, b: Type): string {
  const [left, right] = [typeName(a), typeName(b)];
  if (left !== right) return `The 'true' value is ${left}, but the 'false' value is ${right}`;
  return (
    'At least one deeply-nested attribute or element is not compatible ' +
    "across both the 'true' and the 'false' value"
  );
}
