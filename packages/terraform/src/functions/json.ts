import { jsonText } from '../values/json-text.ts';
import { refine } from '../values/refine.ts';
import { rangeOf } from '../values/refinement.ts';
import { DYNAMIC, STRING, type Type } from '../values/type.ts';
import { isWhollyKnown, stringValue, unknownValue, type Value } from '../values/value.ts';
import { argumentAt, textAt } from './arguments.ts';
import type { FunctionSpec } from './function-spec.ts';
import { parseJson } from './json-parser.ts';
import { checkTextLength } from './limits.ts';

/** The functions for JSON. */
export const JSON_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'jsonencode',
    parameters: [{ name: 'val', type: DYNAMIC, nullable: true, unknown: true, dynamic: true }],
    returns: STRING,
    run: (args) => encode(argumentAt(args, 0)),
  },
  {
    name: 'jsondecode',
    parameters: [{ name: 'str', type: STRING }],
    returns: DYNAMIC,
    mayReturnNull: true,
    run: (args) => parseJson(textAt(args, 0)),
  },
];

function encode(value: Value): Value {
  if (isWhollyKnown(value)) {
    const text = jsonText(value);
    checkTextLength(text.length);
    return stringValue(text);
  }
  // The type tells how the text will begin, unless it may turn out to be null.
  const range = rangeOf(value);
  const unknown = unknownValue(STRING);
  return range.notNull ? refine(unknown, { prefix: firstCharacter(range.type) }) : unknown;
}

function firstCharacter(type: Type): string {
  switch (type.kind) {
    case 'string':
      return '"';
    case 'object':
    case 'map':
      return '{';
    case 'list':
    case 'set':
    case 'tuple':
      return '[';
    default:
      return '';
  }
}
