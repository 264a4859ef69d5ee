import { graphemes } from '../values/graphemes.ts';
import { rangeOf } from '../values/refinement.ts';
import { BOOL, listType, NUMBER, STRING } from '../values/type.ts';
import {
  boolValue,
  FALSE,
  isWhollyKnown,
  listValue,
  stringValue,
  TRUE,
  unknownValue,
  type Value,
} from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { argumentAt, integerAt, itemsOf, textAt } from './arguments.ts';
import type { FunctionSpec, Parameter } from './function-spec.ts';
import { joinTexts } from './join-texts.ts';
import { lowerCase, titleCase, trimCharacters, trimLineEnds, trimWhiteSpace, upperCase } from './letters.ts';
import { checkElementCount, checkTextLength } from './limits.ts';

const TEXT: Parameter = { name: 'str', type: STRING };

/** A function of one string that gives a string. */
function ofText(name: string, change: (text: string) => string): FunctionSpec {
  return { name, parameters: [TEXT], returns: STRING, run: (args) => stringValue(change(textAt(args, 0))) };
}

/** The functions on strings, but for those of regular expressions and formats. */
export const STRING_FUNCTIONS: readonly FunctionSpec[] = [
  ofText('chomp', trimLineEnds),
  ofText('lower', lowerCase),
  ofText('strrev', (text) => graphemes(text).reverse().join('')),
  ofText('title', titleCase),
  ofText('trimspace', trimWhiteSpace),
  ofText('upper', upperCase),
  {
    name: 'endswith',
    parameters: [TEXT, { name: 'suffix', type: STRING }],
    returns: BOOL,
    run: (args) => boolValue(textAt(args, 0).endsWith(textAt(args, 1))),
  },
  {
    name: 'startswith',
    parameters: [
      { ...TEXT, unknown: true },
      { name: 'prefix', type: STRING },
    ],
    returns: BOOL,
    run: (args) => startsWith(argumentAt(args, 0), textAt(args, 1)),
  },
  {
    name: 'strcontains',
    parameters: [TEXT, { name: 'substr', type: STRING }],
    returns: BOOL,
    run: (args) => boolValue(textAt(args, 0).includes(textAt(args, 1))),
  },
  {
    name: 'trim',
    parameters: [TEXT, { name: 'cutset', type: STRING }],
    returns: STRING,
    run: (args) => stringValue(trimCharacters(textAt(args, 0), textAt(args, 1))),
  },
  {
    name: 'trimprefix',
    parameters: [TEXT, { name: 'prefix', type: STRING }],
    returns: STRING,
    run: (args) => {
      const text = textAt(args, 0);
      const prefix = textAt(args, 1);
      return stringValue(text.startsWith(prefix) ? text.slice(prefix.length) : text);
    },
  },
  {
    name: 'trimsuffix',
    parameters: [TEXT, { name: 'suffix', type: STRING }],
    returns: STRING,
    run: (args) => {
      const text = textAt(args, 0);
      const suffix = textAt(args, 1);
      return stringValue(text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text);
    },
  },
  {
    name: 'indent',
    parameters: [{ name: 'spaces', type: NUMBER }, TEXT],
    returns: STRING,
    run: (args) => stringValue(indent(integerAt(args, 0), textAt(args, 1))),
  },
  {
    name: 'join',
    parameters: [{ name: 'separator', type: STRING }],
    variadic: { name: 'lists', type: listType(STRING) },
    returns: STRING,
    run: (args) => join(textAt(args, 0), args.slice(1)),
  },
  {
    name: 'split',
    parameters: [{ name: 'separator', type: STRING }, TEXT],
    returns: listType(STRING),
    run: (args) => {
      const separator = textAt(args, 0);
      const text = textAt(args, 1);
      const pieces = separator === '' ? [...text] : text.split(separator);
      checkElementCount(pieces.length);
      return listValue(STRING, pieces.map(stringValue));
    },
  },
  {
    name: 'substr',
    parameters: [TEXT, { name: 'offset', type: NUMBER }, { name: 'length', type: NUMBER }],
    returns: STRING,
    run: (args) => stringValue(substring(textAt(args, 0), integerAt(args, 1), integerAt(args, 2))),
  },
];

function startsWith(value: Value, prefix: string): Value {
  if (value.kind === 'string') return boolValue(value.value.startsWith(prefix));
  if (prefix === '') return TRUE;
  // The beginning of an unknown string may be known.
  const known = rangeOf(value).prefix ?? '';
  if (known.startsWith(prefix)) return TRUE;
  return known.length > 0 && !prefix.startsWith(known) ? FALSE : unknownValue(BOOL);
}

function indent(spaces: number, text: string): string {
  if (spaces < 0) throw new ValueError('the number of spaces must not be negative');
  checkTextLength(spaces);
  return joinTexts(text.split('\n'), `\n${' '.repeat(spaces)}`);
}

function join(separator: string, lists: readonly Value[]): Value {
  if (lists.length === 0) throw new ValueError('at least one list is required');
  if (!lists.every(isWhollyKnown)) return unknownValue(STRING);
  const texts: string[] = [];
  for (const [listIndex, list] of lists.entries()) {
    for (const [index, item] of itemsOf(list).entries()) {
      if (item.kind !== 'string') {
        const where = lists.length > 1 ? `element ${index} of list ${listIndex + 1}` : `element ${index}`;
        throw new ValueError(`${where} is null; cannot concatenate null values`, { argument: listIndex + 1 });
      }
      texts.push(item.value);
    }
  }
  return stringValue(joinTexts(texts, separator));
}

/** Offset and length count grapheme clusters; a negative offset counts from the end, a negative length means the rest. */
function substring(text: string, offset: number, length: number): string {
  if (offset >= 0 && length === 0) return '';
  const clusters = graphemes(text);
  const start = Math.max(0, offset < 0 ? clusters.length + offset : offset);
  // Counted from the end, even the length 0 means the rest: a quirk that configurations may rely on.
  return clusters.slice(start, length > 0 ? start + length : undefined).join('');
}
