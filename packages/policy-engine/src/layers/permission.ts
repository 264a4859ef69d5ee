import type { Located, Path } from '../documents/places.ts';
import type { Layer, Policy } from '../documents/policy.ts';
import { placeText } from './layer-report.ts';

/** What a layer said about a rule or a parameter, and what it lets the layers below change. */
export interface Statement<Change extends string> {
  readonly layer: Layer;
  readonly located: Located<Policy>;
  readonly path: Path;
  readonly childMay: ReadonlySet<Change>;
}

/** Makes the statement of a layer. One that lists nothing allows nothing. */
export function statement<Change extends string>(
  layer: Layer,
  located: Located<Policy>,
  path: Path,
  childMay: readonly Change[] | undefined,
): Statement<Change> {
  return { layer, located, path, childMay: new Set(childMay) };
}

/** Whether every layer above that says something lists one of these changes. */
export function isAllowed<Change extends string>(
  above: readonly Statement<Change>[],
  ...changes: readonly Change[]
): boolean {
  return above.every(({ childMay }) => changes.some((change) => childMay.has(change)));
}

/** Says which layers would have to list what, for a change that they do not allow. */
export function wayToAllow<Change extends string>(
  above: readonly Statement<Change>[],
  ...changes: readonly Change[]
): string {
  const lacking = above.filter(({ childMay }) => !changes.some((change) => childMay.has(change)));
  const where = lacking.map(({ layer, located, path }) => `layer ${layer} (${placeText(located, path)})`);
  return `To allow it, list ${changes.map((change) => `"${change}"`).join(' or ')} in \`childMay\` of ${where.join(' and ')}.`;
}
