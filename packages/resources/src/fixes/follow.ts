import { type Expression, keyOf, type ObjectConstructor, staticString, type Traversal } from '@tollgate/hcl';
import { findBlocks, lastAttribute } from './module-text.ts';
import { type Scope, variableSource } from './scope.ts';
import { placeText, type WrittenPlace, within } from './written-place.ts';

/** A part of what an expression comes to, as far as it is written out. */
export type Part =
  | {
      readonly kind: 'object';
      readonly place: WrittenPlace;
      readonly object: ObjectConstructor;
      readonly scope: Scope;
      /** How many references lead to it. */
      readonly steps: number;
    }
  /** A text, number or truth value. */
  | { readonly kind: 'literal'; readonly place: WrittenPlace; readonly text: string }
  /** Nothing is written there yet, or null: what is written there counts. */
  | { readonly kind: 'empty'; readonly place: WrittenPlace; readonly isNull: boolean }
  /** What stands there cannot be edited, with the reason as a part of a sentence. */
  | { readonly kind: 'opaque'; readonly reason: string };

/** References may lead to each other so often. */
const MAX_STEPS = 50;

/**
 * Follows an expression to where its value is written out: through parentheses, `merge`, locals, variables, the arguments of
 * module calls and files of variables. The parts of a `merge` come in their order: of a key in several, the last counts. `members`
 * are the keys that lead into the value.
 */
export function follow(
  expression: Expression,
  place: WrittenPlace,
  scope: Scope,
  members: readonly string[] = [],
  steps = 0,
): readonly Part[] {
  switch (expression.kind) {
    case 'parentheses':
      return follow(expression.expression, place, scope, members, steps);
    case 'object':
      return followObject(expression, { ...place, range: expression }, scope, members, steps);
    case 'call':
      return followCall(expression, place, scope, members, steps);
    case 'traversal':
      return followTraversal(expression, { ...place, range: expression }, scope, members, steps);
    case 'template-wrap':
      // The way into an expression in a text cannot be edited, but where a reference leads to can.
      return expression.expression.kind === 'traversal'
        ? follow(expression.expression, place, scope, members, steps)
        : opaque(place, expression, 'is a text with an expression');
    case 'null':
      return members.length > 0
        ? opaque(place, expression, 'is null')
        : [{ kind: 'empty', place: { ...place, range: expression }, isNull: true }];
    case 'number':
      return literal(place, expression, expression.text, members);
    case 'bool':
      return literal(place, expression, String(expression.value), members);
    default: {
      const text = staticString(expression);
      return text === undefined
        ? opaque(place, expression, nouns[expression.kind] ?? 'is an expression')
        : literal(place, expression, text, members);
    }
  }
}

const nouns: Readonly<Partial<Record<Expression['kind'], string>>> = {
  conditional: 'is a conditional expression',
  for: 'is a "for" expression',
  template: 'is a text with expressions',
  tuple: 'is a list',
  index: 'is chosen by an expression',
  splat: 'is a splat expression',
};

function opaque(place: WrittenPlace, range: WrittenPlace['range'], what: string): readonly Part[] {
  return [{ kind: 'opaque', reason: `what stands at ${placeText({ ...place, range })} ${what}` }];
}

function literal(
  place: WrittenPlace,
  expression: Expression,
  text: string,
  members: readonly string[],
): readonly Part[] {
  if (members.length > 0) return opaque(place, expression, `has no "${members[0]}"`);
  return [{ kind: 'literal', place: { ...place, range: expression }, text }];
}

function followObject(
  object: ObjectConstructor,
  place: WrittenPlace,
  scope: Scope,
  [member, ...rest]: readonly string[],
  steps: number,
): readonly Part[] {
  if (member === undefined) return [{ kind: 'object', place, object, scope, steps }];
  const item = object.items.findLast((candidate) => keyOf(candidate) === member);
  if (item === undefined) return opaque(place, object, `has no "${member}"`);
  return follow(item.value, within(place, [member], item.value), scope, rest, steps);
}

function followCall(
  expression: Extract<Expression, { kind: 'call' }>,
  place: WrittenPlace,
  scope: Scope,
  members: readonly string[],
  steps: number,
): readonly Part[] {
  const { name, args, expandFinal } = expression;
  const isMerge = name === 'merge' && members.length === 0;
  const isSame = name === 'tomap' && args.length === 1;
  if (expandFinal || !(isMerge || isSame)) return opaque(place, expression, `is a call of ${name}()`);
  return args.flatMap((argument, index) => follow(argument, within(place, [index], argument), scope, members, steps));
}

function followTraversal(
  traversal: Traversal,
  place: WrittenPlace,
  scope: Scope,
  members: readonly string[],
  steps: number,
): readonly Part[] {
  const written = place.file.source.text.slice(traversal.start, traversal.end);
  if (steps >= MAX_STEPS) return opaque(place, traversal, 'leads on through too many references');
  const names = traversal.steps.map((step) =>
    step.kind === 'attribute-step' ? step.name : step.key.kind === 'string' ? step.key.value : undefined,
  );
  const [name, ...inner] = names;
  const keys = inner.filter((key) => key !== undefined);
  if (name === undefined || keys.length < inner.length) return opaque(place, traversal, `is ${written}`);
  const path = [...keys, ...members];
  if (traversal.root === 'local') {
    const found = lastAttribute(findBlocks(scope.module, 'locals'), name);
    if (found === null) return opaque(place, traversal, `is ${written}, which is not defined in the native syntax`);
    const { holder, attribute } = found;
    const at: WrittenPlace = {
      path: holder.path,
      file: holder.file,
      block: holder.selectors,
      value: [name],
      range: attribute.expression,
    };
    return follow(attribute.expression, at, scope, path, steps + 1);
  }
  if (traversal.root !== 'var') return opaque(place, traversal, `is ${written}`);
  const source = variableSource(name, scope);
  switch (source.kind) {
    case 'opaque':
      return [{ kind: 'opaque', reason: `${written} at ${placeText(place)} ${source.reason}` }];
    case 'absent':
      return path.length > 0
        ? opaque(place, traversal, `is ${written}, which is not given`)
        : [{ kind: 'empty', place: source.place, isNull: false }];
    case 'found':
      return follow(source.expression, source.place, source.scope, path, steps + 1);
  }
}
