import { DYN, type SimpleKind, STRING, type Type } from './type.ts';

const SIMPLE: ReadonlyMap<string, Type> = new Map<string, Type>([
  ...(['dyn', 'bool', 'bytes', 'double', 'duration', 'int', 'null', 'number', 'timestamp', 'uint'] as const).map(
    (kind: SimpleKind): [string, Type] => [kind, { kind }],
  ),
  ['string', STRING],
  ['any', DYN],
  ['list', { kind: 'list', element: DYN }],
  ['map', { kind: 'map', key: DYN, value: DYN }],
  ['optional', { kind: 'optional', value: DYN }],
  ['type', { kind: 'type', of: DYN }],
]);
const TOKEN = /\s*([A-Za-z_][\w.]*|[(),<>])/y;

/**
 * Reads a type such as `list(string)`, `map<string, int>` or `optional(A)`. One capital letter is a type parameter;
 * another name is an opaque type of its own.
 * @throws Error when the text is not a type.
 */
export function typeFromText(text: string): Type {
  const [type, end] = readType(text, 0);
  if (text.slice(end).trim() !== '')
    throw new Error(`"${text}" is not a type: "${text.slice(end).trim()}" is left over`);
  return type;
}

function nextToken(text: string, at: number): string | undefined {
  TOKEN.lastIndex = at;
  return TOKEN.exec(text)?.[1];
}

function readType(text: string, start: number): [Type, number] {
  const name = nextToken(text, start);
  if (name === undefined || !/^\w/.test(name)) throw new Error(`"${text}" is not a type; write it like "list(string)"`);
  let at = TOKEN.lastIndex;
  const parameters: Type[] = [];
  const open = nextToken(text, at);
  if (open === '(' || open === '<') {
    let separator: string | undefined = ',';
    at = TOKEN.lastIndex;
    while (separator === ',') {
      const [parameter, end] = readType(text, at);
      parameters.push(parameter);
      separator = nextToken(text, end);
      at = TOKEN.lastIndex;
    }
    if (separator !== (open === '(' ? ')' : '>')) throw new Error(`"${text}" is not a type: a bracket is not closed`);
  }
  return [makeType(name, parameters), at];
}

function makeType(name: string, parameters: readonly Type[]): Type {
  const [first, second] = parameters;
  if (first === undefined) {
    if (/^[A-Z]$/.test(name)) return { kind: 'parameter', name };
    return SIMPLE.get(name) ?? { kind: 'abstract', name, parameters };
  }
  if (name === 'list') return { kind: 'list', element: first };
  if (name === 'map' && second !== undefined) return { kind: 'map', key: first, value: second };
  if (name === 'optional' || name === 'optional_type') return { kind: 'optional', value: first };
  if (name === 'type') return { kind: 'type', of: first };
  if (name === 'nullable') return { kind: 'nullable', of: first };
  return { kind: 'abstract', name, parameters };
}
