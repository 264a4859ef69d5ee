import { CelError, type CompileOptions, compile, type JsonSchema } from '@tollgate/cel';
import type { Path, Places } from '../documents/places.ts';
import type { LayeredParam } from '../layers/layered-policy.ts';
import type { Problem } from '../problem.ts';
import type { Expression, Message } from './compiled-policy.ts';
import { parseMessage } from './message-template.ts';

/** What all expressions of a policy are compiled with. */
export type Vocabulary = Pick<CompileOptions, 'schema' | 'variables' | 'functions' | 'costLimit'>;

/** Where an expression is written: a text of a document, and the place in this text where it begins. */
export interface Written {
  readonly places: Places;
  readonly path: Path;
  /** From 1; the start of the text unless given. */
  readonly line?: number;
  readonly column?: number;
}

/** The variable `params` as a JSON Schema, so that a parameter that is not declared is a mistake. */
export function paramsSchema(params: ReadonlyMap<string, LayeredParam>): JsonSchema {
  const properties = Object.fromEntries([...params].map(([name, { type }]) => [name, paramSchema(type)]));
  return { type: 'object', properties };
}

function paramSchema(type: string): JsonSchema {
  switch (type) {
    case 'string':
      return { type: 'string' };
    case 'number':
      return { type: 'number' };
    case 'bool':
      return { type: 'boolean' };
    case 'list<string>':
      return { type: 'array', items: { type: 'string' } };
    case 'list<number>':
      return { type: 'array', items: { type: 'number' } };
    case 'map<string>':
      return { type: 'object', additionalProperties: { type: 'string' } };
    default:
      return true;
  }
}

/** Compiles a condition; null when it has mistakes, which are added to the problems at their places in the file. */
export function compileCondition(
  source: string,
  vocabulary: Vocabulary,
  written: Written,
  problems: Problem[],
): Expression | null {
  return compileAt(source, { ...vocabulary, result: 'bool' }, written, problems);
}

/** Compiles a message with expressions between `${` and `}`; null when it has mistakes. */
export function compileMessage(
  text: string,
  vocabulary: Vocabulary,
  written: Written,
  problems: Problem[],
): Message | null {
  const parts = parseMessage(text);
  if ('message' in parts) {
    problems.push(problemIn(written, parts.line, parts.column, parts.message));
    return null;
  }
  const compiled = parts.map((part) =>
    part.kind === 'text'
      ? part.text
      : compileAt(part.source, vocabulary, { ...written, line: part.line, column: part.column }, problems),
  );
  const message = compiled.filter((part) => part !== null);
  return message.length === compiled.length ? message : null;
}

function compileAt(source: string, options: CompileOptions, written: Written, problems: Problem[]): Expression | null {
  try {
    return {
      program: compile(source, options),
      compilePart: (part, locals) => compile(part, partOptions(options, locals)),
      placeOf: (line, column) => {
        const place = placeIn(written, line, column);
        return { file: written.places.file, startLine: place.line, startColumn: place.column };
      },
    };
  } catch (error) {
    if (!(error instanceof CelError)) throw error;
    problems.push(...error.problems.map(({ line, column, message }) => problemIn(written, line, column, message)));
    return null;
  }
}

function partOptions({ result: _, variables, ...options }: CompileOptions, locals: readonly string[]): CompileOptions {
  return { ...options, variables: { ...variables, ...Object.fromEntries(locals.map((name) => [name, 'dyn'])) } };
}

function placeIn({ places, path, line = 1, column = 1 }: Written, innerLine: number, innerColumn: number) {
  return places.within(path, line + innerLine - 1, innerLine === 1 ? column + innerColumn - 1 : innerColumn);
}

function problemIn(written: Written, line: number, column: number, message: string): Problem {
  return { file: written.places.file, ...placeIn(written, line, column), message: asSentence(message) };
}

/** The problems of expressions are clauses without a capital and a full stop. */
function asSentence(message: string): string {
  const text = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
