import { integerNumeric } from '../values/big-float.ts';
import { graphemeCount } from '../values/graphemes.ts';
import { withMarks, withoutMarks } from '../values/marking.ts';
import { refine } from '../values/refine.ts';
import { rangeOf } from '../values/refinement.ts';
import { DYNAMIC, NUMBER } from '../values/type.ts';
import { numberValue, typeOf, unknownValue, type Value } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { argumentAt } from './arguments.ts';
import type { FunctionSpec } from './function-spec.ts';

/** `length`, which often knows its result even of what is not known. */
export const LENGTH_FUNCTION: FunctionSpec = {
  name: 'length',
  parameters: [{ name: 'value', type: DYNAMIC, dynamic: true, unknown: true, marked: true }],
  returns: (args) => {
    const { kind } = typeOf(argumentAt(args, 0));
    if (kind !== 'bool' && kind !== 'number') return NUMBER;
    throw new ValueError('argument must be a string, a collection type, or a structural type');
  },
  run: (args) => {
    const value = argumentAt(args, 0);
    return withMarks(lengthOf(withoutMarks(value)), value.marks);
  },
};

/** lengthOf gives the number of elements of a value or of grapheme clusters of a string, or bounds for it. */
export function lengthOf(value: Value): Value {
  const type = typeOf(value);
  if (type.kind === 'tuple') return count(type.elements.length);
  if (type.kind === 'object') return count(type.attributes.size);
  if (value.kind === 'string') return count(graphemeCount(value.value));
  if (value.kind === 'list') return count(value.items.length);
  if (value.kind === 'map') return count(value.entries.size);
  if (value.kind === 'set' && (value.whollyKnown || value.items.length === 1)) return count(value.items.length);
  if (type.kind === 'dynamic') return unknownValue(NUMBER);
  const { minLength = 0, maxLength, prefix = '' } = rangeOf(value);
  const low = value.kind === 'set' ? 1 : type.kind === 'string' ? graphemeCount(prefix) : minLength;
  const high = value.kind === 'set' ? value.items.length : maxLength;
  return refine(unknownValue(NUMBER), {
    notNull: true,
    low: { value: integerNumeric(low), inclusive: true },
    ...(high === undefined ? {} : { high: { value: integerNumeric(high), inclusive: true } }),
  });
}

function count(value: number): Value {
  return numberValue(integerNumeric(value));
}
