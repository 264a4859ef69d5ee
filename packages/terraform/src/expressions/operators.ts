import type { BinaryOperator, UnaryOperator } from '@tollgate/hcl';
import type { FunctionSpec, Parameter } from '../functions/index.ts';
import type { Numeric } from '../values/big-float.ts';
import { equal } from '../values/equality.ts';
import { withMarks, withoutDeepMarks } from '../values/marking.ts';
import {
  addNumbers,
  compareNumbers,
  divideNumbers,
  multiplyNumbers,
  negateNumber,
  remainder,
  subtractNumbers,
} from '../values/number-arithmetic.ts';
import { type Bound, rangeOf } from '../values/refinement.ts';
import { BOOL, DYNAMIC, NUMBER, type Type } from '../values/type.ts';
import { boolValue, deepMarks, numberValue, unknownValue, type Value } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';

function parameters(type: Type, allowances: Omit<Parameter, 'name' | 'type'>): readonly Parameter[] {
  return ['a', 'b'].map((name) => ({ name, type, ...allowances }));
}

function arithmetic(name: string, compute: (a: Numeric, b: Numeric) => Numeric): FunctionSpec {
  return {
    name,
    parameters: parameters(NUMBER, { dynamic: true }),
    returns: NUMBER,
    run: ([a, b]) => numberValue(compute(numberOf(a), numberOf(b))),
  };
}

function numberOf(value: Value | undefined): Numeric {
  if (value?.kind === 'number') return value.value;
  throw new ValueError('number required');
}

/** Comparisons may be certain even when a number is not: what is known of its range may be enough. */
function comparison(name: string, holds: (order: number) => boolean): FunctionSpec {
  return {
    name,
    parameters: parameters(NUMBER, { dynamic: true, unknown: true }),
    returns: BOOL,
    run: ([a, b]) => {
      if (a?.kind === 'number' && b?.kind === 'number') return boolValue(holds(compareNumbers(a.value, b.value)));
      const order = a && b && certainOrder(a, b);
      return order === undefined ? unknownValue(BOOL) : boolValue(holds(order));
    },
  };
}

function certainOrder(a: Value, b: Value): number | undefined {
  const [left, right] = [rangeOf(a), rangeOf(b)];
  if (isBelow(left.high, right.low)) return -1;
  return isBelow(right.high, left.low) ? 1 : undefined;
}

function isBelow(high: Bound | undefined, low: Bound | undefined): boolean {
  return high !== undefined && low !== undefined && compareNumbers(high.value, low.value) < 0;
}

function equality(name: string, wanted: boolean): FunctionSpec {
  return {
    name,
    parameters: parameters(DYNAMIC, { nullable: true, dynamic: true, unknown: true, marked: true }),
    returns: BOOL,
    run: ([a, b]) => {
      if (a === undefined || b === undefined) return unknownValue(BOOL);
      const same = equal(withoutDeepMarks(a), withoutDeepMarks(b));
      const result = same === undefined ? unknownValue(BOOL) : boolValue(same === wanted);
      return withMarks(result, deepMarks(a) | deepMarks(b));
    },
  };
}

function logic(name: string, compute: (a: boolean, b: boolean) => boolean): FunctionSpec {
  return {
    name,
    parameters: parameters(BOOL, { dynamic: true }),
    returns: BOOL,
    run: ([a, b]) => boolValue(compute(isTrue(a), isTrue(b))),
  };
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === 'bool' && value.value;
}

/** The operators between two operands, as functions of two arguments. */
export const BINARY_OPERATORS: Readonly<Record<BinaryOperator, FunctionSpec>> = {
  '+': arithmetic('+', addNumbers),
  '-': arithmetic('-', subtractNumbers),
  '*': arithmetic('*', multiplyNumbers),
  '/': arithmetic('/', divideNumbers),
  '%': arithmetic('%', remainder),
  '<': comparison('<', (order) => order < 0),
  '<=': comparison('<=', (order) => order <= 0),
  '>': comparison('>', (order) => order > 0),
  '>=': comparison('>=', (order) => order >= 0),
  '==': equality('==', true),
  '!=': equality('!=', false),
  '&&': logic('&&', (a, b) => a && b),
  '||': logic('||', (a, b) => a || b),
};

/** The operators before one operand, as functions of one argument. */
export const UNARY_OPERATORS: Readonly<Record<UnaryOperator, FunctionSpec>> = {
  '-': {
    name: '-',
    parameters: [{ name: 'num', type: NUMBER, dynamic: true }],
    returns: NUMBER,
    run: ([a]) => numberValue(negateNumber(numberOf(a))),
  },
  '!': {
    name: '!',
    parameters: [{ name: 'val', type: BOOL, dynamic: true }],
    returns: BOOL,
    run: ([a]) => boolValue(!isTrue(a)),
  },
};
