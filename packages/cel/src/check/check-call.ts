import type { Overload } from '../functions/overload.ts';
import { patternMistake } from '../functions/regular-expression.ts';
import { type CallNode, type Node, qualifiedName, rootIdent } from '../syntax/ast.ts';
import type { Checker } from './checker.ts';
import { resolveFunction } from './environment.ts';
import { matchOverload } from './match-overload.ts';
import { didYouMean } from './suggestion.ts';
import { ERROR, type Type, typeText } from './type.ts';

/** The type of a call. A target that spells the namespace of a function is not a value: `math.abs(x)`. */
export function checkCall(node: CallNode, checker: Checker): Type {
  const functionName = functionNameOf(node, checker);
  if (functionName !== null) {
    checker.references.set(node, { kind: 'function', name: functionName });
    const overloads = checker.environment.library.get(functionName) ?? [];
    return resolveCall(
      node,
      functionName,
      overloads.filter((overload) => !overload.isMethod),
      checker,
      null,
    );
  }
  const target = node.target === null ? null : checker.check(node.target);
  const overloads = checker.environment.library.get(node.name) ?? [];
  return resolveCall(
    node,
    node.name,
    overloads.filter((overload) => overload.isMethod === (target !== null)),
    checker,
    target,
  );
}

function functionNameOf(node: CallNode, checker: Checker): string | null {
  if (node.target === null) return resolveFunction(checker.environment, node.name);
  const prefix = qualifiedName(node.target);
  const root = rootIdent(node.target);
  if (prefix === null || root === null || checker.local(root.name) !== undefined) return null;
  return resolveFunction(checker.environment, `${prefix}.${node.name}`);
}

function resolveCall(
  node: CallNode,
  name: string,
  overloads: readonly Overload[],
  checker: Checker,
  target: Type | null,
): Type {
  const args = node.arguments.map((argument) => checker.check(argument));
  const given = target === null ? args : [target, ...args];
  if (overloads.length === 0) return checker.report(node.nameRange, noSuchFunction(name, target !== null, checker));
  if (name === 'matches') checkPattern(node.arguments.at(-1), checker);
  const result = matchOverload(overloads, given, checker);
  if (result !== null) return result;
  if (given.some((type) => type.kind === 'error')) return ERROR;
  const ways = overloads.slice(0, 4).map(signatureText).join(' or ');
  const called = `${target === null ? '' : `${typeText(target)}.`}${name}(${args.map(typeText).join(', ')})`;
  return checker.report(
    node.nameRange,
    `there is no ${called}; it is ${ways}${overloads.length > 4 ? ' or others' : ''}`,
  );
}

/** A regular expression that is written out is looked at before anything is evaluated. */
function checkPattern(pattern: Node | undefined, checker: Checker): void {
  if (pattern?.kind !== 'literal' || typeof pattern.value !== 'string') return;
  const mistake = patternMistake(pattern.value);
  if (mistake !== null) checker.report(pattern.range, mistake);
}

function noSuchFunction(name: string, isMethod: boolean, checker: Checker): string {
  const { library } = checker.environment;
  const names: string[] = [];
  for (const [other, overloads] of library) {
    if (overloads.some((overload) => overload.isMethod === isMethod)) names.push(other);
  }
  if (MACRO_NAMES.includes(name)) {
    const example = name === 'bind' ? 'cel.bind(x, value, expression)' : `list.${name}(x, …)`;
    return `"${name}" has a wrong number of arguments here; write it like ${example}`;
  }
  if (isMethod) names.push(...MACRO_NAMES);
  const advice = didYouMean(name, names);
  const otherWay = library.get(name)?.[0];
  if (otherWay !== undefined) return `"${name}" is not called like this; it is ${signatureText(otherWay)}`;
  return `there is no ${isMethod ? 'method' : 'function'} "${name}"${advice}`;
}

const MACRO_NAMES = [
  'all',
  'exists',
  'exists_one',
  'filter',
  'map',
  'transformList',
  'transformMap',
  'optMap',
  'optFlatMap',
  'bind',
];

/** A signature as it would be called: `string.startsWith(string)`. */
export function signatureText(overload: Overload): string {
  const parameters = overload.parameters.map(typeText);
  const target = overload.isMethod ? `${parameters.shift()}.` : '';
  return `${target}${overload.name}(${parameters.join(', ')}${overload.isVariadic ? '…' : ''})`;
}
