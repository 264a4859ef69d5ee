import { isList, isObject, type JsonValue, member, type PlannedResource } from '@tollgate/terraform';

/** A planned value with what Terraform says of it: `true` in the marks where it is unknown or sensitive. */
export interface Attribute {
  /** Undefined when the plan does not have it, as for every unknown value. */
  readonly value: JsonValue | undefined;
  readonly unknown: JsonValue | undefined;
  readonly sensitive: JsonValue | undefined;
}

/** All values of a resource after apply. */
export function attributesOf(resource: PlannedResource): Attribute {
  return {
    value: resource.after ?? undefined,
    unknown: resource.after === null ? undefined : resource.afterUnknown,
    sensitive: resource.afterSensitive,
  };
}

/** A member of an object or map. */
export function attribute(parent: Attribute, name: string): Attribute {
  const marks = (mark: JsonValue | undefined) => (mark === true ? true : member(mark, name));
  return { value: member(parent.value, name), unknown: marks(parent.unknown), sensitive: marks(parent.sensitive) };
}

/** The elements of a list or set of blocks; a block that is no list is its own only element. None of what is unknown as a whole. */
export function elements(parent: Attribute): Attribute[] {
  if (isObject(parent.value)) return [parent];
  if (!isList(parent.value)) return [];
  const marks = (mark: JsonValue | undefined, index: number) =>
    isList(mark) ? mark[index] : mark === true ? true : undefined;
  return parent.value.map((value, index) => ({
    value,
    unknown: marks(parent.unknown, index),
    sensitive: marks(parent.sensitive, index),
  }));
}

/** Whether the plan has the attribute at all, be it null or unknown: then the provider's schema has it. */
export function isPlanned(found: Attribute): boolean {
  return found.value !== undefined || (found.unknown !== undefined && found.unknown !== false);
}

/** Whether any part of a value is unknown. */
export function hasUnknown(mark: JsonValue | undefined): boolean {
  if (mark === true) return true;
  if (isList(mark)) return mark.some(hasUnknown);
  return isObject(mark) && Object.values(mark).some(hasUnknown);
}
