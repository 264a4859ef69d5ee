import { PricingError } from '../error.ts';
import type { CostRange } from '../estimate/cost-report.ts';
import { sumOfTotals } from '../estimate/sum-of-totals.ts';
import { amount, amountText, sumOf } from '../money/amount.ts';
import type { CostChange } from './cost-change.ts';
import { countedOnce } from './counted-once.ts';
import { isPastKnown } from './past-known.ts';
import { percentText } from './percent.ts';

/** A cost change that was read from a file. */
export interface CostChangeFile {
  /** As the user calls it. */
  readonly file: string;
  readonly change: CostChange;
}

/**
 * Makes one cost change of those of several jobs, each of which estimated root modules of its own. Root modules stay in the order of
 * the files. What the usage file of all bills by itself counts once.
 * @throws PricingError when the currencies differ, or two files have the same root module.
 */
export function mergeCostChanges(files: readonly [CostChangeFile, ...CostChangeFile[]]): CostChange {
  refuseCurrencies(files);
  refuseTwice(files);
  const changes = countedOnce(files.map(({ change }) => change));
  const [first] = files;
  const known = changes.filter(({ before }) => before !== null);
  const before = known.flatMap((change) => change.before ?? []);
  const delta = sumOf(known.map(({ monthlyDelta }) => amount(monthlyDelta ?? '0')));
  const total = sumOf(before.map(({ monthlyCost }) => amount(monthlyCost)));
  const rootModules = changes.flatMap((change) => change.rootModules);
  const isKnown = isPastKnown(rootModules);
  return {
    kind: 'CostChange',
    version: 1,
    currency: first.change.currency,
    prices: {
      source: [...new Set(changes.map(({ prices }) => prices.source))].sort().join('+'),
      asOf: changes.flatMap(({ prices }) => prices.asOf ?? []).sort()[0] ?? null,
    },
    before: isKnown ? sumOfTotals(before) : null,
    after: sumOfTotals(changes.map(({ after }) => after)),
    monthlyDelta: isKnown ? amountText(delta) : null,
    deltaRange: sumOfRanges(
      known.map(({ monthlyDelta, deltaRange: range }) => ({ value: monthlyDelta ?? '0', range })),
    ),
    percent: isKnown ? percentText(delta, total) : null,
    rootModules,
    resources: changes.flatMap(({ resources }) => resources),
    problems: [...new Set(changes.flatMap(({ problems }) => problems))],
  };
}

function refuseCurrencies(files: readonly [CostChangeFile, ...CostChangeFile[]]): void {
  const [first] = files;
  const other = files.find(({ change }) => change.currency !== first.change.currency);
  if (other === undefined) return;
  throw new PricingError(
    other.file,
    `The cost change is in ${other.change.currency}, and that of ${first.file} in ${first.change.currency}. Estimate both in one currency.`,
  );
}

function refuseTwice(files: readonly CostChangeFile[]): void {
  const fileOf = new Map<string, string>();
  for (const { file, change } of files) {
    for (const { name } of change.rootModules) {
      const other = fileOf.get(name);
      if (other !== undefined) {
        throw new PricingError(
          file,
          `The root module "${name}" is in ${other === file ? 'it twice' : `${other} too`}. Let one job estimate it, or give the root modules names of their own in tollgate.yml.`,
        );
      }
      fileOf.set(name, file);
    }
  }
}

/** Null when all of them are known. */
function sumOfRanges(all: readonly { readonly value: string; readonly range: CostRange | null }[]): CostRange | null {
  if (all.every(({ range }) => range === null)) return null;
  const end = (side: keyof CostRange) => sumOf(all.map(({ value, range }) => amount(range?.[side] ?? value)));
  return { low: amountText(end('low')), high: amountText(end('high')) };
}
