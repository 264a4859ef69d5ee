import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourceViews } from '@tollgate/resources';
import { evaluateModule, memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { readFactTable } from '../src/facts/table.ts';
import {
  awsModels,
  type CostReport,
  estimateCosts,
  openPriceBook,
  type ResourceCost,
  readUsageFile,
  usageRules,
  usageVocabulary,
} from '../src/index.ts';
import { files } from './estimate.ts';

interface CostCase {
  readonly case: string;
  readonly currency: string;
  readonly evaluationDate: string;
  readonly config: unknown;
  readonly usage: unknown;
  readonly expected: { readonly resources: readonly ExpectedResource[] };
}

interface ExpectedResource {
  readonly address: string;
  readonly components: readonly { readonly name: string; readonly monthlyCost: number | null }[];
}

/** How many resources must be as expected, or be named as a difference. Raise it with every model. */
const floor = 312;
const tolerance = 0.03;
const differencesFile = join(import.meta.dirname, 'data', 'aws-differences.tsv');

const corpus = process.env.TOLLGATE_CORPUS;
const cases = corpus === undefined ? [] : readCases(join(corpus, 'cost', 'cases', 'aws'));
if (corpus === undefined) process.stdout.write('Cost cases of the corpus: left out, TOLLGATE_CORPUS is not set.\n');

describe.skipIf(corpus === undefined)('cost cases of the corpus (AWS)', () => {
  it('agrees on the monthly cost of resources, or names why not', () => {
    const table = readFactTable(differencesFile, readFileSync(differencesFile, 'utf8'));
    const reasons = new Map(table.rows.map((row) => [`${row.case} ${row.address}`, row.reason ?? '']));
    const results = cases.flatMap((each) => compare(each, reasons));
    printTable(results);
    const stale = [...reasons.keys()].filter(
      (name) => !results.some((result) => result.name === name && result.kind === 'named'),
    );
    expect(stale, 'rows of aws-differences.tsv that are not needed').toEqual([]);
    expect(results.filter(({ kind }) => kind === 'matched' || kind === 'named').length).toBeGreaterThanOrEqual(floor);
  });
});

interface Result {
  readonly name: string;
  readonly type: string;
  readonly kind: 'matched' | 'named' | 'differs' | 'no model';
  readonly detail: string;
}

/** Cases of China are in another currency, and the price book has no prices of it. */
function readCases(folder: string): readonly CostCase[] {
  const texts = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return texts.map((text): CostCase => JSON.parse(text)).filter(({ currency }) => currency === 'USD');
}

function compare(costCase: CostCase, reasons: ReadonlyMap<string, string>): readonly Result[] {
  const report = estimateCase(costCase);
  const found = new Map(report.resources.map((resource) => [resource.address, resource]));
  return costCase.expected.resources.map((expected) => {
    const resource = found.get(expected.address);
    const name = `${costCase.case} ${expected.address}`;
    const type = resource?.type ?? typeOf(expected.address);
    const base = { name, type };
    if (resource?.status === 'unsupported') return { ...base, kind: 'no model', detail: '' };
    const wanted = expected.components.reduce((sum, { monthlyCost }) => sum + (monthlyCost ?? 0), 0);
    if (resource !== undefined && isAlike(resource, wanted)) return { ...base, kind: 'matched', detail: '' };
    const reason = reasons.get(name);
    const detail = reason ?? `expected ${wanted}, found ${describeCost(resource)}`;
    return { ...base, kind: reason === undefined ? 'differs' : 'named', detail };
  });
}

function estimateCase({ config, usage, evaluationDate }: CostCase): CostReport {
  const evaluation = evaluateModule(memoryTree({ 'main.tf.json': JSON.stringify(config) }));
  const file = readUsageFile('usage.yml', JSON.stringify(usage ?? {}), usageVocabulary(files));
  return estimateCosts({
    resources: resourceViews({ kind: 'configuration', evaluation }),
    models: awsModels,
    prices: openPriceBook(files),
    files,
    usage: usageRules(file),
    date: evaluationDate,
  });
}

function isAlike({ status, monthlyCost }: ResourceCost, wanted: number): boolean {
  if (status === 'unpriced') return false;
  return Math.abs(Number(monthlyCost) - wanted) <= Math.max(0.005, wanted * tolerance);
}

function describeCost(resource: ResourceCost | undefined): string {
  if (resource === undefined) return 'no such resource';
  const unpriced = resource.components.find(({ status }) => status === 'unpriced');
  return unpriced === undefined
    ? resource.monthlyCost
    : `${resource.monthlyCost} with "${unpriced.name}" unpriced: ${unpriced.reason}`;
}

function typeOf(address: string): string {
  return /(?:^|\.)(aws_\w+)\./.exec(address)?.[1] ?? address;
}

function printTable(results: readonly Result[]): void {
  const kinds = ['matched', 'named', 'differs', 'no model'] as const;
  const count = (rows: readonly Result[], kind: Result['kind']) => rows.filter((row) => row.kind === kind).length;
  const line = (label: string, rows: readonly Result[]) =>
    `${label.padEnd(46)}${kinds.map((kind) => String(count(rows, kind) || '').padStart(10)).join('')}\n`;
  const byType = [...Map.groupBy(results, ({ type }) => type)].sort(([a], [b]) => (a < b ? -1 : 1));
  process.stdout.write(`\n${'type'.padEnd(46)}${kinds.map((kind) => kind.padStart(10)).join('')}\n`);
  for (const [type, rows] of byType) process.stdout.write(line(type, rows));
  process.stdout.write(line(`${results.length} resources`, results));
  for (const { name, detail, kind } of results) {
    if (kind === 'differs' || kind === 'named') process.stdout.write(`${kind}: ${name}: ${detail}\n`);
  }
}
