import type { ResourceView } from '@tollgate/resources';
import { isList, isObject, type JsonObject, type JsonValue } from '@tollgate/terraform';
import type { Path } from '../resource/place.ts';

/** The values of a resource, with what is unknown and what is secret. */
type MarkedValues = Pick<ResourceView, 'values' | 'unknown' | 'sensitive'>;

/** A resource with another value at a place; null takes the value away. What is written there is known, and is no secret. */
export function changedView<View extends MarkedValues>(view: View, path: Path, value: JsonValue): View {
  return {
    ...view,
    values: replaced(view.values, path, value),
    unknown: replaced(view.unknown, path, null),
    sensitive: replaced(view.sensitive, path, null),
  };
}

function replaced(values: JsonObject, path: Path, value: JsonValue): JsonObject {
  const changed = replacedIn(values, path, value);
  return isObject(changed) ? changed : values;
}

/** A way that does not lead anywhere is made only as far as objects need it: a mark has no elements where nothing is marked. */
function replacedIn(part: JsonValue | undefined, [step, ...rest]: Path, value: JsonValue): JsonValue {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    if (!isList(part)) return part ?? null;
    return part.map((element, index) => (index === step ? replacedIn(element, rest, value) : element));
  }
  const object = isObject(part) ? part : {};
  if (value === null && rest.length === 0) {
    return Object.fromEntries(Object.entries(object).filter(([name]) => name !== step));
  }
  if (value === null && !Object.hasOwn(object, step)) return object;
  return { ...object, [step]: replacedIn(object[step], rest, value) };
}
