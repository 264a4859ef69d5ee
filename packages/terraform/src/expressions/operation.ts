import type { Binary, Expression, Unary } from '@tollgate/hcl';
import { applyFunction, type FunctionSpec } from '../functions/index.ts';
import { convert } from '../values/convert.ts';
import { DYNAMIC } from '../values/type.ts';
import { unknownValue, type Value } from '../values/value.ts';
import { isMistake } from '../values/value-error.ts';
import { type Frame, fail } from './frame.ts';
import { BINARY_OPERATORS, UNARY_OPERATORS } from './operators.ts';

/** evaluateUnary evaluates an operator before its operand. */
export function evaluateUnary(expression: Unary, frame: Frame): Value {
  const operand = { name: 'unary operand', expression: expression.operand };
  return operate(expression, UNARY_OPERATORS[expression.operator], [operand], frame);
}

/** evaluateBinary evaluates an operator between its operands. Both are always evaluated. */
export function evaluateBinary(expression: Binary, frame: Frame): Value {
  const operands = [
    { name: 'left operand', expression: expression.left },
    { name: 'right operand', expression: expression.right },
  ];
  return operate(expression, BINARY_OPERATORS[expression.operator], operands, frame);
}

interface Operand {
  readonly name: string;
  readonly expression: Expression;
}

function operate(expression: Unary | Binary, spec: FunctionSpec, operands: readonly Operand[], frame: Frame): Value {
  const before = frame.problems.length;
  const given = operands.map((operand) => frame.evaluate(operand.expression, frame));
  const values = given.map((value, index) => {
    try {
      return convert(value, spec.parameters[index]?.type ?? DYNAMIC);
    } catch (error) {
      if (!isMistake(error)) throw error;
      const operand = operands[index];
      const detail = `Unsuitable value for ${operand?.name}: ${error.message}.`;
      return fail(frame, operand?.expression ?? expression, 'Invalid operand', detail);
    }
  });
  const type = typeof spec.returns === 'function' ? DYNAMIC : spec.returns;
  if (frame.problems.length > before) return unknownValue(type);
  try {
    return applyFunction(spec, values, frame.scope.context);
  } catch (error) {
    if (!isMistake(error)) throw error;
    fail(frame, expression, 'Operation failed', `Error during operation: ${error.message}.`);
    return unknownValue(type);
  }
}
