import { isList, isObject, isSensitive, type JsonObject, type JsonValue, redact } from '@tollgate/terraform';

/** Values without their secrets, and where these were. */
export interface WithheldValues {
  readonly values: JsonObject;
  readonly sensitive: JsonObject;
}

/**
 * Takes the secrets out of the values of a plan. A plan marks sensitive attributes whether or not they are set; one that is
 * null has nothing to hide, and only tells that it is not set.
 */
export function withheldValues(values: JsonObject | null, marks: JsonValue): WithheldValues {
  if (values === null) return { values: {}, sensitive: {} };
  const sensitive = secretPlaces(marksByAttribute(marks, values), values);
  const names = Object.keys(sensitive);
  if (names.length === 0) return { values, sensitive };
  const withheld = names
    .filter((name) => Object.hasOwn(values, name))
    .map((name) => [name, redact(values[name] ?? null, sensitive[name] ?? false, null)] as const);
  return { values: { ...values, ...Object.fromEntries(withheld) }, sensitive };
}

/** Marks by attribute, also where all of them have the same. */
export function marksByAttribute(marks: JsonValue, values: JsonObject): JsonObject {
  if (marks !== true) return isObject(marks) ? marks : {};
  return Object.fromEntries(Object.keys(values).map((name) => [name, true]));
}

/** The marks of an object that are at values. */
function secretPlaces(marks: JsonObject, values: JsonObject): JsonObject {
  const secret: [string, JsonValue][] = [];
  for (const name of Object.keys(marks)) {
    const mark = marks[name] ?? false;
    if (!isSensitive(mark)) continue;
    const found = secretPlace(mark, Object.hasOwn(values, name) ? values[name] : undefined);
    if (found !== false) secret.push([name, found]);
  }
  return Object.fromEntries(secret);
}

function secretPlace(mark: JsonValue, value: JsonValue | undefined): JsonValue {
  if (value === null) return false;
  if (isObject(mark) && isObject(value)) return secretPlaces(mark, value);
  if (isList(mark) && isList(value) && mark.length === value.length) {
    return mark.map((element, index) => secretPlace(element, value[index]));
  }
  return isSensitive(mark);
}
