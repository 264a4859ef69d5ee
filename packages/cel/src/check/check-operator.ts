import type { BinaryNode, BinaryOperator, ConditionalNode, LogicalNode, Node, UnaryNode } from '../syntax/ast.ts';
import { isAssignable, join } from './assignable.ts';
import type { Checker } from './checker.ts';
import { matchOverload, type Signature } from './match-overload.ts';
import { didYouMean } from './suggestion.ts';
import { BOOL, DYN, ERROR, type Type, typeText } from './type.ts';
import { typeFromText } from './type-text.ts';

const NUMERIC = ['int', 'uint', 'double'];
const ORDERED = ['bool', 'int', 'uint', 'double', 'string', 'bytes', 'timestamp', 'duration'];
const MIXED_NUMBERS = NUMERIC.flatMap((left) =>
  NUMERIC.filter((right) => right !== left).map((right) => [left, right]),
);

function same(types: readonly string[]): string[][] {
  return types.map((type) => [type, type, type]);
}

const comparisons = [...ORDERED.map((type) => [type, type, 'bool']), ...MIXED_NUMBERS.map((pair) => [...pair, 'bool'])];

/** The two operands and the result of every operator, as texts of types. */
const OPERATORS: Readonly<Record<Exclude<BinaryOperator, '==' | '!='>, readonly (readonly string[])[]>> = {
  '+': [
    ...same([...NUMERIC, 'string', 'bytes', 'list(A)', 'duration']),
    ['timestamp', 'duration', 'timestamp'],
    ['duration', 'timestamp', 'timestamp'],
  ],
  '-': [
    ...same([...NUMERIC, 'duration']),
    ['timestamp', 'timestamp', 'duration'],
    ['timestamp', 'duration', 'timestamp'],
  ],
  '*': same(NUMERIC),
  '/': same(NUMERIC),
  '%': same(['int', 'uint']),
  '<': comparisons,
  '<=': comparisons,
  '>': comparisons,
  '>=': comparisons,
  in: [
    ['A', 'list(A)', 'bool'],
    ['A', 'map(A, B)', 'bool'],
  ],
};

const signatures = new Map<string, readonly Signature[]>();

function signaturesOf(operator: keyof typeof OPERATORS): readonly Signature[] {
  const known = signatures.get(operator);
  if (known !== undefined) return known;
  const made = OPERATORS[operator].map((texts): Signature => {
    const [left = DYN, right = DYN, result = DYN] = texts.map(typeFromText);
    return { parameters: [left, right], isVariadic: false, result };
  });
  signatures.set(operator, made);
  return made;
}

/** The type of an operator between two operands. */
export function checkBinary(node: BinaryNode, checker: Checker): Type {
  const left = checker.check(node.left);
  const right = checker.check(node.right);
  if (left.kind === 'error' || right.kind === 'error') return isBoolOperator(node.operator) ? BOOL : ERROR;
  if (node.operator === '==' || node.operator === '!=') return checkEquality(node, left, right, checker);
  if (node.operator === 'in') checkListedConstants(left, node.right, checker);
  const result = matchOverload(signaturesOf(node.operator), [left, right], checker);
  if (result !== null) return result;
  const message = `"${node.operator}" is not defined between ${typeText(left)} and ${typeText(right)}`;
  checker.report(node.range, `${message}${conversionAdvice(node.operator, left, right)}`);
  return isBoolOperator(node.operator) ? BOOL : ERROR;
}

function isBoolOperator(operator: BinaryOperator): boolean {
  return !['+', '-', '*', '/', '%'].includes(operator);
}

function conversionAdvice(operator: string, left: Type, right: Type): string {
  const kinds = [left.kind, right.kind];
  if (kinds.every((kind) => NUMERIC.includes(kind)))
    return '; convert one of them, for example with double(…) or int(…)';
  if (operator === '+' && kinds.includes('string')) return '; convert to text with string(…)';
  return '';
}

function checkEquality(node: BinaryNode, left: Type, right: Type, checker: Checker): Type {
  if (!isAssignable(left, right, checker.substitution) && !isAssignable(right, left, checker.substitution)) {
    const message = `${typeText(left)} is never equal to ${typeText(right)}`;
    checker.report(node.range, `${message}${conversionAdvice(node.operator, left, right)}`);
    return BOOL;
  }
  checkConstant(left, node.right, checker);
  checkConstant(right, node.left, checker);
  return BOOL;
}

/** Finds texts that a string with listed values can never be. */
function checkConstant(type: Type, other: Node, checker: Checker): void {
  const string = type.kind === 'nullable' ? type.of : type;
  if (string.kind !== 'string' || string.values === null) return;
  if (other.kind !== 'literal' || typeof other.value !== 'string' || string.values.includes(other.value)) return;
  const known = string.values.length <= 12 ? ` (it is one of ${string.values.join(', ')})` : '';
  const advice = didYouMean(other.value, string.values);
  checker.report(other.range, `the value is never "${other.value}"${advice === '' ? known : advice}`);
}

function checkListedConstants(type: Type, list: Node, checker: Checker): void {
  if (list.kind !== 'list') return;
  for (const element of list.elements) checkConstant(type, element.value, checker);
}

/** The type of `!x` and `-x`. */
export function checkUnary(node: UnaryNode, checker: Checker): Type {
  if (node.operator === '!') {
    checker.expect(node.operand, BOOL, 'the operand of "!"');
    return BOOL;
  }
  const type = checker.check(node.operand);
  if (['int', 'double', 'number', 'dyn', 'error', 'parameter'].includes(type.kind)) return type;
  return checker.report(node.range, `"-" is not defined for ${typeText(type)}`);
}

/** The type of `&&` and `||`. */
export function checkLogical(node: LogicalNode, checker: Checker): Type {
  for (const operand of node.operands) checker.expect(operand, BOOL, `an operand of "${node.operator}"`);
  return BOOL;
}

/** The type of `condition ? a : b`. */
export function checkConditional(node: ConditionalNode, checker: Checker): Type {
  checker.expect(node.condition, BOOL, 'the condition before "?"');
  const then = checker.check(node.then);
  const otherwise = checker.check(node.otherwise);
  const joined = join(then, otherwise, checker.substitution);
  if (joined.kind !== 'dyn' || then.kind === 'dyn' || otherwise.kind === 'dyn') return joined;
  const message = `the results of "?:" must be of one type, but they are ${typeText(then)} and ${typeText(otherwise)}`;
  return checker.report(node.range, `${message}; dyn(…) around one allows both`);
}
