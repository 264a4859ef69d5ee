import { acceptsArguments, type Overload, takesCount } from '../functions/overload.ts';
import type { CallNode } from '../syntax/ast.ts';
import { fromHost } from '../values/host.ts';
import { isOptional } from '../values/optional.ts';
import { derived, fail, isFailure, isStop, mergeStrict, placed, type Stop } from '../values/stop.ts';
import { describeType } from '../values/type-value.ts';
import { findUnknown } from '../values/unknown-parts.ts';
import type { Value } from '../values/value.ts';
import { compileNode, failing, type Plan } from './compile-node.ts';
import type { Evaluator, Frame } from './frame.ts';

/** A call of a function or method: the overload is chosen by the types that the arguments have now. */
export function compileCall(node: CallNode, plan: Plan): Evaluator {
  const reference = plan.references.get(node);
  const isFunction = reference?.kind === 'function';
  const name = isFunction ? reference.name : node.name;
  const target = isFunction ? null : node.target;
  const args = (target === null ? node.arguments : [target, ...node.arguments]).map((arg) => compileNode(arg, plan));
  const overloads = (plan.library.get(name) ?? []).filter(
    (overload) => overload.isMethod === (target !== null) && takesCount(overload, args.length),
  );
  if (overloads.length === 0) return failing(node, `no such overload: there is no ${name}() with these arguments`);
  const [first, second] = args;
  if (first !== undefined && second !== undefined && target !== null && (name === 'or' || name === 'orValue')) {
    return compileAlternative(name, first, callWith(node, [first, second], overloads), second);
  }
  return callWith(node, args, overloads);
}

/** `optional.or(other)` and `optional.orValue(other)` evaluate the other only when they need it. */
function compileAlternative(name: 'or' | 'orValue', first: Evaluator, call: Evaluator, second: Evaluator): Evaluator {
  return (frame) => {
    const optional = first(frame);
    if (!isOptional(optional)) return isStop(optional) ? derived(optional) : call(frame);
    if (optional.value !== undefined) return name === 'or' ? optional : optional.value;
    const other = second(frame);
    return isStop(other) || name === 'orValue' || isOptional(other) ? other : call(frame);
  };
}

function callWith(node: CallNode, args: readonly Evaluator[], overloads: readonly Overload[]): Evaluator {
  return (frame) => {
    const values: Value[] = [];
    let stop: Stop | null = null;
    for (const evaluate of args) {
      const value = evaluate(frame);
      if (!isStop(value)) values.push(value);
      else if (isFailure(value)) return value;
      else stop = mergeStrict(stop, value);
    }
    if (stop !== null) return derived(stop);
    frame.meter.place = node.range;
    const result = invoke(overloads, values, frame, node.name);
    return isStop(result) ? placed(result, node.range) : result;
  };
}

function invoke(overloads: readonly Overload[], values: readonly Value[], frame: Frame, name: string): Value | Stop {
  frame.meter.steps(1);
  for (const overload of overloads) {
    if (!acceptsArguments(overload, values)) continue;
    if (!overload.takesUnknownParts) {
      for (const value of values) {
        const stop = typeof value === 'object' ? findUnknown(value, frame.meter) : null;
        if (stop !== null) return derived(stop);
      }
    }
    return fromHost(overload.call(values, frame.meter));
  }
  return fail(`no such overload: ${name}() is not defined for ${values.map(describeType).join(', ')}`);
}
