import type { Evaluation } from '@tollgate/terraform';
import { changeReasons } from './change-reasons.ts';
import { type ComparedRoot, compareSides } from './compare-sides.ts';
import { contentOfView } from './content.ts';
import type { EstimatedResource, EstimatedRoot } from './estimated-root.ts';

/** Both sides of a root module. */
export interface EstimateComparison {
  /** Without resources for a root module that was not there. */
  readonly before: EstimatedRoot;
  readonly after: EstimatedRoot;
  /** The `moved` blocks of the configuration after the change; a plan tells by itself what moves. */
  readonly moved?: Evaluation['moved'];
}

/** Compares what the resources of a root module cost before and after a change. */
export function compareEstimates({ before, after, moved = [] }: EstimateComparison): ComparedRoot {
  return compareSides({
    before: before.resources.map(sideOf),
    after: after.resources.map(sideOf),
    moved,
    reasons: (pair, renamed) => changeReasons(pair, { before, after }, renamed),
  });
}

function sideOf({ view, costed }: EstimatedResource) {
  const { address, previousAddress = null } = view;
  return { address, previousAddress, view, costed, content: () => contentOfView(view, costed.cost.region) };
}
