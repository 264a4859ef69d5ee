import type { CostChange, RootModuleChange } from '../changes/cost-change.ts';
import type { CostTotals } from '../estimate/cost-totals.ts';
import { sumOfCosts } from '../estimate/sum-of-totals.ts';
import { openNumber, openPrices } from '../gate/open-delta.ts';
import { amount } from '../money/amount.ts';
import { deltaText, percentChangeText } from '../money/money-text.ts';
import { costText } from './cost-text.ts';
import { counted } from './counted.ts';

type Estimated = Extract<RootModuleChange, { readonly after: CostTotals }>;

/** What a change costs, in one line: `$12,480 → $13,115 a month (+$635, +5.1 %).`, and what of it is not known. */
export function headline(change: CostChange): string {
  return [mainSentence(change), ...asides(change)].join(' ');
}

function mainSentence({ before, after, monthlyDelta, deltaRange, percent, currency, rootModules }: CostChange): string {
  const all = rootModules.length;
  const estimated = rootModules.filter(isEstimated);
  if (estimated.length === 0) {
    return rootModules.every(({ status }) => status === 'unaffected')
      ? `No change: ${all === 1 ? 'the root module is' : `the ${all} root modules are`} not affected.`
      : 'Nothing could be estimated.';
  }
  const month = `a month${all === estimated.length ? '' : ` in ${estimated.length} of ${counted(all, 'root module')}`}`;
  if (before === null || monthlyDelta === null) {
    const cost = `${costText(after, currency)} ${month}`;
    return isAboutChange(estimated) ? `${cost}; what it was before is not known${reasonOf(estimated)}.` : `${cost}.`;
  }
  const now = sumOfCosts(estimated.flatMap((root) => (root.status === 'compared' ? [root.after] : [])));
  if (deltaRange === null && amount(monthlyDelta).eq(0)) return `No change: ${costText(now, currency)} ${month}.`;
  const places = placesOf([before.monthlyCost, now.monthlyCost, monthlyDelta, ...Object.values(deltaRange ?? {})]);
  const delta =
    deltaRange === null
      ? [deltaText(monthlyDelta, currency, places), ...(percent === null ? [] : [percentChangeText(percent)])].join(
          ', ',
        )
      : `${deltaText(deltaRange.low, currency, places)} to ${deltaText(deltaRange.high, currency, places)}`;
  return `${costText(before, currency, places)} → ${costText(now, currency, places)} ${month} (${delta}).`;
}

/** What the line would hide: it stands for less than all. */
function asides({ rootModules, resources, currency }: CostChange): readonly string[] {
  const isCompared = rootModules.some(({ status }) => status === 'compared');
  const untold = rootModules.filter((root) => root.status === 'without-base');
  const failed = rootModules.filter(({ status }) => status === 'failed').length;
  const unpriced = isCompared
    ? resources.filter((resource) => openPrices(resource, 'left-out') !== null).length
    : sumOfUnpriced(untold);
  const manyTimes = resources.filter((resource) => openNumber(resource) !== null).length;
  const more = costText(sumOfCosts(untold.map(({ after }) => after)), currency);
  return [
    ...(isCompared && untold.length > 0
      ? [`${counted(untold.length, 'more root module')} with ${more} a month: what was before is not known.`]
      : []),
    ...(unpriced === 0
      ? []
      : [`Not counted: ${counted(unpriced, isCompared ? 'changed resource' : 'resource')} without a price.`]),
    ...(manyTimes === 0 ? [] : [`Counted once: ${counted(manyTimes, 'resource')} of an unknown number of instances.`]),
    ...(failed === 0 ? [] : [`${counted(failed, 'root module')} could not be evaluated.`]),
  ];
}

function sumOfUnpriced(roots: readonly Estimated[]): number {
  return roots.reduce((sum, { after: { coverage } }) => sum + coverage.unpriced + coverage.unsupported, 0);
}

function isEstimated(root: RootModuleChange): root is Estimated {
  return 'after' in root;
}

/** A run on a schedule is about what there is, and asks nothing of the past. */
function isAboutChange(roots: readonly Estimated[]): boolean {
  return roots.some((root) => root.status !== 'without-base' || root.reason !== '');
}

/** The one reason why the past is not known; of several root modules each has its own, which is told below. */
function reasonOf(roots: readonly Estimated[]): string {
  const reasons = new Set(roots.map((root) => (root.status === 'without-base' ? root.reason : '')));
  const [reason = ''] = reasons;
  return reasons.size === 1 && reason !== '' ? `: ${reason.replace(/\.$/, '')}` : '';
}

/** Cents say nothing beside large amounts. */
function placesOf(amounts: readonly string[]): 0 | 2 {
  return amounts.every((each) => amount(each).abs().gte(100)) ? 0 : 2;
}
