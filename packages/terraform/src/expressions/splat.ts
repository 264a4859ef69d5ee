import type { Splat } from '@tollgate/hcl';
import { withMarks, withoutMarks } from '../values/marking.ts';
import { reasonsIn } from '../values/reasons.ts';
import { refine, refineNotNull } from '../values/refine.ts';
import { rangeOf } from '../values/refinement.ts';
import { DYNAMIC, isSequence, listType, sameType, type Type, tupleType } from '../values/type.ts';
import { listValue, tupleValue, typeOf, unknownValue, type Value } from '../values/value.ts';
import { attempt, type Frame, fail, NOTHING } from './frame.ts';

/**
 * evaluateSplat evaluates `source[*]…` and `source.*…`. What is no list, set or tuple is taken for a tuple of one element,
 * or of none when it is null.
 */
export function evaluateSplat(expression: Splat, frame: Frame): Value {
  const before = frame.problems.length;
  const source = frame.evaluate(expression.source, frame);
  if (frame.problems.length > before) return NOTHING;
  const { marks } = source;
  const type = typeOf(source);
  if (source.kind === 'null') {
    if (!isSequence(type)) return withMarks(tupleValue([]), marks);
    const detail = 'Splat expressions (with the * symbol) cannot be applied to null sequences.';
    return fail(frame, expression.source, 'Splat of null value', detail);
  }
  if (type.kind === 'dynamic') return withMarks(unknownValue(DYNAMIC, reasonsIn(source)), marks);
  if (!isSequence(type)) return splatOne(expression, source, frame);
  return withMarks(splatAll(expression, withoutMarks(source), frame), marks);
}

/** A value that may turn out to be null may yet give no element at all. */
function splatOne(expression: Splat, source: Value, frame: Frame): Value {
  const uncertain = source.kind === 'unknown' && !source.refinement?.notNull;
  const result = withMarks(splatAll(expression, tupleValue([source]), frame), source.marks);
  return uncertain ? withMarks(unknownValue(DYNAMIC, reasonsIn(source)), source.marks) : result;
}

function splatAll(expression: Splat, source: Value, frame: Frame): Value {
  const type = typeOf(source);
  if (source.kind !== 'list' && source.kind !== 'set' && source.kind !== 'tuple') {
    return unknownSplat(resultType(expression, type, frame), source);
  }
  frame.budget.iterate(source.items.length);
  const before = frame.problems.length;
  const items = source.items.map((item) => frame.evaluate(expression.each, { ...frame, item }));
  if (frame.problems.length > before) return unknownValue(resultType(expression, type, { ...frame, problems: [] }));
  if (type.kind === 'tuple') return tupleValue(items);
  const [first] = items;
  if (first === undefined) {
    const empty = resultType(expression, type, frame);
    return listValue(empty.kind === 'list' ? empty.element : DYNAMIC, []);
  }
  const definite = items.map(typeOf).find(({ kind }) => kind !== 'dynamic') ?? DYNAMIC;
  if (!items.every((item) => typeOf(item).kind === 'dynamic' || sameType(typeOf(item), definite))) {
    return fail(frame, expression.each, 'Invalid nested splat expressions', NESTED);
  }
  return listValue(definite, items);
}

const NESTED =
  "The second level of splat expression produced elements of different types, so it isn't possible to construct a valid " +
  'list to represent the top-level result.\n\nConsider using a for expression instead, to produce a tuple-typed result ' +
  'which can therefore have non-homogenous element types.';

/** The type of the result, found out by working on elements of which only the type is known. */
function resultType(expression: Splat, source: Type, frame: Frame): Type {
  const typeFor = (element: Type): Type => {
    const { value, problems } = attempt({ ...frame, item: unknownValue(element) }, expression.each);
    frame.problems.push(...problems);
    return typeOf(value);
  };
  switch (source.kind) {
    case 'list':
    case 'set':
      return listType(typeFor(source.element));
    case 'tuple':
      return tupleType(source.elements.map(typeFor));
    default:
      return DYNAMIC;
  }
}

function unknownSplat(type: Type, source: Value): Value {
  const unknown = refineNotNull(unknownValue(type, reasonsIn(source)));
  const { minLength, maxLength } = rangeOf(source);
  if (type.kind !== 'list') return unknown;
  return refine(unknown, {
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
  });
}
