import { compareText } from './text-order.ts';
import type { ObjectType, Type } from './type.ts';

/** typeName names a type in a sentence: `list of string`, `object`, `number`. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind} of ${typeName(type.element)}`;
    default:
      return type.kind;
  }
}

/** constraintName names a type constraint in a sentence: `list of any single type`, `any type`. */
export function constraintName(type: Type): string {
  switch (type.kind) {
    case 'dynamic':
      return 'any type';
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind} of ${type.element.kind === 'dynamic' ? 'any single type' : constraintName(type.element)}`;
    default:
      return type.kind;
  }
}

/** typeText writes a type as the `type` function of the Terraform console does, with line breaks in nested types. */
export function typeText(type: Type, indent = ''): string {
  const inner = `${indent}    `;
  switch (type.kind) {
    case 'dynamic':
    case 'bool':
    case 'number':
    case 'string':
      return type.kind;
    case 'list':
    case 'set':
    case 'map': {
      if (type.element.kind !== 'tuple' && type.element.kind !== 'object') {
        return `${type.kind}(${typeText(type.element, indent)})`;
      }
      return `${type.kind}(\n${inner}${typeText(type.element, inner)},\n${indent})`;
    }
    case 'tuple': {
      if (type.elements.length === 0) return 'tuple([])';
      return `tuple([\n${type.elements.map((element) => `${inner}${typeText(element, inner)},\n`).join('')}${indent}])`;
    }
    case 'object': {
      if (type.attributes.size === 0) return 'object({})';
      const lines = sortedAttributes(type).map(
        ([name, attribute]) => `${inner}${name}: ${typeText(attribute, inner)},\n`,
      );
      return `object({\n${lines.join('')}${indent}})`;
    }
  }
}

/** A type as plain JSON data, in the form that Terraform's provider schemas and state files use. */
export type TypeJson = string | [string, TypeJson] | [string, TypeJson[]] | [string, { [name: string]: TypeJson }];

/** typeJson gives a type in the JSON form of provider schemas: `["list", "string"]`. */
export function typeJson(type: Type): TypeJson {
  switch (type.kind) {
    case 'dynamic':
    case 'bool':
    case 'number':
    case 'string':
      return type.kind;
    case 'list':
    case 'set':
    case 'map':
      return [type.kind, typeJson(type.element)];
    case 'tuple':
      return ['tuple', type.elements.map(typeJson)];
    case 'object':
      return [
        'object',
        Object.fromEntries(sortedAttributes(type).map(([name, attribute]) => [name, typeJson(attribute)])),
      ];
  }
}

/** sortedAttributes gives the attributes of an object type in the order in which Terraform shows them. */
export function sortedAttributes(type: ObjectType): [string, Type][] {
  return [...type.attributes].sort(([a], [b]) => compareText(a, b));
}
