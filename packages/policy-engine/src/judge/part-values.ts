import { CelError, type HostValue, type MapLike, type Node, type Program, type Resolver, Uint } from '@tollgate/cel';
import type { JsonValue } from '../json.ts';
import type { Expression } from './compiled-policy.ts';
import type { InputPath } from './edit.ts';
import { readEntry } from './policy-input.ts';

/** A variable of a macro: its value, and where in the input it stands when it stands there. */
export interface Local {
  readonly value: unknown;
  readonly path: InputPath | null;
}

/** What the parts of an expression are looked at with. */
export interface Scope {
  readonly expression: Expression;
  readonly input: MapLike;
  readonly locals: ReadonlyMap<string, Local>;
  /** Sentences about parts for which no value could be found. */
  readonly gaps: Set<string>;
  readonly programs: PartPrograms;
}

/** Compiled parts of an expression, null for those that cannot stand alone, and how many may still be evaluated. */
export interface PartPrograms {
  readonly byText: Map<string, Program | null>;
  evaluationsLeft: number;
}

/** Parts are evaluated for each element of a list; an explanation that would take longer is not worth the wait. */
const MAX_EVALUATIONS = 5_000;

/** No parts have been evaluated yet. */
export function newPartPrograms(): PartPrograms {
  return { byText: new Map(), evaluationsLeft: MAX_EVALUATIONS };
}

/** Names that no change of the input can mend. */
const fixed: ReadonlySet<string> = new Set(['params', 'now']);

/** The part of the source that a node is. */
export function textOf(node: Node, { expression }: Scope): string {
  return expression.program.source.slice(node.range.offset, node.range.offset + node.range.length);
}

/** The value of a part; undefined when it has none, because it is unknown or fails. */
export function evaluatedPart(node: Node, scope: Scope): HostValue {
  if (scope.programs.evaluationsLeft === 0) return undefined;
  scope.programs.evaluationsLeft -= 1;
  const outcome = programOf(node, scope)?.evaluate(new ScopedInput(scope));
  return outcome?.kind === 'value' ? outcome.value : undefined;
}

function programOf(node: Node, scope: Scope): Program | null {
  const locals = [...scope.locals.keys()];
  const text = textOf(node, scope);
  const key = JSON.stringify([text, locals]);
  const known = scope.programs.byText.get(key);
  if (known !== undefined) return known;
  const program = compiledPart(text, locals, scope);
  scope.programs.byText.set(key, program);
  return program;
}

function compiledPart(text: string, locals: readonly string[], { expression }: Scope): Program | null {
  try {
    return expression.compilePart(text, locals);
  } catch (error) {
    // A part that cannot stand alone, such as one that is a namespace.
    if (error instanceof CelError) return null;
    throw error;
  }
}

/** The value of a part as data of JSON; undefined when it is none. */
export function dataOfPart(node: Node, scope: Scope): JsonValue | undefined {
  return toData(evaluatedPart(node, scope));
}

function toData(value: HostValue): JsonValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Uint) return Number(value.value);
  if (!Array.isArray(value)) return undefined;
  const elements = value.map(toData);
  const known = elements.filter((element) => element !== undefined);
  return known.length === elements.length ? known : undefined;
}

/** Where in the input the value of a part stands; null when it is computed, or cannot be changed. */
export function inputPathOf(node: Node, scope: Scope): InputPath | null {
  switch (node.kind) {
    case 'ident': {
      const local = scope.locals.get(node.name);
      if (local !== undefined) return local.path;
      return fixed.has(node.name) ? null : [node.name];
    }
    case 'select': {
      const operand = inputPathOf(node.operand, scope);
      return operand === null ? null : [...operand, node.field];
    }
    case 'index': {
      const operand = inputPathOf(node.operand, scope);
      const step = dataOfPart(node.index, scope);
      return operand === null || (typeof step !== 'string' && typeof step !== 'number') ? null : [...operand, step];
    }
    case 'call':
      // `a.?b.orValue(false)` is the value of a.b with a default.
      return node.name === 'orValue' && node.target !== null ? inputPathOf(node.target, scope) : null;
    default:
      return null;
  }
}

/** The input with the variables of macros. */
class ScopedInput implements Resolver {
  readonly #scope: Scope;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  get(name: string): unknown {
    const local = this.#scope.locals.get(name);
    return local === undefined ? readEntry(this.#scope.input, name) : local.value;
  }
}
