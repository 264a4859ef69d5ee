import { formatRange, type ObjectConstructor, type ObjectItem, type Range, type Tuple } from '@tollgate/hcl';
import { convert } from '../values/convert.ts';
import { withMarks, withoutMarks } from '../values/marking.ts';
import { EMPTY_MARKS, type Marks } from '../values/marks.ts';
import { quoteText } from '../values/quote.ts';
import { reasonsIn } from '../values/reasons.ts';
import { DYNAMIC, STRING } from '../values/type.ts';
import { objectValue, stringValue, tupleValue, unknownValue, type Value } from '../values/value.ts';
import { isMistake } from '../values/value-error.ts';
import { type Frame, fail } from './frame.ts';

/** evaluateTuple evaluates `[a, b]`. */
export function evaluateTuple(expression: Tuple, frame: Frame): Value {
  return tupleValue(expression.items.map((item) => frame.evaluate(item, frame)));
}

/** evaluateObject evaluates `{a = b}`. When a key is not known, neither is the type of the object, nor its value. */
export function evaluateObject(expression: ObjectConstructor, frame: Frame): Value {
  const entries = new Map<string, Value>();
  const ranges = new Map<string, Range>();
  let marks: Marks = EMPTY_MARKS;
  const missing: Value[] = [];
  for (const item of expression.items) {
    const before = frame.problems.length;
    const key = item.name === undefined ? frame.evaluate(item.key, frame) : stringValue(item.name);
    const broken = frame.problems.length > before;
    const value = frame.evaluate(item.value, frame);
    marks |= key.marks;
    const name = broken ? undefined : keyName(key, item, expression.syntax, frame);
    if (name === undefined) {
      missing.push(key);
      continue;
    }
    const earlier = ranges.get(name);
    if (earlier !== undefined && expression.syntax === 'json') {
      const where = formatRange(frame.source, earlier);
      const detail = `An attribute named ${quoteText(name)} was already defined at ${where}.`;
      fail(frame, item.key, 'Duplicate object attribute', detail);
      continue;
    }
    ranges.set(name, item.key);
    entries.set(name, value);
  }
  if (missing.length > 0) return withMarks(unknownValue(DYNAMIC, reasonsIn(...missing)), marks);
  return withMarks(objectValue(entries), marks);
}

/** The text of a key, or undefined when it is unknown or wrong. */
function keyName(key: Value, item: ObjectItem, syntax: 'native' | 'json', frame: Frame): string | undefined {
  if (key.kind === 'null') {
    if (syntax === 'json')
      fail(frame, item.key, 'Invalid object key expression', 'Cannot use null value as an object key.');
    else fail(frame, item.value, 'Null value as key', "Can't use a null value as a key.");
    return undefined;
  }
  try {
    const text = convert(withoutMarks(key), STRING);
    return text.kind === 'string' ? text.value : undefined;
  } catch (error) {
    if (!isMistake(error)) throw error;
    if (syntax === 'json') {
      const detail = `Cannot use this expression as an object key: ${error.message}.`;
      fail(frame, item.key, 'Invalid object key expression', detail);
    } else {
      fail(frame, item.key, 'Incorrect key type', `Can't use this value as a key: ${error.message}.`);
    }
    return undefined;
  }
}
