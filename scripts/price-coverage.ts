// The page about what is priced: which resource types, by which services, in which regions, and how large the book is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  awsModels,
  bookCoverage,
  estimateCosts,
  isPricedIn,
  openPriceBook,
  pricingFolder,
  type RateCoverage,
  readBookFolder,
  sourceNames,
  typeClasses,
  usageRules,
} from '@tollgate/pricing';
import { evaluateFolder, openFolder, resourceViews } from '@tollgate/resources';
import { markdownTable } from './markdown-table.ts';
import { type ModelFile, modelFiles } from './model-files.ts';

/** The page; all of it is generated. */
export const priceCoveragePage = 'docs/price-coverage.md';

/** The examples whose estimates are counted, as typical runs. */
const runs = [
  'examples/pull-request/head',
  'examples/cost-impact/base/infra/shop',
  'examples/cost-impact/base/infra/data',
];

/** The day of these runs, so that the page follows from what is in the repository alone. */
const runDate = '2026-11-20';

/** Writes the page from the models and the price book below the root. */
export async function priceCoverage(root: string): Promise<Readonly<Record<string, string>>> {
  const data = join(root, 'packages/pricing/data');
  const shards = readBookFolder(data);
  const { rates } = bookCoverage(pricingFolder(data), [...shards.keys()]);
  const aws = rates.filter(({ service }) => service.startsWith('aws.'));
  const regions = regionsOf(aws);
  const files = await modelFiles(join(root, 'packages/pricing/src/aws'), aws);
  const parts = [
    '<!-- Generated from packages/pricing by scripts/generate.ts; after a change there run "npm run generate". -->',
    '# What is priced',
    introduction(regions.length),
    '## Resource types',
    typesText(files, data),
    typesTable(files, regions),
    '## Services and regions',
    servicesText,
    servicesTable(aws, regions),
    '## By region',
    'Local zones and Wavelength zones are not among these; `tollgate prices info --region us-west-2-lax-1` tells of one.',
    regionsTable(aws, regions),
    '## Size',
    sizeText(shards, rates),
    await runsTable(root, shards),
    '## Sources and dates',
    sourcesTable(rates, sourceNames(pricingFolder(data))),
  ];
  return { [priceCoveragePage]: `${parts.join('\n\n')}\n` };
}

function introduction(regions: number): string {
  return `Which types of resources have a cost, and where the price book has the prices for it: ${regions} regions of AWS. The command answers
the same for one service or region:

\`\`\`sh
npx tollgate prices info --service rds --region eu-south-2
\`\`\`

What has no price is *unpriced* in an estimate, counted and shown, and never zero. That a rate has no price in a region can mean that the
provider does not sell it there, or that the book lacks it; [Prices](prices.md) says how to look prices up that it lacks.`;
}

function typesText(files: readonly ModelFile[], data: string): string {
  const known = typeTable(data);
  const classOf = typeClasses(pricingFolder(data));
  const free = known.filter((type) => classOf(type) !== 'priced').length;
  const modelled = new Set(files.flatMap(({ types }) => types));
  const without = known.filter((type) => classOf(type) === 'priced' && !modelled.has(type));
  const lacking =
    without.length === 0 ? 'none that is known to cost something lacks one' : `these lack one: ${codes(without)}`;
  return `${number(modelled.size)} types of AWS have a cost model; ${lacking}. ${number(free)} more are known to have no cost of their own. *All* are the regions
in which each rate has a price that the models name, *some* those that lack one or more; a resource seldom needs all of them. Of Azure and
Google the book has prices of virtual machines, and there are no cost models.`;
}

function typesTable(files: readonly ModelFile[], regions: readonly string[]): string {
  const rows = files.map(({ name, types, rates }) => {
    const [all, some] = covered(rates, regions);
    return [
      name,
      folded(counted(types.length, 'type'), types),
      folded(
        counted(rates.length, 'rate'),
        rates.map(({ rate }) => rate),
      ),
      String(all.length),
      String(some.length),
    ];
  });
  return markdownTable(['Cost models', 'Types', 'Rates that they name', 'All', 'Some'], rows);
}

const servicesText = `A *rate* is what is billed. *All* are the regions in which each rate of the service has a price, *some* those that lack one or more, which
the list of rates tells.`;

function servicesTable(rates: readonly RateCoverage[], regions: readonly string[]): string {
  const rows = [...Map.groupBy(rates, ({ service }) => service)].map(([service, own]) => {
    const [all, some] = covered(own, regions);
    const list = own.map((rate) => {
      const count = regions.filter((region) => isPricedIn(rate, region)).length;
      return `\`${rate.rate.slice(service.length + 1)}\` ${count}`;
    });
    return [
      `\`${service.slice('aws.'.length)}\``,
      String(all.length),
      String(some.length),
      String(regions.length - all.length - some.length),
      `<details><summary>${counted(own.length, 'rate')}</summary>${list.join(', ')}</details>`,
      span(own),
    ];
  });
  return markdownTable(['Service', 'All', 'Some', 'None', 'Rates, with their regions', 'Dates'], rows);
}

function regionsTable(rates: readonly RateCoverage[], regions: readonly string[]): string {
  const services = [...Map.groupBy(rates, ({ service }) => service.slice('aws.'.length))];
  const rows = regions.map((region) => {
    const count = (own: readonly RateCoverage[]) => own.filter((rate) => isPricedIn(rate, region)).length;
    const none = services.filter(([, own]) => count(own) === 0).map(([name]) => name);
    const some = services.filter(([, own]) => count(own) > 0 && count(own) < own.length).map(([name]) => name);
    return [
      `\`${region}\``,
      `${count(rates)} of ${rates.length}`,
      String(services.length - none.length - some.length),
      folded(String(some.length), some),
      folded(String(none.length), none),
    ];
  });
  return markdownTable(['Region', 'Rates', 'Services with all rates', 'with some', 'with none'], rows);
}

function sizeText(shards: ReadonlyMap<string, string>, rates: readonly RateCoverage[]): string {
  const sizes = [...shards.values()].map((text) => Buffer.byteLength(text));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const prices = rates.reduce((sum, rate) => sum + rate.prices, 0);
  return `The book has ${number(prices)} prices of ${number(rates.length)} rates, in ${number(shards.size)} shards of ${kibibytes(bytes)} in all; the largest has ${kibibytes(Math.max(...sizes))}. A run
reads only those that it needs:`;
}

async function runsTable(root: string, shards: ReadonlyMap<string, string>): Promise<string> {
  const files = pricingFolder(join(root, 'packages/pricing/data'));
  const rows: string[][] = [];
  for (const path of runs) {
    const folder = await openFolder(
      path,
      { mayBeEmpty: false, variables: [], workspace: undefined, ref: undefined },
      { workingFolder: root, environment: {} },
    );
    const resources = resourceViews({ kind: 'configuration', evaluation: evaluateFolder(folder).evaluation });
    const book = openPriceBook(files);
    const input = { resources, models: awsModels, prices: book, files, usage: usageRules(null), date: runDate };
    const { coverage } = estimateCosts(input);
    const read = book.shardsRead();
    const bytes = read.reduce((sum, shard) => sum + Buffer.byteLength(shards.get(shard) ?? ''), 0);
    const names = read.map((shard) => shard.slice('book/aws/'.length, -'.tsv'.length));
    rows.push([
      `\`${path}\``,
      String(coverage.priced),
      folded(`${read.length} of ${shards.size}`, names),
      kibibytes(bytes),
    ]);
  }
  return markdownTable(['Estimate of', 'Priced resources', 'Shards read', 'Size'], rows);
}

function sourcesTable(rates: readonly RateCoverage[], nameOf: (code: string) => string): string {
  const codesOfBook = [...new Set(rates.flatMap(({ sources }) => sources))].sort();
  const rows = codesOfBook.map((code) => {
    const own = rates.filter(({ sources }) => sources.includes(code));
    return [`\`${code}\``, nameOf(code), String(own.length)];
  });
  return `Prices are of ${span(rates)}; \`tollgate prices lookup\` tells the source and the date of one.\n\n${markdownTable(['Code', 'Source', 'Rates with a price of it'], rows)}`;
}

/** The regions in which all of some rates have a price, and those in which only some have. */
function covered(
  rates: readonly RateCoverage[],
  regions: readonly string[],
): readonly [all: readonly string[], some: readonly string[]] {
  const countIn = (region: string) => rates.filter((rate) => isPricedIn(rate, region)).length;
  return [
    regions.filter((region) => countIn(region) === rates.length),
    regions.filter((region) => countIn(region) > 0 && countIn(region) < rates.length),
  ];
}

/** The regions that the book has, without local zones and Wavelength zones: `us-west-2-lax-1`. */
function regionsOf(rates: readonly RateCoverage[]): readonly string[] {
  const all = new Set(rates.flatMap(({ regions }) => regions));
  return [...all].filter((region) => /^[a-z]{2}(?:-gov)?-[a-z]+-\d$/.test(region)).sort();
}

function typeTable(data: string): readonly string[] {
  const lines = readFileSync(join(data, 'types/aws.tsv'), 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('aws_')).map((line) => line.split('\t')[0] ?? '');
}

function span(rates: readonly RateCoverage[]): string {
  const dates = rates.flatMap(({ oldest, newest }) => [oldest, newest]).sort();
  return dates[0] === dates.at(-1) ? `${dates[0]}` : `${dates[0]} to ${dates.at(-1)}`;
}

function folded(title: string, names: readonly string[]): string {
  return names.length === 0 ? title : `<details><summary>${title}</summary>${codes(names)}</details>`;
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function kibibytes(bytes: number): string {
  return `${number(Math.ceil(bytes / 1024))} KiB`;
}
