import { parseExpression } from '@tollgate/hcl';
import { evaluate, findFunctionIn, type Scope, templateRenderer } from '../src/expressions/index.ts';
import { type FunctionContext, functionRegistry } from '../src/functions/index.ts';
import {
  DYNAMIC,
  isInfinite,
  jsonText,
  NUMBER,
  numberText,
  refineNotNull,
  refinePrefix,
  SENSITIVE,
  STRING,
  sortedEntries,
  stringValue,
  typeOf,
  typeText,
  unknownValue,
  type Value,
  withMarks,
} from '../src/values/index.ts';

/** What expressions in tests can refer to beside the names they are given: things unknown and things secret. */
export const TEST_NAMES: Readonly<Record<string, Value>> = {
  unknown: unknownValue(DYNAMIC, ['an unknown']),
  unknown_text: unknownValue(STRING, ['a text']),
  unknown_id: refineNotNull(unknownValue(STRING, ['an id'])),
  unknown_arn: refineNotNull(refinePrefix(unknownValue(STRING, ['an arn']), 'arn:aws:')),
  unknown_number: unknownValue(NUMBER, ['a number']),
  secret: withMarks(stringValue('s3cret'), SENSITIVE),
};

/** evaluateText evaluates an expression over names; functions have nothing but the context that they are given. */
export function evaluateText(
  text: string,
  names: Readonly<Record<string, Value>> = {},
  context: FunctionContext = {},
): { value: Value; problems: readonly string[] } {
  const { source, expression, diagnostics: mistakes } = parseExpression(text, { file: 'test.tf' });
  const scope = namesScope({ ...TEST_NAMES, ...names }, context);
  const { value, diagnostics } = evaluate(expression, source, scope);
  return { value, problems: [...mistakes, ...diagnostics].map(({ summary, detail }) => `${summary}: ${detail}`) };
}

/** result gives what comes out of an expression as a text: its value as `show` writes it, or the first mistake. */
export function result(text: string, names?: Readonly<Record<string, Value>>, context?: FunctionContext): string {
  const { value, problems } = evaluateText(text, names, context);
  return problems[0] ?? show(value);
}

/** namesScope gives a scope of variables that are known by a single name. */
export function namesScope(names: Readonly<Record<string, Value>>, context: FunctionContext = {}): Scope {
  const functions = functionRegistry({ openTofu: true, console: true });
  const findFunction = (name: string) => findFunctionIn({ functions, providers: new Map() }, name);
  return {
    check: ({ root }) =>
      Object.hasOwn(names, root) ? [] : [{ summary: 'Unknown name', detail: `There is no "${root}".` }],
    lookup: ({ root }) => ({ value: names[root] ?? unknownValue(DYNAMIC), steps: 0 }),
    findFunction,
    context: { renderTemplate: templateRenderer(findFunction), ...context },
  };
}

/** show writes a value as JSON, with the types of unknown parts and around secret ones. */
export function show(value: Value): string {
  const shown = showUnmarked(value);
  return (value.marks & SENSITIVE) === 0 ? shown : `secret(${shown})`;
}

function showUnmarked(value: Value): string {
  switch (value.kind) {
    case 'unknown':
      return `unknown ${typeText(typeOf(value)).replaceAll(/\s+/g, '')}`;
    case 'number':
      return isInfinite(value.value) ? numberText(value.value) : jsonText(value);
    case 'list':
    case 'set':
    case 'tuple':
      return `[${value.items.map(show).join(',')}]`;
    case 'map':
    case 'object':
      return `{${sortedEntries(value)
        .map(([key, entry]) => `${JSON.stringify(key)}:${show(entry)}`)
        .join(',')}}`;
    case 'null':
      return 'null';
    default:
      return value.kind === 'bool' ? String(value.value) : JSON.stringify(value.value);
  }
}
