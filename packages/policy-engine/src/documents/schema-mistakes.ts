import type { JsonValue } from '../json.ts';
import { nearest, suggestion } from './nearest.ts';
import type { Path } from './places.ts';
import { pathText, quote } from './quote.ts';
import { branchesOf, withoutCascades } from './schema-cascades.ts';
import {
  isJsonObject,
  parentPointer,
  pointerSteps,
  propertyMeaning,
  propertyNames,
  type Schema,
  schemaAt,
  typeOf,
  typeText,
} from './schema-node.ts';
import type { SchemaError } from './validator.ts';

/** A mistake in a document, by the way to it. */
export interface Mistake {
  readonly path: Path;
  /** Whether the key is wrong, or the value. */
  readonly about: 'key' | 'value';
  /** A sentence: what is wrong, and how to mend it. */
  readonly message: string;
}

/** What was checked. */
export interface CheckedData {
  /** The schema, as JSON; errors point into it. */
  readonly schema: Schema;
  readonly data: JsonValue;
  /** The way from the document to the data. */
  readonly base?: Path;
}

/**
 * Says what is wrong with data in sentences, one for each mistake.
 *
 * @param errors what a validator that was compiled by ajv with `allErrors` found
 */
export function schemaMistakes(errors: readonly SchemaError[], { schema, data, base = [] }: CheckedData): Mistake[] {
  return withoutCascades(errors, schema, data).map((error) => {
    const { path, value } = locate(data, error.instancePath);
    return mistakeOf(error, { path: [...base, ...path], value, schema });
  });
}

interface Found {
  readonly path: Path;
  readonly value: JsonValue;
  readonly schema: Schema;
}

function mistakeOf(error: SchemaError, found: Found): Mistake {
  const { path } = found;
  const { keyword, params, propertyName } = error;
  const rule = schemaAt(found.schema, parentPointer(error.schemaPath));
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    const place = path.length === 0 ? '' : ` in ${pathText(path)}`;
    const message = `Unknown key ${quote(key)}${place}.${suggestion(key, propertyNames(rule))}`;
    return { path: [...path, key], about: 'key', message };
  }
  const subject = pathText(path) || 'The document';
  if (propertyName !== undefined) {
    const message = `${subject} cannot have the key ${quote(propertyName)}. ${patternHelp(rule, params)}`;
    return { path: [...path, propertyName], about: 'key', message };
  }
  return { path, about: 'value', message: `${subject} ${predicate(error, rule, found)}` };
}

/** What is wrong with a value, after its name. */
function predicate(error: SchemaError, rule: Schema, { value, schema }: Found): string {
  const { keyword, params } = error;
  switch (keyword) {
    case 'required': {
      const key = String(params.missingProperty);
      const meaning = propertyMeaning(schema, rule, key);
      return `lacks the key ${quote(key)}. Add it${meaning === undefined ? '.' : `: ${meaning}`}`;
    }
    case 'type':
      return `must be ${typeText(params.type)}, not ${describe(value)}.${typeMend(params.type, value)}`;
    case 'enum': {
      const choices = Array.isArray(params.allowedValues) ? params.allowedValues.map(String) : [];
      const near = typeof value === 'string' ? nearest(value, choices) : undefined;
      const mend = near === undefined ? '' : ` Did you mean "${near}"?`;
      return `must be one of ${choices.join(', ')}, not ${describe(value)}.${mend}`;
    }
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}, not ${describe(value)}.`;
    case 'pattern':
      return `cannot be ${describe(value)}. ${patternHelp(rule, params)}`;
    case 'minItems':
    case 'minProperties':
      return `needs at least ${params.limit} ${params.limit === 1 ? 'entry' : 'entries'}, and has ${size(value) || 'none'}. Add some.`;
    case 'maxItems':
    case 'maxProperties':
      return `may have at most ${params.limit} ${params.limit === 1 ? 'entry' : 'entries'}, and has ${size(value)}. Take some out.`;
    case 'minimum':
      return `must be at least ${params.limit}, not ${describe(value)}.`;
    case 'maximum':
      return `may be at most ${params.limit}, not ${describe(value)}.`;
    case 'anyOf':
    case 'oneOf': {
      const types = branchesOf(error, schema).flatMap((branch) => branch.schema.type ?? []);
      if (types.length > 0 && !types.includes(typeOf(value))) {
        return `must be ${typeText(types)}, not ${describe(value)}.`;
      }
      return `fits none of the ways to write it, or more than one.${meaningOf(rule)}`;
    }
    default:
      return `is not as it must be (${keyword}).${meaningOf(rule)}`;
  }
}

function meaningOf({ description }: Schema): string {
  return typeof description === 'string' ? ` It means: ${description}` : '';
}

/** How to write what a pattern demands: in the schema's words, which editors show too. */
function patternHelp({ patternErrorMessage }: Schema, params: SchemaError['params']): string {
  if (typeof patternErrorMessage === 'string') return patternErrorMessage;
  return `Write what matches ${String(params.pattern)}.`;
}

/** How to mend a value of the wrong type, where that is more than to write another one. */
function typeMend(wanted: unknown, value: JsonValue): string {
  if (value === null) return ' Write a value after the ":", or take the key out.';
  if (wanted === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return ' Write it in quotes.';
  return wanted === 'array' && typeof value === 'string' ? ' Write it in brackets: [...].' : '';
}

function describe(value: JsonValue): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeText(typeOf(value));
}

function size(value: JsonValue): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

/** Reads a JSON Pointer in data, where a step is a position only in a list. */
function locate(data: JsonValue, pointer: string): { path: Path; value: JsonValue } {
  const path: (string | number)[] = [];
  let value = data;
  for (const step of pointerSteps(pointer)) {
    const isPosition = Array.isArray(value);
    path.push(isPosition ? Number(step) : step);
    if (Array.isArray(value)) value = value[Number(step)] ?? null;
    else value = isJsonObject(value) ? (value[step] ?? null) : null;
  }
  return { path, value };
}
