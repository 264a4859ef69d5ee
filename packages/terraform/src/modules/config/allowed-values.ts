import type { Expression, Source } from '@tollgate/hcl';
import { convert, type Value, ValueError } from '../../values/index.ts';
import { evaluateConstant } from './evaluate-constant.ts';
import { constraintOf, type Variable } from './variable.ts';

/** A longer list is no choice that somebody goes through. */
const maxAllowed = 100;

/**
 * allowedValues gives the values that the validations of a variable leave: those of `contains(["a", "b"], var.x)` and of
 * `var.x == "a" || var.x == "b"`, also as a part of what must hold together. Undefined when they name none, or name them by anything
 * but what is written there.
 */
export function allowedValues(variable: Variable): readonly Value[] | undefined {
  const { type } = constraintOf(variable);
  const isPlain = type.kind === 'string' || type.kind === 'number' || type.kind === 'dynamic';
  if (!isPlain) return undefined;
  for (const { condition } of variable.validations) {
    const values = valuesIn(condition.expression, condition.source, variable.name);
    if (values === undefined || values.length === 0 || values.length > maxAllowed) continue;
    try {
      return values.map((value) => convert(value, type));
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
    }
  }
  return undefined;
}

/** Undefined when the condition can hold for other values too. */
function valuesIn(condition: Expression, source: Source, name: string): readonly Value[] | undefined {
  switch (condition.kind) {
    case 'parentheses':
    case 'template-wrap':
      return valuesIn(condition.expression, source, name);
    case 'call': {
      const [list, sought] = condition.args;
      if (condition.name !== 'contains' || condition.expandFinal || condition.args.length !== 2) return undefined;
      return list !== undefined && sought !== undefined && isVariable(sought, name) ? itemsOf(list, source) : undefined;
    }
    case 'binary': {
      const { operator, left, right } = condition;
      if (operator === '==') {
        const other = isVariable(left, name) ? right : isVariable(right, name) ? left : undefined;
        return other === undefined ? undefined : constantsIn([other], source);
      }
      if (operator !== '&&' && operator !== '||') return undefined;
      const [first, second] = [valuesIn(left, source, name), valuesIn(right, source, name)];
      if (operator === '&&') return first ?? second;
      return first === undefined || second === undefined ? undefined : [...first, ...second];
    }
    default:
      return undefined;
  }
}

function isVariable(expression: Expression, name: string): boolean {
  if (expression.kind === 'parentheses') return isVariable(expression.expression, name);
  if (expression.kind !== 'traversal' || expression.root !== 'var' || expression.steps.length !== 1) return false;
  const [step] = expression.steps;
  return step?.kind === 'attribute-step' && step.name === name;
}

function itemsOf(list: Expression, source: Source): readonly Value[] | undefined {
  return list.kind === 'tuple' ? constantsIn(list.items, source) : undefined;
}

function constantsIn(expressions: readonly Expression[], source: Source): readonly Value[] | undefined {
  if (expressions.length > maxAllowed) return undefined;
  const values: Value[] = [];
  for (const expression of expressions) {
    const { value, diagnostics } = evaluateConstant(expression, source);
    if (diagnostics.length > 0 || (value.kind !== 'string' && value.kind !== 'number')) return undefined;
    values.push(value);
  }
  return values;
}
