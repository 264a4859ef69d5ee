import type { ResourceView } from '@tollgate/resources';

/** What resources cost a month. Money and quantities are decimal text, money in the currency of the report. */
export interface CostReport {
  readonly kind: 'CostReport';
  readonly version: 1;
  readonly currency: string;
  /** `asOf`: the oldest date of a price that was used; null when none was. */
  readonly prices: { readonly source: string; readonly asOf: string | null };
  /** Of all that is priced; the high end where attributes that are not known make it a range. */
  readonly monthlyCost: string;
  /** Null when everything is known. */
  readonly range: CostRange | null;
  readonly coverage: CostCoverage;
  /** The rules of the cost settings, in their order; absent when there are none. */
  readonly settings?: readonly SettingUse[];
  /** What each root module costs, in the order of the run; absent when there is only one. */
  readonly rootModules?: readonly RootModuleCost[];
  readonly resources: readonly ResourceCost[];
  /** What is wrong with the usage file and with shards of the price book, as sentences. */
  readonly problems: readonly string[];
}

/** What the resources of a root module cost a month. */
export interface RootModuleCost extends Pick<CostReport, 'monthlyCost' | 'range' | 'coverage'> {
  readonly name: string;
}

/** A rule of the cost settings, and what it did. */
export interface SettingUse {
  /** `12 % off aws.ec2.* (tollgate.yml:4:7)`. */
  readonly rule: string;
  /** How many lines of bills, or resources for a schedule, it was applied to; null when it is about the whole report. */
  readonly uses: number | null;
}

/** The least and the most that something can cost a month. */
export interface CostRange {
  readonly low: string;
  readonly high: string;
}

/** How many resources are known, by status. `usageNeeded` counts those of the priced ones that have a line without usage. */
export interface CostCoverage {
  readonly priced: number;
  readonly free: number;
  readonly usageNeeded: number;
  readonly unpriced: number;
  readonly unsupported: number;
}

/** What a resource costs a month. */
export interface ResourceCost {
  /** The root module that it belongs to; absent when there is only one. */
  readonly rootModule?: string;
  readonly address: string;
  readonly type: string;
  readonly region: string;
  /**
   * `unpriced`: at least one component has no price, so that the cost is only a part. `unsupported`: there is no model for the type.
   */
  readonly status: 'priced' | 'free' | 'unpriced' | 'unsupported';
  /** Of the components that are priced. */
  readonly monthlyCost: string;
  readonly range: CostRange | null;
  readonly source: ResourceView['source'];
  readonly components: readonly CostComponent[];
  /** Defaults that were taken: `root_block_device.volume_size = 8`. */
  readonly assumptions: readonly Assumption[];
  /** The attributes that are not known and make the cost a range, with the reason. */
  readonly unknowns: readonly string[];
  /** The schedule that it runs by; absent when it runs all hours. */
  readonly schedule?: string;
  /** `unknown`: it stands for a number of instances that nobody knows, of which one is counted. Absent when it is one. */
  readonly instances?: 'unknown';
}

/** An attribute that is not set, and the value that the cloud gives it. */
export interface Assumption {
  readonly attribute: string;
  readonly value: string;
}

/** A line of the bill of a resource. */
export interface CostComponent {
  /** The parts of the resource that it belongs to, outermost first: `["root_block_device"]`. */
  readonly group: readonly string[];
  readonly name: string;
  readonly unit: string;
  /** Null when it is not known. */
  readonly monthlyQuantity: string | null;
  readonly unitPrice: string | null;
  readonly monthlyCost: string | null;
  readonly usageBased: boolean;
  readonly status: 'priced' | 'unpriced' | 'usage-needed';
  /** Null when it is not known which rate it would be. */
  readonly rate: string | null;
  /** Of the rate, such as `{ "instanceType": "m5.large" }`; absent when it has none. */
  readonly dimensions?: Readonly<Record<string, string>>;
  /** Where the price is of another region than that of the resource. */
  readonly region?: string;
  /** A rate whose price is added, such as that of a licence. */
  readonly plus?: { readonly rate: string; readonly dimensions?: Readonly<Record<string, string>> };
  /** Why it is unpriced. */
  readonly reason?: string;
  /** Where the price comes from. */
  readonly price?: { readonly source: string; readonly date: string; readonly derived: boolean };
  /** The rules of the cost settings that made the price, in their order; absent when none did. */
  readonly rules?: readonly string[];
}
