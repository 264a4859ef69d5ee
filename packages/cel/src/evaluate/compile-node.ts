import type { Reference } from '../check/environment.ts';
import type { Library } from '../functions/library.ts';
import type { Node } from '../syntax/ast.ts';
import { traced } from '../trace/recorder.ts';
import { lookUpField } from '../values/map-access.ts';
import { fail, isStop, placed } from '../values/stop.ts';
import type { Value } from '../values/value.ts';
import { compileCall } from './compile-call.ts';
import { compileCollection } from './compile-collection.ts';
import { compileComprehension, compileOptionalMap } from './compile-comprehension.ts';
import { compileConditional, compileLogical } from './compile-logical.ts';
import { compileBinary, compileUnary } from './compile-operator.ts';
import { compileHas, compileIndex, compileSelect } from './compile-select.ts';
import type { Evaluator } from './frame.ts';

/** What compiling needs to know of a checked tree. */
export interface Plan {
  readonly references: ReadonlyMap<Node, Reference>;
  readonly slots: ReadonlyMap<Node, number>;
  readonly library: Library;
  /** Evaluators record what they did for the trace. */
  readonly isTraced: boolean;
}

/** Compiles a node into a closure that evaluates it. */
export function compileNode(node: Node, plan: Plan): Evaluator {
  const evaluator = compileUntraced(node, plan);
  return plan.isTraced && node.kind !== 'literal' ? traced(node, evaluator) : evaluator;
}

function compileUntraced(node: Node, plan: Plan): Evaluator {
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'ident':
    case 'select': {
      const reference = plan.references.get(node);
      if (reference !== undefined) return compileReference(reference, node);
      if (node.kind === 'select') return compileSelect(node, plan);
      return failing(node, `"${node.name}" is not declared`);
    }
    case 'index':
      return compileIndex(node, plan);
    case 'has':
      return compileHas(node, plan);
    case 'call':
      return compileCall(node, plan);
    case 'unary':
      return compileUnary(node, plan);
    case 'binary':
      return compileBinary(node, plan);
    case 'logical':
      return compileLogical(node, plan);
    case 'conditional':
      return compileConditional(node, plan);
    case 'list':
    case 'map':
      return compileCollection(node, plan);
    case 'comprehension':
      return compileComprehension(node, plan);
    case 'optional-map':
      return compileOptionalMap(node, plan);
    case 'bind':
      return compileSlots(node, [node.value], node.body, plan);
    case 'block':
      return compileSlots(node, node.slots, node.body, plan);
    case 'message':
      return failing(node, `there is no message type "${node.typeName}"`);
    case 'invalid':
      return failing(node, 'the expression is not valid');
  }
}

/** An evaluator that always fails. The failure is made anew each time, for its place is set once. */
export function failing(node: Node, message: string): Evaluator {
  return () => placed(fail(message), node.range);
}

function compileReference(reference: Reference, node: Node): Evaluator {
  switch (reference.kind) {
    case 'local': {
      const { slot } = reference;
      return (frame) => frame.slots[slot] ?? null;
    }
    case 'input': {
      const { name } = reference;
      return (frame) => {
        const value = lookUpField(frame.input, name);
        if (value !== undefined) return isStop(value) ? placed(value, node.range) : value;
        return placed(fail(`the input has no "${name}"`), node.range);
      };
    }
    case 'type': {
      const { value } = reference;
      return () => value;
    }
    case 'function':
      return failing(node, `"${reference.name}" is a function`);
  }
}

/** Evaluates values once into variables, then the body. A value that fails or is unknown matters only where it is used. */
function compileSlots(owner: Node, values: readonly Node[], body: Node, plan: Plan): Evaluator {
  const first = plan.slots.get(owner) ?? 0;
  const evaluators = values.map((value) => compileNode(value, plan));
  const evaluateBody = compileNode(body, plan);
  return (frame) => {
    for (const [index, evaluate] of evaluators.entries()) frame.slots[first + index] = evaluate(frame);
    return evaluateBody(frame);
  };
}

/** The value of a node that is the same in every evaluation, or undefined. */
export function constantOf(node: Node): Value | undefined {
  return node.kind === 'literal' ? node.value : undefined;
}
