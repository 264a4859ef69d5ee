import { isMap, isNode, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { PricingError } from '../error.ts';
import { isEmptyNode, missingUsage, type UsageEntry, type UsageTree } from './missing-usage.ts';
import { parseUsageName } from './usage-name.ts';
import type { UsageNeed } from './usage-needs.ts';

/** A usage file with what was missing. */
export interface SyncedUsage {
  /** The same text when nothing was missing. */
  readonly text: string;
  /** How many keys were added. */
  readonly keys: number;
}

interface Insertion {
  readonly offset: number;
  readonly lines: readonly string[];
}

const head = [
  '# Usage of resources, a month. A key without a value is not known yet: its line is shown without a cost.',
  'version: 0.1',
];

/**
 * Adds the keys to a usage file that an estimate lacked, without values and with comments. What is there stays byte for byte; a file
 * that has them all is not changed. `text` is null when there is no file yet; the text is one that `readUsageFile` accepts.
 * @throws PricingError when a place is written in a form that lines cannot be added to, such as `{ … }` or an alias.
 */
export function syncUsageFile(file: string, text: string | null, needs: readonly UsageNeed[]): SyncedUsage {
  const given = text ?? '';
  const root = parseDocument(given, { uniqueKeys: false }).contents;
  const sections = isMap(root) ? root.items : [];
  const entries = sections.flatMap(entriesOf);
  const { into, names, keys } = missingUsage(needs, entries);
  if (keys === 0) return { text: given, keys };
  const editor = new UsageEditor(file, given);
  for (const { pair } of entries) {
    const tree = into.get(pair);
    if (tree !== undefined) editor.addBelow(pair, tree);
  }
  const named = sections.find(({ key }) => isScalar(key) && key.value === 'resource_usage');
  if (names.size > 0) {
    if (named !== undefined) editor.addBelow(named, names);
    else
      editor.addAtEnd([...(sections.length === 0 ? head : []), ...treeLines(new Map([['resource_usage', names]]), 0)]);
  }
  const written = editor.text();
  verify(file, written, needs);
  return { text: written, keys };
}

/** The entries below a section of a usage file. */
function entriesOf({ key, value }: Pair): readonly UsageEntry[] {
  if (!isScalar(key) || !isMap(value)) return [];
  return value.items.map((pair) => {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    const isType = key.value === 'resource_type_default_usage' || parseUsageName(name) === null;
    return { pair, map: isMap(pair.value) ? pair.value : undefined, type: isType ? name : null };
  });
}

/** What was added must be found again: an address or a text that cannot be told apart from YAML must not spoil a file. */
function verify(file: string, text: string, needs: readonly UsageNeed[]): void {
  const document = parseDocument(text, { uniqueKeys: false });
  const root = document.contents;
  const entries = isMap(root) ? root.items.flatMap(entriesOf) : [];
  if (document.errors.length === 0 && missingUsage(needs, entries).keys === 0) return;
  throw new PricingError(
    file,
    'Nothing can be added to this usage file. Remove what stands after its mappings, such as "...".',
  );
}

/** Adds lines to a text of YAML. */
class UsageEditor {
  readonly #file: string;
  readonly #text: string;
  readonly #insertions: Insertion[] = [];

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  addAtEnd(lines: readonly string[]): void {
    this.#insertions.push({ offset: this.#text.length, lines });
  }

  /** Adds keys below one that is there. Its parts first, so that what goes to the same place stands below them. */
  addBelow(pair: Pair, tree: UsageTree): void {
    const { key, value } = pair;
    if (isEmptyNode(value)) {
      const indent = this.#indentOf(pair) + 2;
      this.#insertions.push({ offset: this.#lineEnd(endOf(pair)), lines: treeLines(tree, indent) });
      return;
    }
    if (!isMap(value) || value.flow === true || value.items.length === 0) throw this.#refusal(key);
    const rest = new Map(tree);
    for (const [name, below] of tree) {
      const there = value.items.find((item) => isScalar(item.key) && String(item.key.value) === name);
      if (there === undefined || typeof below === 'string') continue;
      this.addBelow(there, below);
      rest.delete(name);
    }
    if (rest.size === 0) return;
    const [first] = value.items;
    if (first === undefined) throw this.#refusal(key);
    const lines = treeLines(rest, this.#indentOf(first));
    this.#insertions.push({ offset: this.#lineEnd(endOfMap(value)), lines });
  }

  text(): string {
    const lineEnd = this.#text.includes('\r\n') ? '\r\n' : '\n';
    let text = '';
    let offset = 0;
    for (const insertion of this.#insertions.toSorted((a, b) => a.offset - b.offset)) {
      text += this.#text.slice(offset, insertion.offset);
      offset = insertion.offset;
      if (text !== '' && !text.endsWith('\n')) text += lineEnd;
      text += insertion.lines.map((line) => `${line}${lineEnd}`).join('');
    }
    return text + this.#text.slice(offset);
  }

  #lineEnd(offset: number): number {
    if (this.#text[offset - 1] === '\n') return offset;
    const end = this.#text.indexOf('\n', offset);
    return end === -1 ? this.#text.length : end + 1;
  }

  #indentOf({ key }: Pair): number {
    const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
    const before = this.#text.slice(this.#text.lastIndexOf('\n', offset - 1) + 1, offset);
    if (/^\uFEFF? *$/.test(before)) return before.replace('\uFEFF', '').length;
    throw this.#refusal(key);
  }

  #refusal(key: unknown): PricingError {
    const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
    const line = this.#text.slice(0, offset).split('\n').length;
    const name = isScalar(key) ? String(key.value) : 'this';
    return new PricingError(
      `${this.#file}:${line}`,
      `Nothing can be added below "${name}". Write it as a mapping with a key on each line, and run again.`,
    );
  }
}

/** Where the last value of a mapping ends; comments after it are not part of it. */
function endOfMap(map: YAMLMap): number {
  return Math.max(...map.items.map(endOf));
}

function endOf({ key, value }: Pair): number {
  if (isMap(value) && value.flow !== true && value.items.length > 0) return endOfMap(value);
  const end = isEmptyNode(value) || !isNode(value) ? undefined : value.range?.[1];
  return end ?? (isNode(key) ? (key.range?.[1] ?? 0) : 0);
}

function treeLines(tree: UsageTree, indent: number): readonly string[] {
  return [...tree].flatMap(([key, below]) => {
    const start = `${' '.repeat(indent)}${keyText(key)}:`;
    return typeof below === 'string' ? [`${start} # ${below}`] : [start, ...treeLines(below, indent + 2)];
  });
}

/** A key as YAML: `aws_sqs_queue.q[*]` as it is, `aws_sqs_queue.q["a"]` in quotes. */
function keyText(key: string): string {
  if (/^[A-Za-z][\w.[\]*-]*$/.test(key)) return key;
  return /^[ -~]*$/.test(key) ? `'${key.replaceAll("'", "''")}'` : JSON.stringify(key);
}
