import type { Expression, ForExpression, Range } from '@tollgate/hcl';
import { convert } from '../values/convert.ts';
import { withMarks, withoutMarks } from '../values/marking.ts';
import type { Marks } from '../values/marks.ts';
import { quoteText } from '../values/quote.ts';
import { reasonsIn } from '../values/reasons.ts';
import { BOOL, DYNAMIC, STRING, type Type } from '../values/type.ts';
import { typeName } from '../values/type-name.ts';
import { objectValue, tupleValue, typeOf, unknownValue, type Value } from '../values/value.ts';
import { isMistake } from '../values/value-error.ts';
import { elementsOf, isIterable } from './elements.ts';
import { type Frame, fail, NOTHING, withLocal } from './frame.ts';

/** What `for` in expressions and in templates have in common. */
export interface Loop extends Range {
  readonly keyVariable: string | undefined;
  readonly valueVariable: string;
  readonly collection: Expression;
}

/** What a loop goes through: for each element what can be seen from within; or the result when there is nothing to do. */
type Iteration = { readonly frames: readonly Frame[]; readonly marks: Marks } | { readonly result: Value };

/** evaluateFor evaluates `[for …]` and `{for …}`. */
export function evaluateFor(expression: ForExpression, frame: Frame): Value {
  const iteration = iterate(expression, frame, expression.condition);
  if ('result' in iteration) return iteration.result;
  return expression.key === undefined
    ? buildTuple(expression, iteration.frames, iteration.marks)
    : buildObject(expression, expression.key, iteration.frames, iteration.marks);
}

/** iterate evaluates the collection of a loop and checks its condition once, before any element is looked at. */
export function iterate(loop: Loop, frame: Frame, condition?: Expression): Iteration {
  const collection = frame.evaluate(loop.collection, frame);
  if (collection.kind === 'null') {
    const detail = "A null value cannot be used as the collection in a 'for' expression.";
    return { result: fail(frame, loop.collection, 'Iteration over null value', detail) };
  }
  const type = typeOf(collection);
  const unknown = (marks: Marks): Value => withMarks(unknownValue(DYNAMIC, reasonsIn(collection)), marks);
  if (type.kind === 'dynamic') return { result: unknown(collection.marks) };
  if (!isIterable(type)) {
    const detail = `A value of type ${typeName(type)} cannot be used as the collection in a 'for' expression.`;
    return { result: fail(frame, loop.collection, 'Iteration over non-iterable value', detail) };
  }
  let marks = collection.marks;
  if (condition !== undefined) {
    const checked = checkCondition(condition, enter(loop, frame, NOTHING, NOTHING));
    if (checked === undefined) return { result: NOTHING };
    marks |= checked.marks;
  }
  if (collection.kind === 'unknown') return { result: unknown(marks) };
  const elements = elementsOf(withoutMarks(collection));
  frame.budget.iterate(elements.length);
  return { frames: elements.map(([key, value]) => enter(loop, frame, key, value)), marks: collection.marks };
}

function enter({ keyVariable, valueVariable }: Loop, frame: Frame, key: Value, value: Value): Frame {
  return withLocal(withLocal(frame, keyVariable, key), valueVariable, value);
}

const INVALID_CONDITION = "Invalid 'for' condition";

/** A condition that is wrong whatever the element is said to be so only once. */
function checkCondition(condition: Expression, frame: Frame): Value | undefined {
  const before = frame.problems.length;
  const value = frame.evaluate(condition, frame);
  if (value.kind === 'null')
    fail(frame, condition, 'Condition is null', "The value of the 'if' clause must not be null.");
  else included(value, condition, frame, true);
  return frame.problems.length > before ? undefined : value;
}

/** Whether an element is let through; undefined when that is unknown or the condition is wrong. */
function included(value: Value, condition: Expression, frame: Frame, report: boolean): boolean | undefined {
  if (value.kind === 'null') {
    if (report) fail(frame, condition, INVALID_CONDITION, "The value of the 'if' clause must not be null.");
    return undefined;
  }
  const bool = convertOr(value, BOOL, (message) => {
    if (report) fail(frame, condition, INVALID_CONDITION, `The 'if' clause value is invalid: ${message}.`);
  });
  return bool?.kind === 'bool' ? bool.value : undefined;
}

function convertOr(value: Value, type: Type, refuse: (message: string) => void): Value | undefined {
  try {
    return convert(withoutMarks(value), type);
  } catch (error) {
    if (!isMistake(error)) throw error;
    refuse(error.message);
    return undefined;
  }
}

/** What is gathered while a loop runs. */
class Progress {
  marks: Marks;
  /** Why the result cannot be known. */
  readonly unknown: Value[] = [];

  constructor(marks: Marks) {
    this.marks = marks;
  }

  /** Whether the body is to be evaluated for an element. */
  letsThrough(condition: Expression | undefined, frame: Frame): boolean {
    if (condition === undefined) return true;
    const value = frame.evaluate(condition, frame);
    this.marks |= value.marks;
    const result = included(value, condition, frame, this.unknown.length === 0);
    if (result === undefined) this.unknown.push(value);
    return result === true;
  }

  finish(result: () => Value): Value {
    const value = this.unknown.length > 0 ? unknownValue(DYNAMIC, reasonsIn(...this.unknown)) : result();
    return withMarks(value, this.marks);
  }
}

function buildTuple(expression: ForExpression, frames: readonly Frame[], marks: Marks): Value {
  const progress = new Progress(marks);
  const items: Value[] = [];
  for (const frame of frames) {
    if (progress.letsThrough(expression.condition, frame)) items.push(frame.evaluate(expression.value, frame));
  }
  return progress.finish(() => tupleValue(items));
}

function buildObject(expression: ForExpression, key: Expression, frames: readonly Frame[], marks: Marks): Value {
  const progress = new Progress(marks);
  const groups = new Map<string, Value[]>();
  for (const frame of frames) {
    if (!progress.letsThrough(expression.condition, frame)) continue;
    const keyValue = frame.evaluate(key, frame);
    progress.marks |= keyValue.marks;
    const name = keyText(keyValue, key, frame, progress.unknown.length === 0);
    if (name === undefined) {
      progress.unknown.push(keyValue);
      continue;
    }
    const value = frame.evaluate(expression.value, frame);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else if (expression.group) group.push(value);
    else
      fail(
        frame,
        key,
        'Duplicate object key',
        duplicateKey(progress.marks === 0 ? quoteText(name) : '(sensitive value)'),
      );
  }
  return progress.finish(() =>
    objectValue(
      groups.entries().map(([name, values]) => [name, expression.group ? tupleValue(values) : (values[0] ?? NOTHING)]),
    ),
  );
}

const INVALID_KEY = 'Invalid object key';

function keyText(value: Value, key: Expression, frame: Frame, report: boolean): string | undefined {
  if (value.kind === 'null') {
    const detail = "Key expression in 'for' expression must not produce a null value.";
    if (report) fail(frame, key, INVALID_KEY, detail);
    return undefined;
  }
  if (value.kind === 'unknown') return undefined;
  const text = convertOr(value, STRING, (message) => {
    if (report) fail(frame, key, INVALID_KEY, `The key expression produced an invalid result: ${message}.`);
  });
  return text?.kind === 'string' ? text.value : undefined;
}

function duplicateKey(key: string): string {
  return (
    `Two different items produced the key ${key} in this 'for' expression. If duplicates are expected, ` +
    'use the ellipsis (...) after the value expression to enable grouping by key.'
  );
}
