import type { ResourceView } from '@tollgate/resources';
import type { JsonValue } from '@tollgate/terraform';
import { type Path, pathText } from './place.ts';

/** The values that an unknown attribute can have, as the validation of a variable allows them; null when nothing tells them. */
export function possibleValues({ reasons }: ResourceView, path: Path): readonly JsonValue[] | null {
  const wanted = pathText(path);
  return reasons.find((reason) => pathText(reason.path) === wanted)?.possible ?? null;
}
