export {
  type BigFloat,
  doubleNumeric,
  FULL_PRECISION,
  integerNumeric,
  isInfinite,
  type Numeric,
} from './big-float.ts';
export { type Conversion, conversion } from './conversion.ts';
export { convert } from './convert.ts';
export { applyDefaults, type Defaults } from './defaults.ts';
export { equal } from './equality.ts';
export { jsonText } from './json-text.ts';
export { withMarks, withoutDeepMarks, withoutMarks } from './marking.ts';
export { EMPTY_MARKS, EPHEMERAL, type Marks, SENSITIVE } from './marks.ts';
export { mismatch } from './mismatch.ts';
export { compareNumbers } from './number-arithmetic.ts';
export { parseNumber } from './number-parse.ts';
export { toBigInt, toDouble, toInteger } from './number-parts.ts';
export { formatNumber, numberText } from './number-text.ts';
export { reasonsIn, withReasons } from './reasons.ts';
export { refine, refineNotNull, refinePrefix } from './refine.ts';
export { type Bound, type Range, type Refinement, rangeOf } from './refinement.ts';
export { setValue } from './set.ts';
export { compareText } from './text-order.ts';
export {
  BOOL,
  type CollectionType,
  collectionType,
  conforms,
  DYNAMIC,
  type DynamicType,
  hasDynamic,
  isCollection,
  isPrimitive,
  isSequence,
  type ListType,
  listType,
  type MapType,
  mapType,
  NUMBER,
  type ObjectType,
  objectType,
  type PrimitiveType,
  type SetType,
  STRING,
  sameType,
  setType,
  type TupleType,
  type Type,
  tupleType,
  withoutOptional,
} from './type.ts';
export { constraintName, sortedAttributes, type TypeJson, typeJson, typeName, typeText } from './type-name.ts';
export { type Unification, unify } from './unify.ts';
export {
  type BoolValue,
  boolValue,
  deepMarks,
  depthOf,
  FALSE,
  isWhollyKnown,
  type ListValue,
  listValue,
  type MapValue,
  mapValue,
  NULL,
  type NullValue,
  type NumberValue,
  nullValue,
  numberValue,
  type ObjectValue,
  objectValue,
  type SetValue,
  type StringValue,
  sizeOf,
  sortedEntries,
  stringValue,
  TRUE,
  type TupleValue,
  tupleValue,
  typeOf,
  type UnknownValue,
  unknownValue,
  type Value,
} from './value.ts';
export { isMistake, LimitError, type PathStep, pathText, ValueError } from './value-error.ts';
