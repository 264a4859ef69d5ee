import type { ComprehensionNode, OptionalMapNode } from '../syntax/ast.ts';
import type { Checker } from './checker.ts';
import { BOOL, DYN, INT, STRING, type Type, typeText } from './type.ts';

/** The type of a macro that goes over a list or a map. */
export function checkComprehension(node: ComprehensionNode, checker: Checker): Type {
  const source = checker.check(node.source);
  const types = variableTypes(source, node, checker);
  const locals = node.variables.map((name, index): [string, Type] => [name, types[index] ?? DYN]);
  return checker.withLocals(node, locals, () => {
    if (node.filter !== null) checker.expect(node.filter, BOOL, `the condition of ${node.macro}()`);
    return resultType(node, types, checker);
  });
}

/** What the variables hold: an element or a key; with two, index and element, or key and value. */
function variableTypes(source: Type, node: ComprehensionNode, checker: Checker): readonly Type[] {
  const isPair = node.variables.length === 2;
  switch (source.kind) {
    case 'list':
      return isPair ? [INT, source.element] : [source.element];
    case 'map':
      return isPair ? [source.key, source.value] : [source.key];
    case 'object':
      return isPair ? [STRING, DYN] : [STRING];
    case 'nullable':
      return variableTypes(source.of, node, checker);
    case 'dyn':
    case 'error':
    case 'parameter':
      return [DYN, DYN];
    default:
      checker.report(node.source.range, `${node.macro}() goes over a list or a map, but this is ${typeText(source)}`);
      return [DYN, DYN];
  }
}

function resultType(node: ComprehensionNode, types: readonly Type[], checker: Checker): Type {
  switch (node.macro) {
    case 'all':
    case 'exists':
    case 'exists_one':
      checker.expect(node.body, BOOL, `the condition of ${node.macro}()`);
      return BOOL;
    case 'filter':
      checker.expect(node.body, BOOL, 'the condition of filter()');
      return { kind: 'list', element: types[0] ?? DYN };
    case 'map':
    case 'transformList':
      return { kind: 'list', element: checker.check(node.body) };
    case 'transformMap':
      return { kind: 'map', key: types[0] ?? DYN, value: checker.check(node.body) };
    case 'transformMapEntry': {
      checker.expect(node.body, { kind: 'map', key: DYN, value: DYN }, 'the result of transformMapEntry()');
      return { kind: 'map', key: DYN, value: DYN };
    }
  }
}

/** The type of `optMap` and `optFlatMap`. */
export function checkOptionalMap(node: OptionalMapNode, checker: Checker): Type {
  const source = checker.check(node.source);
  let value: Type = DYN;
  if (source.kind === 'optional') value = source.value;
  else if (source.kind !== 'dyn' && source.kind !== 'error') {
    checker.report(node.source.range, `optMap() is for optional values, but this is ${typeText(source)}`);
  }
  return checker.withLocals(node, [[node.variable, value]], () => {
    const body = checker.check(node.body);
    if (!node.flat) return { kind: 'optional', value: body };
    if (body.kind === 'optional' || body.kind === 'dyn' || body.kind === 'error') return body;
    return checker.report(node.body.range, `optFlatMap() needs an optional value here, but this is ${typeText(body)}`);
  });
}
