// Builds the command and every action, each alone: one ESM file with chunks for what only some runs need, and the licences of
// what is inside. The same sources give the same bytes.
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { type BundleEntry, bundleEntries, bundleOptions } from './bundle-options.ts';
import { thirdPartyLicences } from './licences.ts';

const root = dirname(import.meta.dirname);
const rows: Sizes[] = [];

for (const entry of bundleEntries(root)) {
  const folder = join(root, dirname(entry.output));
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await build(bundleOptions(root, entry));
  if (existsSync(join(root, 'policies'))) cpSync(join(root, 'policies'), join(folder, 'policies'), { recursive: true });
  if (usesPrices(metafile)) copyPrices(join(folder, 'prices'));
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicences(root, Object.keys(metafile.inputs)));
  rows.push(sizesOf(metafile, entry));
}

printTable(rows);
const tooLarge = rows.filter((row) => row.bytes > row.limit);
if (tooLarge.length > 0) {
  console.error(`Over the limit: ${tooLarge.map((row) => row.name).join(', ')}.`);
  process.exit(1);
}

interface Sizes {
  readonly name: string;
  /** What Node reads before the first line runs. */
  readonly start: number;
  /** With chunks that are loaded only when they are needed. */
  readonly bytes: number;
  readonly gzip: number;
  readonly limit: number;
}

/** Whether what was built estimates costs. */
function usesPrices({ inputs }: Metafile): boolean {
  return Object.keys(inputs).some((file) => file.startsWith('packages/pricing/'));
}

/** The price book with the rates that it is refreshed by, and the facts and names that estimates need. */
function copyPrices(folder: string): void {
  for (const part of ['book', 'facts', 'families', 'types', 'usage'])
    cpSync(join(root, 'packages/pricing/data', part), join(folder, part), { recursive: true });
}

function sizesOf(meta: Metafile, { room, output, sizeLimit }: BundleEntry): Sizes {
  const all = reachable(meta, output, () => true);
  const start = reachable(meta, output, (kind) => kind !== 'dynamic-import');
  const size = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
  const gzip = [...all].reduce((sum, file) => sum + gzipSync(readFileSync(join(root, file))).length, 0);
  return { name: room, start: size(start), bytes: size(all), gzip, limit: sizeLimit };
}

function reachable(meta: Metafile, output: string, follow: (kind: string) => boolean): Set<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const { path, kind, external } of meta.outputs[file]?.imports ?? [])
      if (!external && follow(kind)) visit(path);
  };
  visit(output);
  return found;
}

function printTable(sizes: readonly Sizes[]): void {
  const cells = [
    ['bundle', 'at start', 'in all', 'gzip', 'limit'],
    ...sizes.map((row) => [
      row.name,
      kibibytes(row.start),
      kibibytes(row.bytes),
      kibibytes(row.gzip),
      kibibytes(row.limit),
    ]),
  ];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of cells) {
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    );
  }
}

function kibibytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KiB`;
}
