import { type Problem, problemAt } from '../problem.ts';
import type { Node } from '../syntax/ast.ts';
import type { Range } from '../syntax/range.ts';
import { isAssignable, join, resolve, type Substitution, substitute } from './assignable.ts';
import { checkCall } from './check-call.ts';
import { checkComprehension, checkOptionalMap } from './check-macro.ts';
import { checkHas, checkIndex, checkName } from './check-name.ts';
import { checkBinary, checkConditional, checkLogical, checkUnary } from './check-operator.ts';
import type { Environment, Reference } from './environment.ts';
import { typeOfLiteral } from './literal-type.ts';
import { DYN, ERROR, type Type, typeText } from './type.ts';

/** What the check finds out about a tree. */
export interface Checked {
  readonly type: Type;
  readonly problems: readonly Problem[];
  readonly references: ReadonlyMap<Node, Reference>;
  /** The first variable slot of each macro that has variables. */
  readonly slots: ReadonlyMap<Node, number>;
  /** How many variable slots an evaluation needs. */
  readonly slotCount: number;
}

/** The state of one check. */
export interface Checker {
  readonly environment: Environment;
  readonly references: Map<Node, Reference>;
  readonly slots: Map<Node, number>;
  readonly substitution: Substitution;
  /** Checks a node and gives its type with what is known of its parameters now. */
  check(node: Node): Type;
  /** Checks a node that must have a type. */
  expect(node: Node, wanted: Type, what: string): void;
  report(range: Range, message: string): Type;
  /** A type that is not known yet. */
  fresh(): Type;
  local(name: string): { readonly slot: number; readonly type: Type } | undefined;
  /** Runs something with further variables in scope; `owner` is the macro that has them. */
  withLocals<T>(owner: Node, locals: readonly (readonly [string, Type])[], run: () => T): T;
}

/** Checks the types of a tree, and finds out what its names stand for. */
export function checkTree(root: Node, environment: Environment): Checked {
  const problems: Problem[] = [];
  const locals: { readonly name: string; readonly type: Type }[] = [];
  let slotCount = 0;
  let parameterCount = 0;
  const checker: Checker = {
    environment,
    references: new Map(),
    slots: new Map(),
    substitution: new Map(),
    check: (node) => resolve(checkNode(node, checker), checker.substitution),
    expect(node, wanted, what) {
      const type = checker.check(node);
      if (isAssignable(wanted, type, checker.substitution)) return;
      checker.report(node.range, `${what} must be ${typeText(wanted)}, but this is ${typeText(type)}`);
    },
    report(range, message) {
      problems.push(problemAt(range, message));
      return ERROR;
    },
    fresh() {
      parameterCount += 1;
      return { kind: 'parameter', name: `#${parameterCount}` };
    },
    local(name) {
      const slot = locals.findLastIndex((local) => local.name === name);
      const found = locals[slot];
      return found === undefined ? undefined : { slot, type: found.type };
    },
    withLocals(owner, added, run) {
      if (!checker.slots.has(owner)) checker.slots.set(owner, locals.length);
      const before = locals.length;
      for (const [name, type] of added) locals.push({ name, type });
      slotCount = Math.max(slotCount, locals.length);
      const result = run();
      locals.length = before;
      return result;
    },
  };
  const type = substitute(checker.check(root), checker.substitution, () => DYN);
  problems.sort((left, right) => left.offset - right.offset);
  return { type, problems, references: checker.references, slots: checker.slots, slotCount };
}

function checkNode(node: Node, checker: Checker): Type {
  switch (node.kind) {
    case 'invalid':
      return ERROR;
    case 'literal':
      return typeOfLiteral(node.value);
    case 'ident':
    case 'select':
      return checkName(node, checker);
    case 'has':
      return checkHas(node, checker);
    case 'index':
      return checkIndex(node, checker);
    case 'call':
      return checkCall(node, checker);
    case 'unary':
      return checkUnary(node, checker);
    case 'binary':
      return checkBinary(node, checker);
    case 'logical':
      return checkLogical(node, checker);
    case 'conditional':
      return checkConditional(node, checker);
    case 'list':
      return {
        kind: 'list',
        element: joinAll(
          node.elements.map((item) => elementType(item, checker)),
          checker,
        ),
      };
    case 'map':
      return checkMap(node, checker);
    case 'message':
      for (const field of node.fields) checker.check(field.value);
      return checker.report(
        node.range,
        `there is no message type "${node.typeName}"; use a map such as {"name": value}`,
      );
    case 'comprehension':
      return checkComprehension(node, checker);
    case 'optional-map':
      return checkOptionalMap(node, checker);
    case 'bind': {
      const type = checker.check(node.value);
      return checker.withLocals(node, [[node.variable, type]], () => checker.check(node.body));
    }
    case 'block':
      return checkSlots(node, 0, checker);
  }
}

/** Each slot of a block is a variable for the slots after it and for the body. */
function checkSlots(node: Extract<Node, { kind: 'block' }>, index: number, checker: Checker): Type {
  const slot = node.slots[index];
  if (slot === undefined) {
    checker.withLocals(node, [], () => null);
    return checker.check(node.body);
  }
  const type = checker.check(slot);
  return checker.withLocals(node, [[`@index${index}`, type]], () => checkSlots(node, index + 1, checker));
}

/** The type of an element, which for `?element` is what its optional holds. */
function elementType(item: { readonly value: Node; readonly optional: boolean }, checker: Checker): Type {
  if (!item.optional) return checker.check(item.value);
  const type = checker.check(item.value);
  if (type.kind === 'optional') return type.value;
  if (type.kind === 'dyn' || type.kind === 'error') return DYN;
  return checker.report(item.value.range, `what follows "?" must be an optional value, but this is ${typeText(type)}`);
}

function joinAll(types: readonly Type[], checker: Checker): Type {
  const [first, ...others] = types;
  if (first === undefined) return checker.fresh();
  return others.reduce((joined, type) => join(joined, type, checker.substitution), first);
}

const KEY_KINDS: ReadonlySet<string> = new Set([
  'bool',
  'int',
  'uint',
  'string',
  'number',
  'dyn',
  'error',
  'parameter',
]);

function checkMap(node: Extract<Node, { kind: 'map' }>, checker: Checker): Type {
  const keys = node.entries.map((entry) => {
    const type = checker.check(entry.key);
    if (KEY_KINDS.has(type.kind)) return type;
    return checker.report(entry.key.range, `a key must be a string, int, uint or bool, not ${typeText(type)}`);
  });
  const values = node.entries.map((entry) => elementType(entry, checker));
  return { kind: 'map', key: joinAll(keys, checker), value: joinAll(values, checker) };
}
