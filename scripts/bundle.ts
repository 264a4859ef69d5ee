// Builds the command and every action, each alone: one ESM file with chunks for what only some runs need, and the licences of
// what is inside. The same sources give the same bytes.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { type Bundle, buildBundle, reachable } from './build-bundle.ts';
import { type BundleEntry, bundleEntries } from './bundle-options.ts';
import { thirdPartyLicences } from './licences.ts';

const root = dirname(import.meta.dirname);
const rows: Sizes[] = [];

for (const entry of bundleEntries(root)) {
  const folder = join(root, dirname(entry.output));
  rmSync(folder, { recursive: true, force: true });
  const bundle = await buildBundle(root, entry);
  const { files, metafile } = bundle;
  for (const { path, contents } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  if (existsSync(join(root, 'policies'))) cpSync(join(root, 'policies'), join(folder, 'policies'), { recursive: true });
  if (usesPrices(metafile)) copyPrices(join(folder, 'prices'));
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicences(root, Object.keys(metafile.inputs)));
  rows.push(sizesOf(bundle, entry));
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

function sizesOf({ files, metafile }: Bundle, { room, output, sizeLimit }: BundleEntry): Sizes {
  const start = reachable(metafile, output, (kind) => kind !== 'dynamic-import');
  const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
  return {
    name: room,
    start: sum([...start].map((file) => metafile.outputs[file]?.bytes ?? 0)),
    bytes: sum(files.map(({ contents }) => contents.length)),
    gzip: sum(files.map(({ contents }) => gzipSync(contents).length)),
    limit: sizeLimit,
  };
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
