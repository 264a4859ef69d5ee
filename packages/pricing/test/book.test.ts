import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseShard } from '../src/book/shard.ts';
import { readFactTable } from '../src/facts/table.ts';
import { allFamilies } from './text-prices.ts';

const root = join(import.meta.dirname, '..');
const filesBelow = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') }));

const families = allFamilies();
const shards = filesBelow('data/book', '.tsv')
  .filter(({ path }) => path !== 'sources.tsv')
  .map(({ path, text }) => ({ path, text, shard: parseShard(path, text) }));

describe('the embedded price book', () => {
  it('holds families as they are declared, at the place of their service', () => {
    for (const { path, shard } of shards) {
      expect([
        `${shard.provider}/${shard.service}.tsv`,
        `${shard.provider}/${shard.service}/${shard.region}.tsv`,
      ]).toContain(path);
      for (const [name, { unit, dimensions }] of shard.families) {
        expect({ name, unit, dimensions }).toEqual({
          name,
          unit: families.get(name)?.unit,
          dimensions: families.get(name)?.dimensions,
        });
      }
    }
  });

  it('names only sources that are described', () => {
    const table = readFactTable('sources.tsv', readFileSync(join(root, 'data/book/sources.tsv'), 'utf8'));
    const codes = new Set(
      shards.flatMap(({ shard }) =>
        [...shard.families.values()].flatMap(({ prices }) => [...prices.values()].map(({ source }) => source)),
      ),
    );
    for (const code of codes) expect(table.row(code), `the source ${code}`).toBeDefined();
  });

  it('has at most 4 MB', () => {
    expect(shards.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)).toBeLessThan(4 * 1024 * 1024);
  });

  it('has a family for every rate that a model names', () => {
    const named = filesBelow('src', '.ts')
      .filter(({ path }) => /^(?:aws|azure|google)\//.test(path) && !path.endsWith('.test.ts'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/['`]((?:aws|azure|google)\.[a-z0-9-]+\.[a-z0-9.-]+)(\$\{)?/g)].map(
          ([, rate = '', open]) => ({ path, rate, open }),
        ),
      );
    for (const { path, rate, open } of named) {
      // A name that ends in a value stands for all that begin like it.
      const isDeclared =
        open === undefined ? families.has(rate) : [...families.keys()].some((name) => name.startsWith(rate));
      expect(isDeclared, `${rate}, which ${path} names`).toBe(true);
    }
    expect(named.length).toBeGreaterThan(5);
  });
});
