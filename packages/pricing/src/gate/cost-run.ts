import type { CostChange } from '../changes/cost-change.ts';
import type { EstimatedRoot } from '../changes/estimated-root.ts';

/** What the policies of the gate `cost` judge: a change, and what can be asked of the root modules in it. */
export interface CostRun {
  readonly change: Pick<CostChange, 'currency' | 'prices' | 'rootModules' | 'resources'>;
  /** The environment of a root module, by its name in the change, see `environmentOf`; null when nothing tells. */
  readonly environmentOf: (rootModule: string) => string | null;
  /** Those that were estimated. Resources of others, as of a change that was read from a file, are not judged one by one. */
  readonly roots: readonly CostRoot[];
}

/** A root module whose resources can be asked for. */
export interface CostRoot {
  /** As the change names it. */
  readonly name: string;
  readonly after: EstimatedRoot;
  /** Null when what was before is not known. */
  readonly before: EstimatedRoot | null;
}
