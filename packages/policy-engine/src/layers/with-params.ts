import type { JsonObject, JsonValue } from '../json.ts';
import type { LayeredParam, LayeredPolicy } from './layered-policy.ts';
import { didYouMean } from './name-suggestion.ts';
import { elementType, isOfType, isParamType, type ParamType, typeMistake } from './param-type.ts';

/** A parameter that the caller gave and that cannot be used, with a sentence about it. */
export interface ParamMistake {
  readonly name: string;
  readonly message: string;
}

/**
 * withParams gives a policy with other values of its parameters, as the caller wants them: for the cases of policy tests,
 * or from the command line. `childMay` does not count, for the caller is not a layer. Values that cannot be used are left
 * as they were, and come back as mistakes.
 */
export function withParams(
  policy: LayeredPolicy,
  values: { readonly [name: string]: JsonValue },
): { readonly policy: LayeredPolicy; readonly mistakes: readonly ParamMistake[] } {
  const params = new Map(policy.params);
  const mistakes: ParamMistake[] = [];
  for (const [name, value] of Object.entries(values)) {
    const param = params.get(name);
    if (param === undefined) {
      mistakes.push(unknownParam(policy, name));
    } else if (isParamType(param.type) && !isOfType(value, param.type)) {
      const message = `The value of "${name}" has the wrong type: ${typeMistake(value, param.type)}.`;
      mistakes.push({ name, message });
    } else {
      params.set(name, { ...param, value });
    }
  }
  return { policy: { ...policy, params }, mistakes };
}

/**
 * paramFromText reads the value of a parameter from a command line: a text as it is, a list as JSON or with commas
 * between its elements, a map as JSON.
 *
 * @example
 * paramFromText({ type: 'list<string>', … }, 'prod,dev'); // ['prod', 'dev']
 * @returns undefined for a text that is no value of the parameter's type.
 */
export function paramFromText(param: LayeredParam, text: string): JsonValue | undefined {
  if (!isParamType(param.type)) return undefined;
  const value = valueFromText(param.type, text);
  return value === undefined || !isOfType(value, param.type) ? undefined : value;
}

function valueFromText(type: ParamType, text: string): JsonValue | undefined {
  switch (type) {
    case 'string':
      return text;
    case 'number':
    case 'bool':
    case 'map<string>':
      return json(text);
    case 'list<string>':
    case 'list<number>': {
      if (text.trimStart().startsWith('[')) return json(text);
      if (text.trim() === '') return [];
      const elements = text.split(',').map((element) => element.trim());
      if (elementType(type) === 'string') return elements;
      const numbers = elements.map(json);
      return numbers.every((element) => element !== undefined) ? numbers : undefined;
    }
  }
}

function json(text: string): JsonValue | undefined {
  try {
    const value: JsonObject | JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function unknownParam(policy: LayeredPolicy, name: string): ParamMistake {
  const names = [...policy.params.keys()];
  const known = names.length === 0 ? 'It has none.' : `It has ${names.map((each) => `"${each}"`).join(', ')}.`;
  const hint = didYouMean(name, names);
  return {
    name,
    message: `The policy "${policy.name}" has no parameter "${name}".${hint === '' ? ` ${known}` : hint}`,
  };
}
