import type { ResourceView } from '@tollgate/resources';
import type { JsonValue } from '@tollgate/terraform';
import { factsOf } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { PriceSource } from '../prices/price.ts';
import type { PricingFiles } from '../pricing-files.ts';
import type { Path } from '../resource/place.ts';
import { possibleValues } from '../resource/possible-values.ts';
import { regionOf } from '../resource/region.ts';
import { ResourceIndex } from '../resource/resource-index.ts';
import { resourceUsers } from '../resource/resource-users.ts';
import { allHours, type RunningHours } from '../settings/running-hours.ts';
import type { SettingRule } from '../settings/setting-uses.ts';
import { typeClasses } from '../types/type-classes.ts';
import type { UsageRules } from '../usage/usage-rules.ts';
import type { ResourceCost } from './cost-report.ts';
import { type CostedResource, type CostSurroundings, resourceCost } from './resource-cost.ts';
import { usageResources } from './usage-resources.ts';

/** What an estimate is made of. The same input gives the same report. */
export interface EstimateInput {
  /** Of a plan or a configuration. What it deletes, and data sources, have no cost; they are looked up. */
  readonly resources: readonly ResourceView[];
  readonly models: readonly CostModel[];
  readonly prices: PriceSource;
  readonly files: PricingFiles;
  readonly usage: UsageRules;
  /** The date of the run, `2026-07-20`. */
  readonly date: string;
  /** How the report calls where prices come from; `embedded` unless told. */
  readonly priceSource?: string;
  /** Of the report; prices in another one count as missing. `USD` unless told. */
  readonly currency?: string;
  /** How long resources run a month; all 730 hours unless told. */
  readonly hoursOf?: (view: ResourceView) => RunningHours;
  /** Takes allowances that an account has once off every resource; false unless told. */
  readonly freeTier?: boolean;
  /** The region of resources that nothing tells the region of; `us-east-1` unless told. */
  readonly defaultRegion?: string;
  /** The values that an unknown attribute can have, such as those that a variable allows; null when nothing tells them. */
  readonly possibleValues?: (view: ResourceView, path: Path) => readonly JsonValue[] | null;
  /** Leaves out what the usage file bills by itself, such as data transfer: of several root modules only one has it. */
  readonly withoutUsageResources?: boolean;
  /** The rules of the cost settings, which the report tells the use of. */
  readonly rules?: readonly SettingRule[];
  /** What is wrong with prices, asked for at the end. */
  readonly problems?: () => readonly string[];
}

/** Resources that are ready to be estimated, each beside the others. */
export interface Estimation {
  /** What has a cost: the managed resources that are there after the change, and what the usage file names. */
  readonly views: readonly ResourceView[];
  /** The cost of one of them, or of what one of them could be instead: a view of the same address with other values. */
  costOf(view: ResourceView): CostedResource;
  /** The cost of one of them when another that it refers to, such as its launch template, is what that could be instead. */
  costWith(view: ResourceView, referred: ResourceView): CostedResource;
  /**
   * What a cost is made from, as text by name: the attributes that the model reads, `instance_type`, and its usage,
   * `usage.monthly_requests`. What is not set has the name and no text.
   */
  inputsOf(view: ResourceView): ReadonlyMap<string, string | null>;
  /** The resources that refer to one, by whatever attribute; null when none is found, and references are not all known. */
  usedBy(view: ResourceView): readonly ResourceView[] | null;
}

/** Opens an estimate. Nothing is priced before it is asked for. */
export function openEstimation(input: EstimateInput): Estimation {
  const { resources, prices, files, usage } = input;
  const present = resources.filter(isPresent);
  const index = new ResourceIndex(present);
  const defaultRegion = input.defaultRegion ?? 'us-east-1';
  const surroundings: CostSurroundings = {
    prices,
    facts: factsOf(files),
    date: input.date,
    hoursOf: input.hoursOf ?? (() => allHours),
    freeTier: input.freeTier ?? false,
    currency: input.currency ?? 'USD',
    regionOf: (view) => regionOf(view, defaultRegion).region,
    usageOf: ({ address, type }) => usage.usageOf(address, type),
    possibleValues: input.possibleValues ?? possibleValues,
    target: (...wanted) => index.target(...wanted),
    referrers: (...wanted) => index.referrers(...wanted),
  };
  const models = new Map(input.models.flatMap((model) => model.types.map((type) => [type, model] as const)));
  const classOf = typeClasses(files);
  const costIn = (around: CostSurroundings, view: ResourceView): CostedResource => {
    const model = models.get(view.type);
    if (model !== undefined) return withAssumedPlace(resourceCost(model, view, around), view, defaultRegion);
    const known = classOf(view.type);
    return withoutModel(view, known === 'free' || known === 'passes-on' ? 'free' : 'unsupported', defaultRegion);
  };
  const fromUsage = input.withoutUsageResources === true ? [] : usageResources(input.models, usage);
  return {
    views: [...present, ...fromUsage].filter(({ mode }) => mode === 'managed'),
    costOf: (view) => costIn(surroundings, view),
    costWith(view, referred) {
      const instead = (found: ResourceView) => (found.address === referred.address ? referred : found);
      const around: CostSurroundings = {
        ...surroundings,
        target(...wanted) {
          const found = surroundings.target(...wanted);
          return found === null ? null : instead(found);
        },
        referrers: (...wanted) => surroundings.referrers(...wanted).map(instead),
      };
      return costIn(around, view);
    },
    usedBy: resourceUsers(present, index),
    inputsOf(view) {
      const found = new Map<string, string | null>([['region', surroundings.regionOf(view)]]);
      const note = (name: string, text: string | null) => found.set(name, text);
      const watched: CostSurroundings = {
        ...surroundings,
        noteRead: note,
        usageOf: (of) =>
          surroundings.usageOf(of).watched({ read: (path, text) => note(`usage.${path.join('.')}`, text) }),
      };
      costIn(watched, view);
      return found;
    },
  };
}

function isPresent({ action }: ResourceView): boolean {
  return action !== 'delete' && action !== 'forget';
}

/** Notes what was assumed of a resource as a whole. */
function withAssumedPlace(costed: CostedResource, view: ResourceView, defaultRegion: string): CostedResource {
  const { region, assumed } = regionOf(view, defaultRegion);
  const notes = [
    ...(assumed ? [{ attribute: 'region', value: region }] : []),
    ...(view.expanded ? [] : [{ attribute: 'number of instances', value: '1' }]),
  ];
  if (notes.length === 0 || costed.cost.status === 'free') return costed;
  const instances = view.expanded ? {} : ({ instances: 'unknown' } as const);
  return { ...costed, cost: { ...costed.cost, ...instances, assumptions: [...notes, ...costed.cost.assumptions] } };
}

function withoutModel(view: ResourceView, status: ResourceCost['status'], defaultRegion: string): CostedResource {
  const { address, type, source } = view;
  const { region } = regionOf(view, defaultRegion);
  const nothing = { monthlyCost: '0', range: null, components: [], assumptions: [], unknowns: [] };
  const cost = { address, type, region, status, source, ...nothing };
  return { cost, low: amount(0), high: amount(0), cases: [], prices: [] };
}
