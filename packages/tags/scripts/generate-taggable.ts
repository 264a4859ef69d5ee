// Writes src/taggable.gen.ts from data/taggable.tsv and data/corrections.tsv. With --check it only says whether it is stale.
import { readFileSync, writeFileSync } from 'node:fs';

const data = new URL('../data/', import.meta.url);
const generated = new URL('../src/taggable.gen.ts', import.meta.url);

/** Kinds of attributes that hold a resource's own tags. */
const own = new Set(['tags', 'labels', 'user-labels', 'resource-labels', 'block-labels', 'tag-block', 'listed-only']);
/** Kinds of attributes that hold tags of what the resource makes beside itself. */
const nested = new Set(['nested-tags', 'nested-labels', 'volume-tags', 'secondary-tags']);

interface Row {
  readonly type: string;
  readonly attribute: string;
  readonly kind: string;
  readonly effective: string;
}

/** The rows of a data file: comment lines, a line of column names, then one row a line. */
export function readTable(text: string): Row[] {
  const [header = '', ...lines] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const columns = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length)
      throw new Error(`A row has ${cells.length} cells, and not ${columns.length}: ${line}`);
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    return { type: cell('type'), attribute: cell('attribute'), kind: cell('kind'), effective: cell('effective') };
  });
}

/** The module that taggability.ts reads: types grouped by what is true of them, as text that is only split when it is needed. */
export function taggableModule(rows: readonly Row[], corrections: readonly Row[]): string {
  const corrected = new Map(corrections.map((row) => [row.type, row]));
  const ownRows = [
    ...rows.filter((row) => own.has(row.kind) && !corrected.has(row.type)),
    ...corrections.filter((row) => own.has(row.kind)),
  ];
  const taggable = new Set(ownRows.map((row) => row.type));
  if (taggable.size !== ownRows.length)
    throw new Error('A type has two attributes for its own tags: correct one of them.');
  const others = [...new Set(rows.map((row) => row.type))].filter((type) => !taggable.has(type));
  const ownGroups = Map.groupBy(
    ownRows,
    (row) => `  { kind: '${row.kind}', attribute: '${row.attribute}', effective: '${row.effective}'`,
  );
  const nestedGroups = Map.groupBy(
    rows.filter((row) => nested.has(row.kind) && corrected.get(row.type)?.attribute !== row.attribute),
    (row) => `  { path: '${row.attribute}'`,
  );
  return `// Generated from data/taggable.tsv and data/corrections.tsv by scripts/generate-taggable.ts; sources and dates are there.

/** Types whose resources carry tags, by the attribute that holds them. */
export const taggableGroups = [
${lines(ownGroups)}
] as const;

/** Types with tags of something that they make beside themselves, by the path of these tags. */
export const nestedGroups = [
${lines(nestedGroups)}
] as const;

/** Types that have something like tags and carry none. */
export const untaggableTypes =
  '${others.sort(compareText).join(' ')}';
`;
}

function lines(groups: ReadonlyMap<string, readonly Row[]>): string {
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(
      ([start, rows]) =>
        `${start}, types: '${rows
          .map((row) => row.type)
          .sort(compareText)
          .join(' ')}' },`,
    )
    .join('\n');
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What the generated module should be. */
export function generateTaggable(): string {
  const read = (name: string) => readTable(readFileSync(new URL(name, data), 'utf8'));
  return taggableModule(read('taggable.tsv'), read('corrections.tsv'));
}

if (import.meta.main) {
  const module = generateTaggable();
  const stale = readFileSync(generated, { encoding: 'utf8', flag: 'a+' }) !== module;
  if (stale && !process.argv.includes('--check')) writeFileSync(generated, module);
  process.stdout.write(
    stale ? 'packages/tags/src/taggable.gen.ts was stale\n' : 'taggable: everything is up to date\n',
  );
  if (stale && process.argv.includes('--check')) process.exitCode = 1;
}
