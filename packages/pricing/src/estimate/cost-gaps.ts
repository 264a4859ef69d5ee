import { amount } from '../money/amount.ts';
import type { CostComponent, CostReport, ResourceCost } from './cost-report.ts';

/** What the total of a report does not hold, and what it takes for granted: each with its resource. */
export interface CostGaps {
  /** Resources that are billed by usage that nobody told, with these components. */
  readonly usageNeeded: readonly Gap[];
  /** Resources with components that have no price, with the reasons. */
  readonly unpriced: readonly Gap[];
  /** Resources of types that have no cost model. */
  readonly unsupported: readonly ResourceCost[];
  readonly assumed: readonly ResourceCost[];
  /** Resources whose cost is a range, since attributes are not known. */
  readonly ranges: readonly ResourceCost[];
}

/** A resource of which a report does not know everything, with the components that it is about. */
export interface Gap {
  readonly resource: ResourceCost;
  readonly components: readonly CostComponent[];
}

/** Gathers what a report does not know. */
export function costGaps({ resources }: CostReport): CostGaps {
  const withComponents = (status: CostComponent['status']): readonly Gap[] =>
    resources
      .map((resource) => ({
        resource,
        components: resource.components.filter((component) => component.status === status),
      }))
      .filter(({ components }) => components.length > 0);
  return {
    usageNeeded: withComponents('usage-needed'),
    unpriced: withComponents('unpriced'),
    unsupported: resources.filter(({ status }) => status === 'unsupported'),
    assumed: resources.filter(({ assumptions }) => assumptions.length > 0),
    ranges: resources.filter(({ unknowns }) => unknowns.length > 0),
  };
}

/** `root_block_device: Storage`: a component with the parts that it belongs to. */
export function componentLabel({ group, name }: CostComponent): string {
  return [...group, name].join(': ');
}

/** `12 priced, 2 of them with usage to be told, 30 free, 1 unpriced, 0 unsupported`. */
export function coverageText({ coverage }: CostReport): string {
  const { priced, free, usageNeeded, unpriced, unsupported } = coverage;
  const usage = usageNeeded === 0 ? '' : ` (${usageNeeded} of them billed by usage that is not told)`;
  return `${priced} priced${usage}, ${free} free, ${unpriced} unpriced, ${unsupported} unsupported`;
}

/** Resources as people look for them: the dearest first, then by address. */
export function byCost(resources: readonly ResourceCost[]): readonly ResourceCost[] {
  return resources
    .map((resource) => ({ resource, cost: amount(resource.monthlyCost) }))
    .sort((a, b) => b.cost.cmp(a.cost) || (a.resource.address < b.resource.address ? -1 : 1))
    .map(({ resource }) => resource);
}

/** The dates of the prices that were used, `from` and `to`; null when none was. */
export function priceDates({
  resources,
}: Pick<CostReport, 'resources'>): { readonly from: string; readonly to: string } | null {
  const dates = pricesOf(resources)
    .map(({ date }) => date)
    .sort();
  const [from, to] = [dates[0], dates.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/** `12 % off aws.ec2.* (tollgate.yml:4:7): applied 3 times`: the rules of the settings, with what they did. */
export function settingTexts({ settings = [] }: CostReport): readonly string[] {
  return settings.map(({ rule, uses }) => {
    if (uses === null) return rule;
    return `${rule}: ${uses === 0 ? 'applied to nothing' : `applied ${uses === 1 ? 'once' : `${uses} times`}`}`;
  });
}

/** The codes of the sources of the prices that were used, in order. */
export function priceSources({ resources }: CostReport): readonly string[] {
  return [...new Set(pricesOf(resources).flatMap(({ source }) => source.split('+')))].sort();
}

function pricesOf(resources: readonly ResourceCost[]) {
  return resources.flatMap(({ components }) => components).flatMap(({ price }) => price ?? []);
}
