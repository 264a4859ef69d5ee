// Writes src/taggable.gen.ts and src/aws-organizations/tag-policy-types.gen.ts from data/taggable.tsv and data/corrections.tsv.
// With --check it only says whether they are stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { packNames } from '../src/packed-names.ts';

const data = new URL('../data/', import.meta.url);
const source = new URL('../src/', import.meta.url);

/** Kinds of attributes that hold a resource's own tags. */
const own = new Set(['tags', 'labels', 'user-labels', 'resource-labels', 'block-labels', 'tag-block', 'listed-only']);
/** Kinds of attributes that hold tags of what the resource makes beside itself. */
const nested = new Set(['nested-tags', 'nested-labels', 'volume-tags', 'secondary-tags']);

interface Row {
  readonly type: string;
  readonly attribute: string;
  readonly kind: string;
  readonly effective: string;
  /** The name of the type in tag policies of AWS Organizations; empty for none. */
  readonly tagPolicyType?: string;
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
    return {
      type: cell('type'),
      attribute: cell('attribute'),
      kind: cell('kind'),
      effective: cell('effective'),
      tagPolicyType: cell('aws_tag_policy_type'),
    };
  });
}

/** The module that taggability.ts reads: types grouped by what is true of them, as text that is only unpacked when it is needed. */
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
// Names are packed as packed-names.ts tells.

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
  '${packNames(others.sort(compareText))}';
`;
}

/** The module of the importer of tag policies: resource types that carry tags, by the names that tag policies have for them. */
export function tagPolicyTypesModule(rows: readonly Row[], corrections: readonly Row[]): string {
  const untagged = new Set(corrections.filter(({ attribute }) => attribute === '-').map(({ type }) => type));
  const named = rows.filter(({ tagPolicyType = '' }) => tagPolicyType !== '');
  const groups = [...Map.groupBy(named, ({ tagPolicyType = '' }) => tagPolicyType)].sort(([a], [b]) =>
    compareText(a, b),
  );
  const entries = groups.map(([name, group]) => {
    const types = group
      .filter(({ attribute, type }) => attribute !== '-' && !untagged.has(type))
      .map(({ type }) => type);
    return `  '${name}': '${[...new Set(types)].sort(compareText).join(' ')}',`;
  });
  return `// Generated from data/taggable.tsv and data/corrections.tsv by scripts/generate-taggable.ts; sources and dates are there.

/** Resource types by the names of tag policies; empty for what carries no tags in Terraform. */
export const tagPolicyTypes: Readonly<Record<string, string>> = {
${entries.join('\n')}
};
`;
}

function lines(groups: ReadonlyMap<string, readonly Row[]>): string {
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([start, rows]) => `${start}, types: '${packNames(rows.map((row) => row.type).sort(compareText))}' },`)
    .join('\n');
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What the generated modules should be, by their files. */
export function generateTaggable(): Readonly<Record<string, string>> {
  const read = (name: string) => readTable(readFileSync(new URL(name, data), 'utf8'));
  const [rows, corrections] = [read('taggable.tsv'), read('corrections.tsv')];
  return {
    'taggable.gen.ts': taggableModule(rows, corrections),
    'aws-organizations/tag-policy-types.gen.ts': tagPolicyTypesModule(rows, corrections),
  };
}

if (import.meta.main) {
  const stale = Object.entries(generateTaggable()).filter(([name, text]) => {
    const file = new URL(name, source);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
    if (!process.argv.includes('--check')) writeFileSync(file, text);
    return true;
  });
  for (const [name] of stale) process.stdout.write(`packages/tags/src/${name} was stale\n`);
  if (stale.length === 0) process.stdout.write('taggable: everything is up to date\n');
  else if (process.argv.includes('--check')) process.exitCode = 1;
}
