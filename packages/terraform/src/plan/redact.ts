import { isList, isObject, type JsonValue } from '../json/value.ts';

/** What stands in place of a sensitive value, as in Terraform's own output. */
export const redacted = '(sensitive value)';

/**
 * Gives a value with every sensitive place replaced. `sensitive` has the shape of the value and `true` at those places, like
 * `afterSensitive`. Where the two do not fit together, and the value could be a sensitive one, all of it is replaced.
 * `instead` is what stands in its place.
 */
export function redact(value: JsonValue, sensitive: JsonValue, instead: JsonValue = redacted): JsonValue {
  if (sensitive === true) return instead;
  if (isList(sensitive)) {
    if (isList(value) && value.length === sensitive.length) {
      return value.map((element, index) => redact(element, sensitive[index] ?? false, instead));
    }
    return isSensitive(sensitive) && value !== null ? instead : value;
  }
  if (isObject(sensitive)) {
    if (isObject(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, element]) => [
          key,
          redact(element, Object.hasOwn(sensitive, key) ? (sensitive[key] ?? false) : false, instead),
        ]),
      );
    }
    return isSensitive(sensitive) && value !== null ? instead : value;
  }
  return value;
}

/** Whether a sensitivity mark has a sensitive place anywhere in it. */
export function isSensitive(sensitive: JsonValue): boolean {
  if (sensitive === true) return true;
  if (isList(sensitive)) return sensitive.some(isSensitive);
  return isObject(sensitive) && Object.values(sensitive).some(isSensitive);
}
