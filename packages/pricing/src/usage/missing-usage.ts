import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { parseUsageName } from './usage-name.ts';
import type { UsageNeed } from './usage-needs.ts';

/** Keys below a name of a usage file: a key with its comment, or keys below it. */
export type UsageTree = ReadonlyMap<string, string | UsageTree>;
export type OpenTree = Map<string, string | OpenTree>;

/** What a usage file lacks. */
export interface MissingUsage {
  /** Keys for entries that are there. */
  readonly into: ReadonlyMap<Pair, UsageTree>;
  /** Names that are to be added, with their keys. */
  readonly names: ReadonlyMap<string, UsageTree>;
  /** How many keys these are. */
  readonly keys: number;
}

/** An entry of a usage file that tells the usage of some resources. */
export interface UsageEntry {
  readonly pair: Pair;
  /** Undefined when it is written as something else than a mapping of its own, such as an alias. */
  readonly map: YAMLMap | undefined;
  /** Whether it tells about all resources of a type. */
  readonly type: string | null;
}

/**
 * Sorts out which keys a file lacks. A key that is there without a value counts as there. Keys go to the entry with the exact address,
 * or to the best one with wildcards; resources without an entry share one when they differ only in their keys: `aws_sqs_queue.q[*]`.
 */
export function missingUsage(needs: readonly UsageNeed[], entries: readonly UsageEntry[]): MissingUsage {
  const into = new Map<Pair, OpenTree>();
  const added = new Map<string, { readonly addresses: Set<string>; readonly tree: OpenTree }>();
  let keys = 0;
  const named = entries.map((entry) => ({ ...entry, name: entry.type === null ? nameOf(entry.pair) : null }));
  for (const need of needs) {
    const { address, type, path } = need;
    if (parseUsageName(address) === null) continue;
    const fitting = named
      .filter((entry) => (entry.name === null ? entry.type === type : entry.name.matches(address)))
      .toSorted((a, b) => (a.name?.wildcards ?? 0) - (b.name?.wildcards ?? 0));
    if (fitting.some(({ pair, map }) => has(map ?? pair.value, path))) continue;
    const own = fitting.find(({ name }) => name !== null);
    if (own !== undefined) {
      const tree = into.get(own.pair) ?? new Map();
      into.set(own.pair, tree);
      if (put(tree, path, comment(need))) keys += 1;
      continue;
    }
    const shared = withWildcards(address);
    const group = added.get(shared) ?? { addresses: new Set<string>(), tree: new Map() };
    added.set(shared, group);
    group.addresses.add(address);
    if (put(group.tree, path, comment(need))) keys += 1;
  }
  const names = [...added].map(([shared, { addresses, tree }]) => {
    const [only] = addresses;
    return [addresses.size === 1 && only !== undefined ? only : shared, tree] as const;
  });
  return { into, names: new Map(names), keys };
}

function nameOf({ key }: Pair) {
  return isScalar(key) ? parseUsageName(String(key.value)) : null;
}

/** `module.a["x"].aws_sqs_queue.q[0]` as `module.a[*].aws_sqs_queue.q[*]`. */
function withWildcards(address: string): string {
  return address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '[*]');
}

/** Whether a mapping has a key, or something else in its place. */
function has(node: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined || !isMap(node)) return key === undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  if (pair === undefined) return false;
  if (rest.length === 0 || (!isMap(pair.value) && !isEmptyNode(pair.value))) return true;
  return has(pair.value, rest);
}

/** Whether nothing is written where a value could be. */
export function isEmptyNode(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null && (node.source ?? '') === '');
}

/** False when it is there already, or a key is both a value and a mapping. */
function put(tree: OpenTree, [key, ...rest]: readonly string[], text: string): boolean {
  if (key === undefined) return false;
  const there = tree.get(key);
  if (rest.length === 0) {
    if (there === undefined) tree.set(key, text);
    return there === undefined;
  }
  if (typeof there === 'string') return false;
  const below: OpenTree = there ?? new Map();
  tree.set(key, below);
  return put(below, rest, text);
}

/** How keys tell their unit. */
const units: readonly (readonly [RegExp, string])[] = [
  [/(^|_)tb(_|$)/, 'TB'],
  [/(^|_)gb(_|$)/, 'GB'],
  [/(^|_)mb(_|$)/, 'MB'],
  [/(^|_)kb(_|$)/, 'KB'],
  [/_(hrs|hours)$/, 'hours'],
  [/_(mins|minutes)$/, 'minutes'],
  [/_(secs|seconds)$/, 'seconds'],
  [/_ms$/, 'milliseconds'],
];

/** What a key means: `GB a month, for "Data processed", billed by GB`. What comes from the configuration stays within its line. */
function comment({ path, line, unit }: UsageNeed): string {
  const own = units.find(([pattern]) => pattern.test(path.at(-1) ?? ''))?.[1] ?? 'number';
  const often = path.some((key) => key.startsWith('monthly_')) ? ' a month' : '';
  const text = `${own}${often}, for "${line}", billed by ${unit}`.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
