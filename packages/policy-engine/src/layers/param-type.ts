import type { JsonObject, JsonValue } from '../json.ts';

/** The types that a parameter can have. */
export const paramTypes = ['string', 'number', 'bool', 'list<string>', 'list<number>', 'map<string>'] as const;

export type ParamType = (typeof paramTypes)[number];

/** Whether a text names a type. */
export function isParamType(text: string | undefined): text is ParamType {
  return paramTypes.some((type) => type === text);
}

/** Whether a value is one of a type. */
export function isOfType(value: JsonValue, type: ParamType): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'bool':
      return typeof value === 'boolean';
    case 'list<string>':
    case 'list<number>':
      return isList(value) && value.every((element) => isOfType(element, elementType(type)));
    case 'map<string>':
      return isMap(value) && Object.values(value).every((element) => typeof element === 'string');
  }
}

/** The type of the elements of a list type. */
export function elementType(type: 'list<string>' | 'list<number>'): 'string' | 'number' {
  return type === 'list<string>' ? 'string' : 'number';
}

export function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function isMap(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names what a value is, and which type was wanted: `a list<string> is wanted, and this is a string`. */
export function typeMistake(value: JsonValue, type: ParamType): string {
  if (isList(value) && (type === 'list<string>' || type === 'list<number>')) {
    const wrong = value.findIndex((element) => !isOfType(element, elementType(type)));
    return `a ${type} is wanted, and element ${wrong + 1} is ${kindOf(value[wrong] ?? null)}`;
  }
  if (isMap(value) && type === 'map<string>') {
    const [key, element] = Object.entries(value).find(([, member]) => typeof member !== 'string') ?? ['', null];
    return `a ${type} is wanted, and the value of ${JSON.stringify(key)} is ${kindOf(element)}`;
  }
  return `a ${type} is wanted, and this is ${kindOf(value)}`;
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (isList(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return 'a string';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'a bool';
    default:
      return 'a map';
  }
}
