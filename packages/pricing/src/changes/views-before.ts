import type { ResourceView } from '@tollgate/resources';

/**
 * The resources as they were before a plan, under their addresses after it, by which a usage file and what refers to them know
 * them. What the plan creates was not there; data sources, which have no cost and are only looked up, stay as they are read.
 */
export function viewsBefore(views: readonly ResourceView[]): readonly ResourceView[] {
  return views.flatMap((view) => {
    const { before, beforeUnknown, beforeSensitive } = view;
    if (before === null) return view.mode === 'data' ? [view] : [];
    return {
      ...view,
      action: 'no-op',
      values: before,
      unknown: beforeUnknown,
      sensitive: beforeSensitive,
      reasons: [],
      before: null,
      beforeUnknown: {},
      beforeSensitive: {},
    };
  });
}
