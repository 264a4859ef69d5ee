import type { ConditionalNode, LogicalNode, Node } from '../syntax/ast.ts';
import { derived, fail, isStop, mergeUndecided, placed, type Stop } from '../values/stop.ts';
import { describeType } from '../values/type-value.ts';
import type { Value } from '../values/value.ts';
import { compileNode, type Plan } from './compile-node.ts';
import type { Evaluator } from './frame.ts';

/**
 * `&&` and `||` after Kleene: one operand that decides is enough, wherever it stands, whatever the others are. If none
 * decides, an unknown operand makes the result unknown, else the first error is the result.
 */
export function compileLogical(node: LogicalNode, plan: Plan): Evaluator {
  const deciding = node.operator === '||';
  const operands = node.operands.map((operand) => ({ node: operand, evaluate: compileNode(operand, plan) }));
  return (frame) => {
    let stop: Stop | null = null;
    for (const operand of operands) {
      const value = operand.evaluate(frame);
      if (value === deciding) return deciding;
      if (value !== !deciding) stop = mergeUndecided(stop, asStop(value, operand.node, `"${node.operator}"`));
    }
    return stop ?? !deciding;
  };
}

/** What stands where a bool should: it is a stop already, or it has the wrong type. */
export function asStop(value: Value | Stop, node: Node, where: string): Stop {
  if (isStop(value)) return derived(value);
  return placed(fail(`no such overload: ${where} takes bool, not ${describeType(value)}`), node.range);
}

/** `condition ? a : b`: only the branch that is chosen is evaluated. */
export function compileConditional(node: ConditionalNode, plan: Plan): Evaluator {
  const condition = compileNode(node.condition, plan);
  const then = compileNode(node.then, plan);
  const otherwise = compileNode(node.otherwise, plan);
  return (frame) => {
    const chosen = condition(frame);
    if (chosen === true) return then(frame);
    if (chosen === false) return otherwise(frame);
    return asStop(chosen, node.condition, '"?:"');
  };
}
