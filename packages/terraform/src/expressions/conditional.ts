import { type Conditional, type Expression, type Range, rangeBetween, type TemplateIf } from '@tollgate/hcl';
import { type Conversion, conversion } from '../values/conversion.ts';
import { convert } from '../values/convert.ts';
import { withMarks, withoutMarks } from '../values/marking.ts';
import { compareNumbers } from '../values/number-arithmetic.ts';
import { reasonsIn } from '../values/reasons.ts';
import { refine } from '../values/refine.ts';
import { type Bound, type Refinement, rangeOf, type Range as ValueRange } from '../values/refinement.ts';
import { BOOL, DYNAMIC, isCollection, sameType, type Type } from '../values/type.ts';
import { unify } from '../values/unify.ts';
import { nullValue, typeOf, unknownValue, type Value } from '../values/value.ts';
import { isMistake } from '../values/value-error.ts';
import { attempt, type Frame, fail } from './frame.ts';
import { describeDifference } from './type-difference.ts';

/** The type of a conditional, and how its two results become values of it. */
interface CommonType {
  readonly type: Type;
  readonly whenTrue: Conversion | undefined;
  readonly whenFalse: Conversion | undefined;
}

const INCONSISTENT = 'Inconsistent conditional result types';

/**
 * evaluateConditional evaluates `condition ? a : b` and the `if` of templates. Both results are evaluated, because both
 * decide the type, but only the mistakes of the one that is chosen count.
 */
export function evaluateConditional(expression: Conditional | TemplateIf, frame: Frame): Value {
  const whenTrue = attempt(frame, expression.whenTrue);
  const whenFalse = attempt(frame, expression.whenFalse);
  const common = commonType(whenTrue.value, whenFalse.value);
  if (typeof common === 'string') {
    const results = rangeBetween(expression.whenTrue, expression.whenFalse);
    return fail(frame, results, INCONSISTENT, common);
  }
  const given = frame.evaluate(expression.condition, frame);
  if (given.kind === 'null') {
    const detail = 'The condition value is null. Conditions must either be true or false.';
    fail(frame, expression.condition, 'Null condition', detail);
    return unknownValue(common.type);
  }
  const marks = given.marks | whenTrue.value.marks | whenFalse.value.marks;
  if (given.kind === 'unknown') {
    const [a, b] = [withoutMarks(whenTrue.value), withoutMarks(whenFalse.value)];
    return withMarks(undecided(given, a, b, common.type), marks);
  }
  const condition = toBool(given);
  if (condition === undefined) {
    fail(frame, expression.condition, 'Incorrect condition type', 'The condition expression must be of type bool.');
    return unknownValue(common.type);
  }
  const [chosen, convertResult, name, branch] = condition
    ? ([whenTrue, common.whenTrue, 'true', expression.whenTrue] as const)
    : ([whenFalse, common.whenFalse, 'false', expression.whenFalse] as const);
  frame.problems.push(...chosen.problems);
  return withMarks(converted(chosen.value, convertResult, name, branch, common.type, frame), marks);
}

function converted(
  value: Value,
  convertResult: Conversion | undefined,
  name: string,
  branch: Expression & Range,
  type: Type,
  frame: Frame,
): Value {
  try {
    return convertResult === undefined ? value : convertResult(value);
  } catch (error) {
    if (!isMistake(error)) throw error;
    fail(frame, branch, INCONSISTENT, `The ${name} result value has the wrong type: ${error.message}.`);
    return unknownValue(type);
  }
}

function toBool(value: Value): boolean | undefined {
  try {
    const bool = convert(withoutMarks(value), BOOL);
    return bool.kind === 'bool' ? bool.value : undefined;
  } catch (error) {
    if (isMistake(error)) return undefined;
    throw error;
  }
}

/** The common type of both results, or what to say when there is none. */
function commonType(a: Value, b: Value): CommonType | string {
  const [typeOfA, typeOfB] = [typeOf(a), typeOf(b)];
  // The null of a literal has the type of the other result.
  if (isPlainNull(a)) return { type: typeOfB, whenTrue: conversion(DYNAMIC, typeOfB, true), whenFalse: undefined };
  if (isPlainNull(b)) return { type: typeOfA, whenTrue: undefined, whenFalse: conversion(DYNAMIC, typeOfA, true) };
  if (typeOfA.kind === 'dynamic' || typeOfB.kind === 'dynamic') {
    return { type: DYNAMIC, whenTrue: undefined, whenFalse: undefined };
  }
  try {
    const unified = unify([typeOfA, typeOfB], true);
    if (unified !== undefined) {
      return { type: unified.type, whenTrue: unified.conversions[0], whenFalse: unified.conversions[1] };
    }
  } catch (error) {
    if (isMistake(error)) return `The true and false result expressions have no common type: ${error.message}.`;
    throw error;
  }
  return `The true and false result expressions must have consistent types. ${describeDifference(typeOfA, typeOfB)}.`;
}

function isPlainNull(value: Value): boolean {
  return value.kind === 'null' && value.type.kind === 'dynamic' && value.marks === 0;
}

/** What is known of the result while it is not known which one it will be. */
function undecided(condition: Value, a: Value, b: Value, type: Type): Value {
  if (a.kind === 'null' && b.kind === 'null') return nullValue(type);
  const [left, right] = [rangeOf(a), rangeOf(b)];
  const notNull: Refinement = left.notNull && right.notNull ? { notNull: true } : {};
  return refine(unknownValue(type, reasonsIn(condition, a, b)), { ...notNull, ...commonRange(left, right) });
}

function commonRange(a: ValueRange, b: ValueRange): Refinement {
  if (a.type.kind === 'number' && b.type.kind === 'number') {
    const low = wider(a.low, b.low, 1);
    const high = wider(a.high, b.high, -1);
    return { ...(low ? { low } : {}), ...(high ? { high } : {}) };
  }
  if (!isCollection(a.type) || !sameType(a.type, b.type)) return {};
  const maxLength = Math.max(a.maxLength ?? Number.POSITIVE_INFINITY, b.maxLength ?? Number.POSITIVE_INFINITY);
  return {
    minLength: Math.min(a.minLength ?? 0, b.minLength ?? 0),
    ...(Number.isFinite(maxLength) ? { maxLength } : {}),
  };
}

function wider(a: Bound | undefined, b: Bound | undefined, direction: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined) return undefined;
  const order = compareNumbers(a.value, b.value) * direction;
  if (order !== 0) return order < 0 ? a : b;
  return a.inclusive ? a : b;
}
