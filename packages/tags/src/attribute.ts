import { isList, isObject, type JsonValue, member, type UnknownReason } from '@tollgate/terraform';

/** A value of a resource with what is known of it: `true` in the marks where it is unknown or sensitive. */
export interface Attribute {
  /** Undefined when it is not there, as every unknown value. */
  readonly value: JsonValue | undefined;
  readonly unknown: JsonValue | undefined;
  readonly sensitive: JsonValue | undefined;
  /** What it is a part of, and under which name or position; null for all values of a resource. */
  readonly within: { readonly parent: Attribute; readonly step: string | number } | null;
  readonly reading: Reading;
}

/** What is true of all values that were read from one place. */
export interface Reading {
  /** Sensitive values are not at hand: they are null, whatever they are. */
  readonly withheld: boolean;
  readonly reasons: readonly UnknownReason[];
  /** What the expression at a path refers to, with full addresses; absent where that is not at hand. */
  readonly references?: (path: readonly (string | number)[]) => readonly string[];
}

/** A member of an object or map. */
export function attribute(parent: Attribute, name: string): Attribute {
  const marks = (mark: JsonValue | undefined) => (mark === true ? true : member(mark, name));
  return {
    value: member(parent.value, name),
    unknown: marks(parent.unknown),
    sensitive: marks(parent.sensitive),
    within: { parent, step: name },
    reading: parent.reading,
  };
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
    within: { parent, step: index },
    reading: parent.reading,
  }));
}

/** Whether an attribute is there at all, be it null or unknown. In a plan this proves that the provider's schema has it. */
export function isPresent(found: Attribute): boolean {
  return found.value !== undefined || (found.unknown !== undefined && found.unknown !== false);
}

/** Whether the value is there and cannot be seen, because it is sensitive. */
export function isWithheld(found: Attribute): boolean {
  return found.reading.withheld && found.sensitive === true && found.value !== undefined && found.unknown !== true;
}

/** Whether any part of a value is unknown. */
export function hasUnknown(mark: JsonValue | undefined): boolean {
  if (mark === true) return true;
  if (isList(mark)) return mark.some(hasUnknown);
  return isObject(mark) && Object.values(mark).some(hasUnknown);
}

/** Why a value, a part of it or what it is a part of is unknown; sorted. */
export function reasonsOf(found: Attribute): readonly string[] {
  const path = pathOf(found);
  const about = found.reading.reasons.filter((reason) =>
    reason.path.every((step, index) => index >= path.length || step === path[index]),
  );
  return [...new Set(about.flatMap(({ reasons }) => reasons))].sort();
}

const afterApply = / is known only after apply$/;

/**
 * What an unknown value is taken from, such as `module.a.aws_launch_template.web[0].id`: a plan tells it by the expression, an
 * evaluation by the reasons. Null when something else has a part in it.
 */
export function takenFrom(found: Attribute): readonly string[] | null {
  const { references } = found.reading;
  if (references !== undefined) return references(pathOf(found));
  const reasons = reasonsOf(found);
  return reasons.every((reason) => afterApply.test(reason))
    ? reasons.map((reason) => reason.replace(afterApply, ''))
    : null;
}

/** The way to a value: `root_block_device`, 0, `tags`. */
function pathOf({ within }: Attribute): readonly (string | number)[] {
  return within === null ? [] : [...pathOf(within.parent), within.step];
}
