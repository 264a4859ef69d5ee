import { DYNAMIC, listType, objectType, STRING, type Type, tupleType } from '../values/type.ts';
import {
  listValue,
  nullValue,
  objectValue,
  stringValue,
  tupleValue,
  unknownValue,
  type Value,
} from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { argumentAt, textAt } from './arguments.ts';
import type { FunctionSpec, Parameter } from './function-spec.ts';
import { joinTexts } from './join-texts.ts';
import { checkElementCount, MAX_ELEMENTS } from './limits.ts';
import { compilePattern, describeMistake, type Match, type Pattern, replaceAll } from './pattern.ts';

const PARAMETERS: readonly Parameter[] = [
  { name: 'pattern', type: STRING },
  { name: 'string', type: STRING },
];

/** The functions that search with regular expressions, and `replace`. */
export const REGEX_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'regex',
    parameters: PARAMETERS,
    returns: (args) => (argumentAt(args, 0).kind === 'string' ? resultType(patternOf(args)) : DYNAMIC),
    run: (args, type, { budget }) => {
      const pattern = patternOf(args);
      const text = textAt(args, 1);
      const [match] = pattern.findAll(text, 1, budget);
      if (match === undefined) throw new ValueError('pattern did not match any part of the given string');
      return result(pattern, text, match, type);
    },
  },
  {
    name: 'regexall',
    parameters: PARAMETERS,
    returns: (args) => listType(argumentAt(args, 0).kind === 'string' ? resultType(patternOf(args)) : DYNAMIC),
    run: (args, type, { budget }) => {
      if (type.kind !== 'list') return unknownValue(type);
      const pattern = patternOf(args);
      const text = textAt(args, 1);
      const matches = pattern.findAll(text, MAX_ELEMENTS + 1, budget);
      checkElementCount(matches.length);
      return listValue(
        type.element,
        matches.map((match) => result(pattern, text, match, type.element)),
      );
    },
  },
  {
    name: 'replace',
    parameters: [
      { name: 'str', type: STRING },
      { name: 'substr', type: STRING },
      { name: 'replace', type: STRING },
    ],
    returns: STRING,
    run: (args, _type, { budget }) => {
      const searched = textAt(args, 1);
      // A text between slashes is a regular expression.
      if (searched.length > 1 && searched.startsWith('/') && searched.endsWith('/')) {
        return stringValue(replaceAll(searched.slice(1, -1), textAt(args, 0), textAt(args, 2), budget));
      }
      return stringValue(replaceText(textAt(args, 0), searched, textAt(args, 2)));
    },
  },
];

function patternOf(args: readonly Value[]): Pattern {
  const pattern = compilePattern(textAt(args, 0));
  if ('problem' in pattern) throw new ValueError(describeMistake(pattern), { argument: 0 });
  return pattern;
}

/** The whole match when there are no groups, an object of named groups, or a tuple of groups without names. */
function resultType({ groupCount, groupNames }: Pattern): Type {
  if (groupCount === 0) return STRING;
  if (groupNames.size === 0) return tupleType(Array.from({ length: groupCount }, () => STRING));
  if (groupNames.size < groupCount) {
    throw new ValueError('invalid regexp pattern: cannot mix both named and unnamed capture groups', { argument: 0 });
  }
  return objectType(new Map(groupNames.values().map((name) => [name, STRING])));
}

function result({ groupNames }: Pattern, text: string, { groups }: Match, type: Type): Value {
  const [whole, ...parts] = groups.map((group) =>
    group === undefined ? nullValue(STRING) : stringValue(text.slice(group.start, group.end)),
  );
  switch (type.kind) {
    case 'tuple':
      return tupleValue(parts);
    case 'object':
      return objectValue(parts.map((part, index) => [groupNames.get(index + 1) ?? '', part]));
    default:
      return whole ?? nullValue(STRING);
  }
}

function replaceText(text: string, searched: string, replacement: string): string {
  // Nothing is found before and after every character.
  const pieces = searched === '' ? ['', ...text, ''] : text.split(searched);
  return joinTexts(pieces, replacement);
}
