import { unknown } from '@tollgate/cel';
import type { UnknownReason } from '@tollgate/terraform';
import { once } from '../once.ts';
import type { ResourceView } from '../resource-view.ts';
import { placeText, type ValuePath } from './place-text.ts';
import type { Explain } from './resource-values.ts';

const sensitive: Explain['sensitive'] = (path) => unknown(`\`${placeText(path)}\` is sensitive and is not read`);

const ofPlan: Explain = {
  sensitive,
  unknown: (path) => unknown(`\`${placeText(path)}\` is known only after apply`),
  missing: () => undefined,
};

const beforePlan: Explain = {
  ...ofPlan,
  unknown: (path) => unknown(`\`${placeText(path)}\` was not known before the change`),
};

const beforeConfiguration: Explain = {
  ...beforePlan,
  missing: (path) =>
    unknown(`\`${placeText(path)}\` was not configured before the change: the provider decided its value`),
};

/** Why values after the change cannot be read: for a configuration, from what they were computed. */
export function explainValues({ origin, reasons }: ResourceView): Explain {
  if (origin === 'plan') return ofPlan;
  const byPlace = once(() => reasonsByPlace(reasons));
  return {
    sensitive,
    unknown: (path) => unknown(...reasonsOf(path, byPlace())),
    missing: (path) => unknown(`\`${placeText(path)}\` is not configured: the provider decides its value`),
  };
}

/** Why values before the change cannot be read. */
export function explainBefore({ origin }: ResourceView): Explain {
  return origin === 'plan' ? beforePlan : beforeConfiguration;
}

function reasonsByPlace(reasons: readonly UnknownReason[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byPlace = new Map<string, Set<string>>();
  for (const { path, reasons: given } of reasons) {
    // The elements of a value that is hidden as a whole share its place.
    const key = JSON.stringify(path);
    const known = byPlace.get(key) ?? new Set();
    byPlace.set(key, known);
    for (const reason of given) known.add(reason);
  }
  return byPlace;
}

/** The reasons of a place, or of the nearest one around it that has some. */
function reasonsOf(path: ValuePath, byPlace: ReadonlyMap<string, ReadonlySet<string>>): Iterable<string> {
  for (let length = path.length; length > 0; length--) {
    const found = byPlace.get(JSON.stringify(path.slice(0, length)));
    if (found !== undefined) return found;
  }
  return [`\`${placeText(path)}\` is not known`];
}
