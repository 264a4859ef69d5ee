import { didYouMean } from '@tollgate/hcl';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { PricingError } from '../error.ts';
import { amount, parseAmount } from '../money/amount.ts';
import type { UsageProblem } from './usage-problem.ts';
import type { UsageValue, UsageValues } from './usage-values.ts';
import type { UsageKind, UsageVocabulary } from './usage-vocabulary.ts';

/** More than anybody uses of anything a month, in whatever unit. */
const absurd = amount('1e18');
/** Aliases can make a small file large. */
const maxEntries = 200_000;
const maxDepth = 8;

/** Reads the values of a usage file, and notes what is wrong with them. */
export class UsageReader {
  readonly problems: UsageProblem[] = [];
  readonly #file: string;
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #vocabulary: UsageVocabulary;
  #entries = 0;

  constructor(file: string, document: Document, lines: LineCounter, vocabulary: UsageVocabulary) {
    this.#file = file;
    this.#document = document;
    this.#lines = lines;
    this.#vocabulary = vocabulary;
  }

  /** The entries of a mapping, the first of each key. */
  entries(map: YAMLMap): readonly Pair[] {
    const seen = new Set<string>();
    return map.items.filter((pair) => {
      this.#entries += 1;
      if (this.#entries > maxEntries)
        throw new PricingError(this.#file, 'The usage file has more than 200,000 entries. Split it.');
      const key = this.keyOf(pair);
      if (seen.has(key)) {
        this.report('error', pair.key, `"${key}" is here a second time. Keep one of them; the first is used.`);
        return false;
      }
      seen.add(key);
      return true;
    });
  }

  keyOf({ key }: Pair): string {
    return isScalar(key) ? String(key.value) : String(key);
  }

  /** The node that an alias stands for. */
  resolved(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.#document) : node;
  }

  /** The usage of a resource type. */
  values(map: YAMLMap, type: string): UsageValues {
    return this.#valuesAt(map, type, []);
  }

  position(node: unknown): { readonly line: number; readonly column: number } {
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    const { line, col } = this.#lines.linePos(offset);
    return { line, column: col };
  }

  placeOf(node: unknown): string {
    const { line, column } = this.position(node);
    return `${this.#file}:${line}:${column}`;
  }

  report(severity: UsageProblem['severity'], node: unknown, message: string): void {
    this.problems.push({ severity, message, file: this.#file, ...this.position(node) });
  }

  #valuesAt(map: YAMLMap, type: string, path: readonly string[]): UsageValues {
    const entries = new Map<string, UsageValue>();
    if (path.length > maxDepth) {
      this.report('error', map, 'The usage is nested too deep.');
      return { kind: 'values', entries };
    }
    for (const pair of this.entries(map)) {
      const here = [...path, this.keyOf(pair)];
      const node = this.resolved(pair.value);
      if (!this.#isKnown(type, here)) {
        this.#reportUnknown(pair, type, here);
      } else if (isMap(node)) {
        entries.set(this.keyOf(pair), this.#valuesAt(node, type, here));
      } else {
        const value = this.#scalar(node, this.#vocabulary.keysOf(type)?.get(here.join('.')), here.join('.'));
        if (value !== undefined) entries.set(this.keyOf(pair), value);
      }
    }
    return { kind: 'values', entries };
  }

  /** A key of the vocabulary, or one that has keys below it. */
  #isKnown(type: string, path: readonly string[]): boolean {
    const keys = this.#vocabulary.keysOf(type);
    const text = path.join('.');
    return keys?.has(text) === true || [...(keys?.keys() ?? [])].some((key) => key.startsWith(`${text}.`));
  }

  #reportUnknown({ key }: Pair, type: string, path: readonly string[]): void {
    const prefix = path
      .slice(0, -1)
      .map((step) => `${step}.`)
      .join('');
    const siblings = [...(this.#vocabulary.keysOf(type)?.keys() ?? [])]
      .filter((known) => known.startsWith(prefix))
      .map((known) => known.slice(prefix.length).split('.')[0] ?? '');
    const name = path.at(-1) ?? '';
    this.report(
      'warning',
      key,
      `"${name}" is no usage of ${type}, and is not used.${didYouMean(name, new Set(siblings))}`,
    );
  }

  /** Undefined when it is not given, or is wrong and was reported. */
  #scalar(node: unknown, kind: UsageKind | undefined, key: string): UsageValue | undefined {
    if (!isScalar(node)) {
      if (node !== null && node !== undefined)
        this.report('error', node, `"${key}" must be one value, and not a list.`);
      return undefined;
    }
    if (node.value === null) return undefined;
    if (kind === undefined) {
      this.report('error', node, `"${key}" must be a mapping.`);
      return undefined;
    }
    return kind === 'number'
      ? this.#number(node, key)
      : typeof node.value === 'boolean'
        ? node.value
        : String(node.value);
  }

  #number(node: Node & { readonly value?: unknown; readonly source?: string }, key: string) {
    // What is written is exact; thousands may be divided by underscores, as in older YAML.
    const written = typeof node.value === 'string' ? node.value : (node.source ?? '');
    const text = written.replaceAll(/(?<=\d)_(?=\d)/g, '').replace(/^\+/, '');
    const value = parseAmount(text);
    if (value === undefined)
      this.report('error', node, `"${key}" must be a number, and is ${JSON.stringify(node.value)}.`);
    else if (value.lt(0)) this.report('error', node, `"${key}" is negative. Usage is zero or more.`);
    else if (value.gt(absurd))
      this.report('error', node, `"${key}" is larger than anything that is billed. Check its unit.`);
    else return value;
    return undefined;
  }
}
