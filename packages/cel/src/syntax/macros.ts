import type { CallNode, ComprehensionMacro, Node } from './ast.ts';

/** A macro that is written like a function but not used like one. */
export interface MacroMistake {
  readonly node: Node;
  readonly message: string;
}

/**
 * Turns a call into the node of the macro it names. A call that is no macro stays a call; one that has the wrong
 * number of arguments does too, so that the check can say what is missing.
 */
export function expandMacro(call: CallNode): Node | MacroMistake {
  if (call.target === null) return call.name === 'has' ? expandHas(call) : call;
  if (call.target.kind === 'ident' && call.target.name === 'cel') return expandCel(call);
  const comprehension = COMPREHENSIONS.get(call.name);
  if (comprehension !== undefined) return expandComprehension(call, call.target, comprehension);
  if (call.name === 'optMap' || call.name === 'optFlatMap') return expandOptionalMap(call, call.target);
  return call;
}

function expandHas(call: CallNode): Node | MacroMistake {
  const [argument] = call.arguments;
  if (call.arguments.length !== 1 || argument?.kind !== 'select') {
    return { node: argument ?? call, message: 'has() takes one field selection, such as has(resource.tags.Owner)' };
  }
  const { operand, field, fieldRange, optional } = argument;
  return { kind: 'has', range: call.range, operand, field, fieldRange, optional };
}

function expandCel(call: CallNode): Node | MacroMistake {
  const { range } = call;
  const [first, second, third] = call.arguments;
  if (call.name === 'bind' && first !== undefined && second !== undefined && third !== undefined) {
    const variable = variableName(first);
    if (variable === null) return notAVariable(first);
    return { kind: 'bind', range, variable, value: second, body: third };
  }
  if (call.name === 'block' && first?.kind === 'list' && second !== undefined) {
    return { kind: 'block', range, slots: first.elements.map((element) => element.value), body: second };
  }
  if (call.name === 'index' && first?.kind === 'literal' && call.arguments.length === 1) {
    return { kind: 'ident', range, name: `@index${first.value}`, absolute: false };
  }
  const iterationVariable = iterVar(call);
  return iterationVariable === null ? call : { kind: 'ident', range, name: iterationVariable, absolute: false };
}

/** The variable that `cel.iterVar(depth, index)` stands for, or null. */
function iterVar(call: CallNode): string | null {
  const [depth, index] = call.arguments;
  if (call.name !== 'iterVar' || depth?.kind !== 'literal' || index?.kind !== 'literal') return null;
  return `@it:${depth.value}:${index.value}`;
}

interface Comprehension {
  readonly macro: ComprehensionMacro;
  /** Numbers of variables that it may have. */
  readonly variables: readonly number[];
  readonly filtered: boolean;
}

const COMPREHENSIONS: ReadonlyMap<string, Comprehension> = new Map(
  Object.entries<Comprehension>({
    all: { macro: 'all', variables: [1, 2], filtered: false },
    exists: { macro: 'exists', variables: [1, 2], filtered: false },
    exists_one: { macro: 'exists_one', variables: [1, 2], filtered: false },
    existsOne: { macro: 'exists_one', variables: [1, 2], filtered: false },
    filter: { macro: 'filter', variables: [1], filtered: false },
    map: { macro: 'map', variables: [1], filtered: true },
    transformList: { macro: 'transformList', variables: [2], filtered: true },
    transformMap: { macro: 'transformMap', variables: [2], filtered: true },
    transformMapEntry: { macro: 'transformMapEntry', variables: [2], filtered: true },
  }),
);

function expandComprehension(call: CallNode, source: Node, form: Comprehension): Node | MacroMistake {
  const count = call.arguments.length;
  const variableCount = form.variables.find((n) => count === n + 1 || (form.filtered && count === n + 2));
  const body = call.arguments.at(-1);
  if (variableCount === undefined || body === undefined) return call;
  const variables: string[] = [];
  for (const argument of call.arguments.slice(0, variableCount)) {
    const name = variableName(argument);
    if (name === null) return notAVariable(argument);
    if (variables.includes(name)) return { node: argument, message: `the variable "${name}" is named twice` };
    variables.push(name);
  }
  const filter = count === variableCount + 2 ? (call.arguments[variableCount] ?? null) : null;
  return { kind: 'comprehension', range: call.range, macro: form.macro, source, variables, filter, body };
}

function expandOptionalMap(call: CallNode, source: Node): Node | MacroMistake {
  const [first, body] = call.arguments;
  if (first === undefined || body === undefined || call.arguments.length !== 2) return call;
  const variable = variableName(first);
  if (variable === null) return notAVariable(first);
  return { kind: 'optional-map', range: call.range, flat: call.name === 'optFlatMap', source, variable, body };
}

function variableName(node: Node): string | null {
  return node.kind === 'ident' && !node.absolute ? node.name : null;
}

function notAVariable(node: Node): MacroMistake {
  return { node, message: 'this must be the name of a variable, such as "x" in list.all(x, x > 0)' };
}
