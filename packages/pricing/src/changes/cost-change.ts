import type { ResourceView } from '@tollgate/resources';
import type { CostRange, ResourceCost } from '../estimate/cost-report.ts';
import type { CostTotals } from '../estimate/cost-totals.ts';

/** What a change does to the monthly cost. Money and quantities are decimal text, money in the currency of the report. */
export interface CostChange {
  readonly kind: 'CostChange';
  readonly version: 1;
  readonly currency: string;
  /** `asOf`: the oldest date of a price that was used; null when none was. */
  readonly prices: { readonly source: string; readonly asOf: string | null };
  /**
   * Of the root modules that were compared; nothing when the change affects none. Null when there are others, and what was before is
   * not known of any of them.
   */
  readonly before: CostTotals | null;
  /** Of the root modules that were estimated. Those that the change does not affect are not in it. */
  readonly after: CostTotals;
  /** `after` less `before`, of the root modules that were compared; null when `before` is. */
  readonly monthlyDelta: string | null;
  /** The least and the most that the delta can be; null when it is known. */
  readonly deltaRange: CostRange | null;
  /** Of `before`, with one place; null when that is zero or not known. */
  readonly percent: string | null;
  readonly rootModules: readonly RootModuleChange[];
  /** All resources of the root modules that were estimated, in the order of root modules and addresses. */
  readonly resources: readonly ResourceChange[];
  /** What is wrong with usage files and shards of the price book, as sentences. */
  readonly problems: readonly string[];
}

/** What became of a root module. */
export type RootModuleChange = { readonly name: string } & (
  | {
      readonly status: 'compared';
      readonly before: CostTotals;
      readonly after: CostTotals;
      readonly monthlyDelta: string;
      /** The least and the most that the delta can be; null when it is known. */
      readonly deltaRange: CostRange | null;
      /** The name before the change, when it was renamed. */
      readonly previousName?: string;
    }
  /** Its past is not known, with the reason; empty when the run is about no change. */
  | { readonly status: 'without-base'; readonly after: CostTotals; readonly reason: string }
  /** Nothing that it reads differs, so that it was not evaluated. */
  | { readonly status: 'unaffected' }
  /** It has errors, so that nothing in it was estimated. */
  | { readonly status: 'failed'; readonly reason: string }
);

export interface ResourceChange {
  readonly rootModule: string;
  readonly address: string;
  readonly type: string;
  readonly region: string;
  /**
   * `moved`: another address and the same cost. `changed`: the cost or a line of the bill differs, whether or not the address does.
   * `present`: what was before is not known.
   */
  readonly change: 'added' | 'removed' | 'changed' | 'moved' | 'unchanged' | 'present';
  /** Where it was before, when it had another address, and how that is known. */
  readonly previous?: { readonly address: string; readonly by: 'moved-block' | 'count' | 'content' };
  /** After the change; of what is removed, before it. */
  readonly status: ResourceCost['status'];
  /** On which side it stands for a number of instances that nobody knows, of which one is counted. */
  readonly unknownInstances?: 'before' | 'after' | 'both';
  /** Before the change; null when it was not there, or is not known to have been. */
  readonly statusBefore: ResourceCost['status'] | null;
  /** The monthly cost; null when it was not there, or is not known to have been. */
  readonly before: string | null;
  /** Null when it is removed. */
  readonly after: string | null;
  /** What is added counts from zero, what is removed to zero; null for `present`. */
  readonly delta: string | null;
  /** The least and the most that the delta can be; null when it is known. */
  readonly deltaRange: CostRange | null;
  /** Why the cost changes, what weighs most first; none when it does not change. */
  readonly reasons: readonly ChangeReason[];
  /** The lines that differ, and all of what is added or removed. */
  readonly components: readonly ComponentChange[];
  /** Where it is written after the change; for what is removed, before it. */
  readonly source: ResourceView['source'];
}

/** Why a cost changes; texts are as people write values, null for what was or is not set. */
export type ChangeReason =
  | { readonly kind: 'added' | 'removed' | 'replaced' }
  /**
   * An attribute that the cost model reads: `instance_type`, of another resource with its address. Where only bills are at hand, as in
   * a saved report: a dimension of a rate, `instanceType`, or the quantity of a line, by the name of the line.
   */
  | {
      readonly kind: 'attribute' | 'usage' | 'schedule' | 'dimension' | 'quantity';
      readonly name: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  /** The same rate has another price: the price book, a discount or an own price changed. */
  | { readonly kind: 'price'; readonly rate: string; readonly before: string; readonly after: string };

/** A line of a bill before and after. */
export interface ComponentChange {
  readonly group: readonly string[];
  readonly name: string;
  /** Its name before, when that was another one. */
  readonly previousName?: string;
  readonly unit: string;
  readonly before: ComponentState | null;
  readonly after: ComponentState | null;
  /** Null when a side is not known. */
  readonly delta: string | null;
}

export interface ComponentState {
  readonly monthlyQuantity: string | null;
  readonly unitPrice: string | null;
  readonly monthlyCost: string | null;
  readonly status: 'priced' | 'unpriced' | 'usage-needed';
}
