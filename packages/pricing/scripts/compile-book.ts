// Compiles the price book from tables of price facts: node packages/pricing/scripts/compile-book.ts FOLDER
// reads FOLDER/*.tsv and data/families/, and writes data/book/.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileBook } from '../src/book/compile/compile-book.ts';
import { type FactTable, readFactTable } from '../src/facts/table.ts';
import { readFamilies } from '../src/families/rate-family.ts';

const data = join(import.meta.dirname, '..', 'data');
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Name the folder with the tables of price facts: compile-book.ts FOLDER\n');
  process.exit(2);
}

const tables = new Map<string, FactTable>();
const table = (name: string): FactTable => {
  const path = name === 'own' ? join(data, 'own-prices.tsv') : join(folder, `${name}.tsv`);
  const known = tables.get(name) ?? readFactTable(path, readFileSync(path, 'utf8'));
  tables.set(name, known);
  return known;
};

const families = ['aws', 'azure', 'google'].flatMap((provider) => {
  const parent = join(data, 'families', provider);
  return filesOf(parent).flatMap((name) =>
    readFamilies(`families/${provider}/${name}`, readFileSync(join(parent, name), 'utf8')),
  );
});
const { shards, families: counts } = compileBook(families, table);

for (const provider of ['aws', 'azure', 'google'])
  rmSync(join(data, 'book', provider), { recursive: true, force: true });
for (const [path, text] of shards) {
  mkdirSync(dirname(join(data, path)), { recursive: true });
  writeFileSync(join(data, path), text);
}
for (const { name, prices, regions } of counts) {
  process.stdout.write(`${name.padEnd(44)} ${String(prices).padStart(6)} prices in ${regions} regions\n`);
}
const bytes = [...shards.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
process.stdout.write(`${shards.size} shards, ${(bytes / 1024).toFixed(0)} KiB\n`);

function filesOf(path: string): readonly string[] {
  try {
    return readdirSync(path)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch {
    return [];
  }
}
