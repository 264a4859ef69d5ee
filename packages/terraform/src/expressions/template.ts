import type { Range, Template, TemplateFor } from '@tollgate/hcl';
import { joinTexts } from '../functions/join-texts.ts';
import { convert } from '../values/convert.ts';
import { withMarks, withoutMarks } from '../values/marking.ts';
import { EMPTY_MARKS, type Marks } from '../values/marks.ts';
import { reasonsIn } from '../values/reasons.ts';
import { refineNotNull, refinePrefix } from '../values/refine.ts';
import { STRING } from '../values/type.ts';
import { stringValue, unknownValue, type Value } from '../values/value.ts';
import { isMistake } from '../values/value-error.ts';
import { iterate } from './for.ts';
import { type Frame, fail } from './frame.ts';

const INVALID = 'Invalid template interpolation value';
/** No more than this is remembered of the beginning of a string that is not known. */
const MAX_PREFIX = 128;

/** evaluateTemplate evaluates a string with interpolations: the parts as text, one behind the other. */
export function evaluateTemplate(expression: Template, frame: Frame): Value {
  const [only] = expression.parts;
  if (expression.parts.length === 1 && only?.kind === 'string') return stringValue(only.value);
  const before = frame.problems.length;
  let marks: Marks = EMPTY_MARKS;
  const texts: string[] = [];
  const unknown: Value[] = [];
  for (const part of expression.parts) {
    const value = frame.evaluate(part, frame);
    marks |= value.marks;
    if (value.kind === 'null') {
      const detail = 'The expression result is null. Cannot include a null value in a string template.';
      fail(frame, part, INVALID, detail);
    } else if (value.kind === 'unknown') {
      unknown.push(value);
    } else {
      const text = textOf(value, 'Cannot include the given value in a string template', part, frame);
      if (unknown.length === 0 && text !== undefined) texts.push(text);
    }
  }
  const failed = frame.problems.length > before;
  return withMarks(unknown.length > 0 ? unknownText(texts, unknown, failed) : joined(texts, frame), marks);
}

/** The text up to the first unknown part is known. */
function unknownText(texts: readonly string[], unknown: readonly Value[], failed: boolean): Value {
  const result = refineNotNull(unknownValue(STRING, reasonsIn(...unknown)));
  if (failed) return result;
  const prefix = texts.join('').slice(0, MAX_PREFIX);
  return prefix === '' ? result : refinePrefix(result, prefix);
}

function joined(texts: readonly string[], frame: Frame): Value {
  const text = joinTexts(texts, '');
  frame.budget.write(text.length);
  return stringValue(text);
}

function textOf(value: Value, refusal: string, range: Range, frame: Frame): string | undefined {
  try {
    const text = convert(withoutMarks(value), STRING);
    return text.kind === 'string' ? text.value : undefined;
  } catch (error) {
    if (!isMistake(error)) throw error;
    fail(frame, range, INVALID, `${refusal}: ${error.message}.`);
    return undefined;
  }
}

/** evaluateTemplateFor evaluates `%{ for … }`: the results for all elements, one behind the other. */
export function evaluateTemplateFor(expression: TemplateFor, frame: Frame): Value {
  const iteration = iterate(expression, frame);
  if ('result' in iteration) {
    return withMarks(unknownValue(STRING, reasonsIn(iteration.result)), iteration.result.marks);
  }
  let { marks } = iteration;
  const texts: string[] = [];
  const unknown: Value[] = [];
  for (const inner of iteration.frames) {
    const value = inner.evaluate(expression.body, inner);
    marks |= value.marks;
    if (value.kind === 'unknown') unknown.push(value);
    const text = textOf(
      value,
      'Cannot include one of the interpolation results into the string template',
      expression,
      frame,
    );
    if (text !== undefined) texts.push(text);
  }
  return withMarks(unknown.length > 0 ? unknownValue(STRING, reasonsIn(...unknown)) : joined(texts, frame), marks);
}
