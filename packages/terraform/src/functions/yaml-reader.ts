import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { numberText } from '../values/number-text.ts';
import { quoteText } from '../values/quote.ts';
import { typeName } from '../values/type-name.ts';
import { NULL, objectValue, tupleValue, typeOf, type Value } from '../values/value.ts';
import { LimitError, ValueError } from '../values/value-error.ts';
import { MAX_DEPTH, MAX_ELEMENTS, MAX_YAML_ALIASES } from './limits.ts';
import { parseDocument } from './yaml-document.ts';
import { readScalar, TAG } from './yaml-scalar.ts';

/**
 * parseYaml reads one YAML document as `yamldecode` does: YAML 1.2 numbers, the words of YAML 1.1 (`yes`, `off`, `y`),
 * timestamps as strings, merge keys. Throws ValueError.
 */
export function parseYaml(text: string): Value {
  const { document, source } = parseDocument(text);
  const reader = new YamlReader((alias) => alias.resolve(document), source);
  return document.contents === null ? NULL : reader.read(document.contents, 0);
}

class YamlReader {
  readonly #resolve: (alias: Alias) => Node | undefined;
  readonly #open = new Set<Node>();
  readonly #source: string;
  #aliases = 0;
  #nodes = 0;

  constructor(resolve: (alias: Alias) => Node | undefined, source: string) {
    this.#resolve = resolve;
    this.#source = source;
  }

  read(node: unknown, depth: number): Value {
    if (depth > MAX_DEPTH) throw new LimitError(`the YAML is nested more than ${MAX_DEPTH} levels deep`);
    if (++this.#nodes > MAX_ELEMENTS) throw new LimitError(`the YAML has more than ${MAX_ELEMENTS} values`);
    if (isAlias(node)) return this.#readAlias(node, depth);
    checkAnchor(isNode(node) ? node.anchor : undefined);
    if (isScalar(node)) {
      if (node.type === 'QUOTE_DOUBLE') checkEscapes(this.#source.slice(node.range?.[0], node.range?.[1]));
      return readScalar(node, this.#textOf(node));
    }
    if (!isMap(node) && !isSeq(node)) return NULL;
    this.#open.add(node);
    const value = isMap(node) ? this.#readMap(node, depth) : this.#readList(node, depth);
    this.#open.delete(node);
    return value;
  }

  #textOf({ value, type, range }: Scalar): string {
    const text = typeof value === 'string' ? value : '';
    // A block that ends with the whole text ends with a line end only if the text does; the parser always adds one.
    const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
    const isLast = isBlock && range?.[1] === this.#source.length && !this.#source.endsWith('\n');
    return isLast ? text.replace(/\n$/, '') : text;
  }

  #readAlias(alias: Alias, depth: number): Value {
    if (++this.#aliases > MAX_YAML_ALIASES) throw new LimitError(`the YAML has more than ${MAX_YAML_ALIASES} aliases`);
    checkAnchor(alias.source);
    const target = this.#resolve(alias);
    if (target === undefined) throw new ValueError(`reference to undefined anchor ${quoteText(alias.source)}`);
    if (this.#open.has(target)) {
      throw new ValueError(`cannot refer to anchor ${quoteText(alias.source)} from inside its own definition`);
    }
    return this.read(target, depth + 1);
  }

  #readList(node: YAMLSeq, depth: number): Value {
    checkTag(node, 'sequence', `${TAG}seq`);
    return tupleValue(node.items.map((item) => this.read(item, depth + 1)));
  }

  #readMap(node: YAMLMap, depth: number): Value {
    checkTag(node, 'mapping', `${TAG}map`);
    const entries = new Map<string, Value>();
    for (const pair of node.items) {
      if (isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.value === '<<') {
        const merged = this.read(pair.value, depth + 1);
        if (merged.kind !== 'object') throw new ValueError(`cannot merge ${typeName(typeOf(merged))} into mapping`);
        for (const [key, value] of merged.entries) entries.set(key, value);
        continue;
      }
      entries.set(keyText(this.read(pair.key, depth + 1)), this.read(pair.value, depth + 1));
    }
    return objectValue(entries);
  }
}

const ANCHOR = /^[\w-]+$/;

function checkAnchor(name: string | undefined): void {
  if (name !== undefined && !ANCHOR.test(name)) {
    throw new ValueError('did not find expected alphabetic or numeric character');
  }
}

function checkTag(node: YAMLMap | YAMLSeq, kind: string, expected: string): void {
  const { tag } = node;
  if (tag === undefined || tag === expected) return;
  if (!tag.startsWith(TAG) || !KNOWN_TAGS.has(tag.slice(TAG.length)))
    throw new ValueError(`unsupported tag ${quoteText(tag)}`);
  throw new ValueError(`can't interpret ${kind} as ${tag}`);
}

const KNOWN_TAGS = new Set([
  'str',
  'int',
  'float',
  'bool',
  'null',
  'binary',
  'timestamp',
  'seq',
  'map',
  'set',
  'omap',
  'merge',
]);

function keyText(key: Value): string {
  switch (key.kind) {
    case 'string':
      return key.value;
    case 'number':
      return numberText(key.value);
    case 'bool':
      return String(key.value);
    case 'null':
      throw new ValueError('mapping key cannot be null');
    default:
      throw new ValueError('only strings are allowed as mapping keys');
  }
}

/** YAML 1.1 knows no escaped slash, and a quote behind a backslash does not end the text. */
function checkEscapes(source: string): void {
  const rest = source.slice(1).replaceAll(/\\[^/]/gs, '');
  if (rest.includes('\\/')) throw new ValueError('found unknown escape character');
  if (!rest.endsWith('"')) throw new ValueError('found unexpected end of stream');
}
