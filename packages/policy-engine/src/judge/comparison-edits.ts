import type { Node } from '@tollgate/cel';
import type { JsonValue } from '../json.ts';
import type { Edit, EditSet, InputPath } from './edit.ts';
import { dataOfPart, evaluatedPart, inputPathOf, type Scope } from './part-values.ts';

type Binary = Extract<Node, { kind: 'binary' }>;
type Call = Extract<Node, { kind: 'call' }>;

/** The most values of a list that are tried one by one. */
const MAX_CHOICES = 10;

/** The changes that make a comparison or a call of a function of texts give `wanted`. */
export function comparisonEdits(node: Binary | Call, wanted: boolean, scope: Scope): readonly EditSet[] {
  const edits = node.kind === 'call' ? callEdits(node, wanted, scope) : binaryEdits(node, wanted, scope);
  return edits.map((edit) => [edit]);
}

function binaryEdits(node: Binary, wanted: boolean, scope: Scope): readonly Edit[] {
  const { operator, left, right } = node;
  if (operator === 'in') return membershipEdits(left, right, wanted, scope);
  const comparison = wanted ? operator : negated[operator];
  if (comparison === undefined) return [];
  return [
    ...sideEdits(left, comparison, right, scope),
    ...sideEdits(right, mirrored[comparison] ?? comparison, left, scope),
  ];
}

const negated: Readonly<Record<string, string>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** Changes of one side, so that it compares with the value of the other side as wanted. */
function sideEdits(side: Node, operator: string, other: Node, scope: Scope): readonly Edit[] {
  const limit = dataOfPart(other, scope);
  if (limit === undefined) return [];
  const path = inputPathOf(side, scope);
  if (path === null) return lengthEdits(side, operator, limit, scope);
  if (operator === '==') return [exactly(path, limit)];
  if (operator === '!=') return [anythingBut(path, limit)];
  if (typeof limit !== 'number') return [];
  return [{ path, value: boundOf(operator, limit), wanted: `${operator} ${limit}`, isExample: true }];
}

/** The whole number next to a limit that keeps it. */
function boundOf(operator: string, limit: number): number {
  if (operator === '>') return Math.floor(limit) + 1;
  if (operator === '<') return Math.ceil(limit) - 1;
  return limit;
}

/** `size(list) >= 2`: the list itself has to become longer or shorter. */
function lengthEdits(side: Node, operator: string, limit: JsonValue, scope: Scope): readonly Edit[] {
  if (side.kind !== 'call' || side.name !== 'size' || typeof limit !== 'number') return [];
  const [argument] = side.target === null ? side.arguments : [side.target];
  const path = argument === undefined ? null : inputPathOf(argument, scope);
  if (argument === undefined || path === null) return [];
  const size = operator === '!=' ? limit + 1 : boundOf(operator, limit);
  const old = dataOfPart(argument, scope);
  const wanted = `of size ${operator === '==' ? '' : `${operator} `}${limit}`;
  if (size < 0 || size > 1_000) return [];
  if (typeof old === 'string') return [{ path, value: old.slice(0, size).padEnd(size, 'x'), wanted, isExample: true }];
  const list = Array.isArray(old) ? old : [];
  const filled = Array.from({ length: size }, (_, index) => list[index] ?? list.at(-1) ?? 'value');
  return [{ path, value: filled, wanted, isExample: true }];
}

function membershipEdits(left: Node, right: Node, wanted: boolean, scope: Scope): readonly Edit[] {
  const element = inputPathOf(left, scope);
  const collection = inputPathOf(right, scope);
  const choices = dataOfPart(right, scope);
  const value = dataOfPart(left, scope);
  const edits: Edit[] = [];
  if (element !== null && Array.isArray(choices)) {
    if (wanted) edits.push(...choices.slice(0, MAX_CHOICES).map((choice) => exactly(element, choice)));
    else edits.push(noneOf(element, choices));
  }
  if (collection !== null && value !== undefined)
    edits.push(...collectionEdits(collection, right, value, wanted, scope));
  return edits;
}

/** `'x' in list` and `'key' in map`: the collection gets what it lacks, or loses what it must not have. */
function collectionEdits(
  path: InputPath,
  node: Node,
  value: JsonValue,
  wanted: boolean,
  scope: Scope,
): readonly Edit[] {
  const list = dataOfPart(node, scope);
  if (Array.isArray(list)) {
    const text = JSON.stringify(value);
    if (wanted) return [{ path, value: [...list, value], wanted: `with ${text}`, isExample: false }];
    const without = list.filter((element) => JSON.stringify(element) !== text);
    return [{ path, value: without, wanted: `without ${text}`, isExample: false }];
  }
  const map = evaluatedPart(node, scope);
  if (typeof value !== 'string' || typeof map !== 'object' || map === null) return [];
  if (!wanted) return [{ path: [...path, value], value: undefined, wanted: 'not set', isExample: false }];
  return [{ path: [...path, value], value: 'value', wanted: 'set', isExample: true }];
}

/** Functions of texts whose argument says what the text has to be like. */
const textFunctions: Readonly<
  Record<string, { says: string; denies: string; fit: (old: string, part: string) => string }>
> = {
  startsWith: { says: 'starts with', denies: 'does not start with', fit: (old, part) => part + old },
  endsWith: { says: 'ends with', denies: 'does not end with', fit: (old, part) => old + part },
  contains: { says: 'contains', denies: 'does not contain', fit: (old, part) => old + part },
};

function callEdits(node: Call, wanted: boolean, scope: Scope): readonly Edit[] {
  const [argument] = node.arguments;
  const subject = node.name === 'orValue' ? node : node.target;
  const path = subject === null ? null : inputPathOf(subject, scope);
  if (path === null || subject === null) return [];
  if (node.name === 'orValue') return [exactly(path, wanted)];
  const part = argument === undefined ? undefined : dataOfPart(argument, scope);
  const meaning = Object.hasOwn(textFunctions, node.name) ? textFunctions[node.name] : undefined;
  if (meaning === undefined || typeof part !== 'string') return [];
  const old = dataOfPart(subject, scope);
  const said = `a text that ${wanted ? meaning.says : meaning.denies} ${JSON.stringify(part)}`;
  const value = wanted ? meaning.fit(typeof old === 'string' ? old : '', part) : '';
  return [{ path, value, wanted: said, isExample: true }];
}

function exactly(path: InputPath, value: JsonValue): Edit {
  return { path, value, wanted: JSON.stringify(value), isExample: false };
}

function anythingBut(path: InputPath, value: JsonValue): Edit {
  if (typeof value === 'boolean') return exactly(path, !value);
  return { path, value: another([value]), wanted: `anything but ${JSON.stringify(value)}`, isExample: true };
}

function noneOf(path: InputPath, values: readonly JsonValue[]): Edit {
  return { path, value: another(values), wanted: `none of ${JSON.stringify(values)}`, isExample: true };
}

/** A value of the same type as the first that is none of them. */
function another(values: readonly JsonValue[]): JsonValue {
  const [first] = values;
  if (typeof first === 'number') return Math.max(...values.filter((value) => typeof value === 'number')) + 1;
  const taken = new Set(values);
  let text = 'value';
  while (taken.has(text)) text += 'x';
  return text;
}
