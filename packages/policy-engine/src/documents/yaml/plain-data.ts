import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { JsonValue } from '../../json.ts';
import { maxDepth, maxValues } from '../limits.ts';
import { quote } from '../quote.ts';
import { type OffsetMistake, tooDeep } from './parse-yaml.ts';

/** What a document of YAML means as JSON, and what its aliases stand for. */
export interface PlainData {
  readonly data: JsonValue;
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly mistakes: readonly OffsetMistake[];
}

/**
 * Makes JSON of a tree. What JSON cannot say, and what would be read in two ways, is a mistake: keys that are written
 * twice or are no scalars, merge keys, tags, numbers that are not finite or lose digits.
 */
export function plainData(root: Node | null): PlainData {
  const reader = new DataReader();
  try {
    return { data: reader.read(root, 0), targets: reader.targets, mistakes: reader.mistakes };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { data: null, targets: reader.targets, mistakes: [error.mistake] };
  }
}

/** The text of a key as it is written: `1.0` stays `1.0`. Undefined for a key that is no scalar, or nothing. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === 'string') return key.value;
  return key.source === undefined || key.source === '' ? undefined : key.source;
}

class TooMuch extends Error {
  readonly mistake: OffsetMistake;

  constructor(mistake: OffsetMistake) {
    super(mistake.message);
    this.mistake = mistake;
  }
}

class DataReader {
  readonly mistakes: OffsetMistake[] = [];
  readonly targets = new Map<Alias, Node>();
  /** The last node of each anchor's name up to the place that is read. */
  readonly #anchors = new Map<string, Node>();
  /** What is being read, from the outside to the inside. */
  readonly #open = new Set<Node>();
  #values = 0;
  /** The alias that we are inside of, and in no other one: what it repeats was read, and reported, before. */
  #outermost: Alias | null = null;

  read(node: Node | null, depth: number): JsonValue {
    if (node === null) return null;
    this.#values += 1;
    if (this.#values > maxValues) {
      const counted = this.#outermost === null ? '' : ', with what its aliases repeat';
      this.#refuse(node, `The document has more than ${maxValues} values${counted}. Split it.`);
    }
    if (depth > maxDepth) this.#refuse(node, tooDeep);
    if (isAlias(node)) return this.#readAlias(node, depth);
    if (this.#outermost === null) {
      if ('anchor' in node && typeof node.anchor === 'string') this.#anchors.set(node.anchor, node);
      this.#checkTag(node);
    }
    this.#open.add(node);
    try {
      if (isMap(node)) return this.#readMap(node, depth);
      if (isSeq<Node | null>(node)) return node.items.map((item) => this.read(item, depth + 1));
      return isScalar(node) ? this.#readScalar(node) : null;
    } finally {
      this.#open.delete(node);
    }
  }

  #readAlias(alias: Alias, depth: number): JsonValue {
    const target = this.targets.get(alias) ?? this.#anchors.get(alias.source);
    if (target === undefined) {
      this.#report(alias, `Nothing before it has the anchor ${quote(alias.source)}. Write the value out.`);
      return null;
    }
    this.targets.set(alias, target);
    if (this.#open.has(target)) {
      this.#report(alias, `The alias ${quote(alias.source)} stands inside of what it repeats. Write the value out.`);
      return null;
    }
    const outermost = this.#outermost;
    this.#outermost ??= alias;
    try {
      return this.read(target, depth + 1);
    } finally {
      this.#outermost = outermost;
    }
  }

  #readMap(map: YAMLMap, depth: number): JsonValue {
    const entries = new Map<string, JsonValue>();
    for (const { key, value } of map.items) {
      const name = this.#keyOf(key, map);
      if (name !== undefined && entries.has(name)) {
        this.#report(asNode(key) ?? map, `The key ${quote(name)} is written twice in one mapping. Keep one of them.`);
      }
      const data = this.read(asNode(value), depth + 1);
      if (name !== undefined) entries.set(name, data);
    }
    return Object.fromEntries(entries);
  }

  #keyOf(key: unknown, map: YAMLMap): string | undefined {
    const node = asNode(key);
    const name = keyText(key);
    if (node !== null && isScalar(node) && this.#outermost === null) {
      this.#checkTag(node);
      if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    }
    if (name === undefined) {
      this.#report(node ?? map, 'A key must be a text, not a list, a mapping, an alias or nothing. Write it out.');
    } else if (name === '<<' && isScalar(node) && node.type === 'PLAIN') {
      this.#report(node, 'YAML 1.2 has no merge key "<<". Write the keys out.');
    } else if (name === '__proto__') {
      this.#report(node ?? map, 'The key "__proto__" is not allowed. Choose another one.');
    } else return name;
    return undefined;
  }

  #readScalar(scalar: Scalar): JsonValue {
    const { value } = scalar;
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value !== 'number') {
      this.#report(scalar, 'This value has no meaning here. Write it as a text in quotes.');
      return null;
    }
    const written = scalar.source ?? '';
    if (!Number.isFinite(value)) {
      this.#report(scalar, `${quote(written)} is no number to reckon with. Write a finite one, or a text in quotes.`);
    } else if (!Number.isSafeInteger(value) && /^(?:[-+]?\d+|0[xo].*)$/.test(written)) {
      this.#report(
        scalar,
        `The number ${quote(written)} has too many digits to be kept. Write it as a text in quotes.`,
      );
    }
    return value;
  }

  #checkTag(node: Node): void {
    if (!('tag' in node) || typeof node.tag !== 'string' || coreTags.has(node.tag)) return;
    this.#report(node, `The tag ${quote(node.tag.replace(yamlTag, '!!'))} means nothing here. Take it out.`);
  }

  #report(node: Node, message: string): void {
    if (this.#outermost === null) this.mistakes.push({ offset: node.range?.[0] ?? 0, message });
  }

  #refuse(node: Node, message: string): never {
    throw new TooMuch({ offset: (this.#outermost ?? node).range?.[0] ?? 0, message });
  }
}

/** How YAML's own tags begin; `!!` is short for it. */
const yamlTag = 'tag:yaml.org,2002:';

const coreTags: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `${yamlTag}${name}`),
);

function asNode(value: unknown): Node | null {
  return isScalar(value) || isAlias(value) || isMap(value) || isSeq(value) ? value : null;
}
