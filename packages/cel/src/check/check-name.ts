import {
  type HasNode,
  type IdentNode,
  type IndexNode,
  type Node,
  qualifiedName,
  rootIdent,
  type SelectNode,
} from '../syntax/ast.ts';
import type { Range } from '../syntax/range.ts';
import { isAssignable } from './assignable.ts';
import type { Checker } from './checker.ts';
import { resolveName } from './environment.ts';
import { didYouMean } from './suggestion.ts';
import { BOOL, DYN, INT, type ObjectType, type Type, typeText } from './type.ts';

/** The type of a name or of a selection; what it stands for is noted in `references`. */
export function checkName(node: IdentNode | SelectNode, checker: Checker): Type {
  const name = qualifiedName(node);
  const root = rootIdent(node);
  if (name !== null && root !== null) {
    const local = root.absolute ? undefined : checker.local(root.name);
    if (local !== undefined && node.kind === 'ident') {
      checker.references.set(node, { kind: 'local', slot: local.slot });
      return local.type;
    }
    const resolved = local === undefined ? resolveName(checker.environment, name, root.absolute) : null;
    if (resolved !== null) {
      checker.references.set(node, resolved.reference);
      return resolved.type;
    }
  }
  return node.kind === 'ident' ? undeclared(node, checker) : checkSelect(node, checker);
}

function undeclared(node: IdentNode, checker: Checker): Type {
  const names = [...checker.environment.variables.keys()];
  const known = names.length > 0 && names.length <= 8 ? ` (there are ${names.join(', ')})` : '';
  const advice = didYouMean(node.name, names);
  return checker.report(node.range, `"${node.name}" is not declared${advice === '' ? known : advice}`);
}

function checkSelect(node: SelectNode, checker: Checker): Type {
  const type = fieldType(checker.check(node.operand), node.field, node.fieldRange, checker);
  return node.optional && type.kind !== 'optional' ? { kind: 'optional', value: type } : type;
}

/** `has(a.b)`: also here the field must be one that can be there, so that a misspelt one is found. */
export function checkHas(node: HasNode, checker: Checker): Type {
  fieldType(checker.check(node.operand), node.field, node.fieldRange, checker);
  return BOOL;
}

function fieldType(type: Type, field: string, range: Range, checker: Checker): Type {
  switch (type.kind) {
    case 'dyn':
    case 'error':
    case 'parameter':
      return DYN;
    case 'object':
      return type.field(field) ?? type.rest ?? unknownField(type, field, range, checker);
    case 'nullable':
      return fieldType(type.of, field, range, checker);
    case 'optional': {
      const value = fieldType(type.value, field, range, checker);
      return value.kind === 'optional' ? value : { kind: 'optional', value };
    }
    case 'map':
      if (isAssignable(type.key, { kind: 'string', values: null }, checker.substitution)) return type.value;
      return checker.report(range, `the keys of ${typeText(type)} are no strings; write [key] instead of ".${field}"`);
    default:
      return checker.report(
        range,
        `${typeText(type)} has no fields, so ".${field}" cannot be read${methodAdvice(field, checker)}`,
      );
  }
}

function methodAdvice(field: string, checker: Checker): string {
  return checker.environment.library.has(field) ? `; did you mean to call "${field}()"?` : '';
}

function unknownField(type: ObjectType, field: string, range: Range, checker: Checker): Type {
  const names = type.fieldNames;
  const known = names.length > 0 && names.length <= 12 ? ` (there are ${names.join(', ')})` : '';
  const advice = didYouMean(field, names);
  return checker.report(range, `there is no field "${field}"${advice === '' ? known : advice}`);
}

/** The type of `a[b]`, `a[?b]`. */
export function checkIndex(node: IndexNode, checker: Checker): Type {
  const operand = checker.check(node.operand);
  const type = elementType(operand, node, checker);
  return (node.optional || operand.kind === 'optional') && type.kind !== 'optional'
    ? { kind: 'optional', value: type }
    : type;
}

function elementType(operand: Type, node: IndexNode, checker: Checker): Type {
  switch (operand.kind) {
    case 'optional':
      return elementType(operand.value, node, checker);
    case 'nullable':
      return elementType(operand.of, node, checker);
    case 'list':
      checker.expect(node.index, INT, 'an index of a list');
      return operand.element;
    case 'map':
      checker.expect(node.index, operand.key, `a key of ${typeText(operand)}`);
      return operand.value;
    case 'object':
      return fieldByIndex(operand, node.index, checker);
    default:
      checker.check(node.index);
      if (operand.kind === 'dyn' || operand.kind === 'error' || operand.kind === 'parameter') return DYN;
      return checker.report(node.range, `${typeText(operand)} has no elements, so "[…]" cannot be used on it`);
  }
}

function fieldByIndex(type: ObjectType, index: Node, checker: Checker): Type {
  checker.expect(index, { kind: 'string', values: null }, 'the name of a field');
  if (index.kind !== 'literal' || typeof index.value !== 'string') return DYN;
  return fieldType(type, index.value, index.range, checker);
}
