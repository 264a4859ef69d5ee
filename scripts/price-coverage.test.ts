import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { awsModels } from '@tollgate/pricing';
import { beforeAll, describe, expect, it } from 'vitest';
import { priceCoverage, priceCoveragePage } from './price-coverage.ts';

const root = join(import.meta.dirname, '..');

describe('the page about what is priced', () => {
  let page: string;
  beforeAll(async () => {
    page = (await priceCoverage(root))[priceCoveragePage] ?? '';
  });

  it('is up to date; run "npm run generate" after a change of models or prices', () => {
    expect(page).toBe(readFileSync(join(root, priceCoveragePage), 'utf8'));
  });

  it('has every type with a cost model', () => {
    const missing = awsModels.flatMap(({ types }) => types).filter((type) => !page.includes(`\`${type}\``));
    expect(missing).toEqual([]);
  });

  it('tells which services have prices in a region', () => {
    expect(page.match(/^\| `eu-south-2` \|.*$/m)?.[0]).toContain('`apprunner`');
  });

  it('shows that a run reads a few shards, and not the book', () => {
    const counts = [...page.matchAll(/(\d+) of (\d+)<\/summary>/g)].map(([, read, all]) => [Number(read), Number(all)]);
    expect(counts.length).toBeGreaterThan(0);
    for (const [read = 0, all = 0] of counts) expect(read).toBeLessThan(all / 10);
  });
});
