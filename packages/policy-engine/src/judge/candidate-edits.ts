import type { Node } from '@tollgate/cel';
import { comparisonEdits } from './comparison-edits.ts';
import { alternatives, both, type EditSet } from './edit.ts';
import { evaluatedPart, inputPathOf, type Local, type Scope, textOf } from './part-values.ts';
import { asCode } from './shown.ts';

/** No changes are needed. */
const nothingToDo: readonly EditSet[] = [[]];
/** The most elements of a list that are looked at one by one. */
const MAX_ELEMENTS = 20;

/**
 * candidateEdits derives from an expression what in the input could be changed so that it gives `wanted`: alternatives,
 * those with the fewest changes first. They are guesses, to be tried; what none was found for is told in `scope.gaps`.
 */
export function candidateEdits(node: Node, wanted: boolean, scope: Scope): readonly EditSet[] {
  if (evaluatedPart(node, scope) === wanted) return nothingToDo;
  switch (node.kind) {
    case 'logical': {
      const sets = node.operands.map((operand) => candidateEdits(operand, wanted, scope));
      const needsAll = (node.operator === '&&') === wanted;
      return needsAll ? sets.reduce(both) : alternatives(sets.flat());
    }
    case 'unary':
      return node.operator === '!' ? candidateEdits(node.operand, !wanted, scope) : none(node, scope);
    case 'conditional':
      return alternatives(
        [true, false].flatMap((chosen) =>
          both(
            candidateEdits(node.condition, chosen, scope),
            candidateEdits(chosen ? node.then : node.otherwise, wanted, scope),
          ),
        ),
      );
    case 'ident':
    case 'select':
    case 'index': {
      const path = inputPathOf(node, scope);
      return path === null ? none(node, scope) : [[{ path, value: wanted, wanted: String(wanted), isExample: false }]];
    }
    case 'has':
      return presenceEdits(node, wanted, scope);
    case 'binary':
    case 'call':
      return orNone(comparisonEdits(node, wanted, scope), node, scope);
    case 'comprehension':
      return orNone(elementEdits(node, wanted, scope), node, scope);
    case 'bind': {
      const local: Local = { value: evaluatedPart(node.value, scope), path: inputPathOf(node.value, scope) };
      return candidateEdits(node.body, wanted, withLocals(scope, [[node.variable, local]]));
    }
    default:
      return none(node, scope);
  }
}

function none(node: Node, scope: Scope): readonly EditSet[] {
  const why = node.kind === 'call' && node.name === 'matches' ? ', for a regular expression names no value' : '';
  scope.gaps.add(`No change can be derived from ${asCode(textOf(node, scope))}${why}.`);
  return [];
}

function orNone(sets: readonly EditSet[], node: Node, scope: Scope): readonly EditSet[] {
  return sets.length === 0 ? none(node, scope) : sets;
}

function presenceEdits(node: Extract<Node, { kind: 'has' }>, wanted: boolean, scope: Scope): readonly EditSet[] {
  const operand = inputPathOf(node.operand, scope);
  if (operand === null) return none(node, scope);
  const path = [...operand, node.field];
  if (!wanted) return [[{ path, value: undefined, wanted: 'not set', isExample: false }]];
  return [[{ path, value: 'value', wanted: 'set', isExample: true }]];
}

/** `list.all(…)` and `list.exists(…)`: change the elements that stand in the way, take them out, or add one that fits. */
function elementEdits(
  node: Extract<Node, { kind: 'comprehension' }>,
  wanted: boolean,
  scope: Scope,
): readonly EditSet[] {
  const path = inputPathOf(node.source, scope);
  const list = evaluatedPart(node.source, scope);
  const [first, second] = node.variables;
  if ((node.macro !== 'all' && node.macro !== 'exists') || path === null || !Array.isArray(list) || first === undefined)
    return [];
  const inElement = (index: number, value: unknown): Scope => {
    const element: Local = { value, path: [...path, index] };
    const position: Local = { value: index, path: null };
    return withLocals(
      scope,
      second === undefined
        ? [[first, element]]
        : [
            [first, position],
            [second, element],
          ],
    );
  };
  const elements: readonly unknown[] = list.slice(0, MAX_ELEMENTS);
  const setsOf = (value: unknown, index: number) => candidateEdits(node.body, wanted, inElement(index, value));
  if ((node.macro === 'all') !== wanted) {
    return alternatives([...elements, undefined].flatMap((value, index) => setsOf(value, index)));
  }
  if (elements.length < list.length) return [];
  const changed = elements.map(setsOf).reduce(both, nothingToDo);
  const kept = elements.filter((value, index) => evaluatedPart(node.body, inElement(index, value)) === wanted);
  const remaining = kept.filter((value) => typeof value === 'string' || typeof value === 'number');
  if (remaining.length < kept.length) return changed;
  const shorter = { path, value: remaining, wanted: JSON.stringify(remaining), isExample: false };
  return alternatives([...changed, [shorter]]);
}

function withLocals(scope: Scope, added: readonly (readonly [string, Local])[]): Scope {
  return { ...scope, locals: new Map([...scope.locals, ...added]) };
}
