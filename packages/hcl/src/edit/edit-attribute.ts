import type { Expression } from '../expression.ts';
import { isIdentifier } from '../identifier.ts';
import { parseExpression } from '../parse.ts';
import { type Block, findAttribute } from '../syntax-body.ts';
import { addToBody, removeFromBody } from './edit-body.ts';
import { addKey, removeKey, renameKey } from './edit-object.ts';
import { change, type EditedFile, type EditPlan, unchanged } from './edit-plan.ts';
import { type EditValue, writeValue } from './edit-value.ts';
import { sameExpression } from './same-expression.ts';
import { indentationAt } from './text-lines.ts';
import { findValue, type InnerPath, withoutParentheses } from './value-target.ts';

/** The name of an argument, then steps inside of its value. */
export type ValuePath = readonly [name: string, ...inner: InnerPath];

/** planSet sets an argument, or a key inside of its value. `block` is undefined for the body of the file. */
export function planSet(edited: EditedFile, block: Block | undefined, path: ValuePath, value: EditValue): EditPlan {
  const [name, ...inner] = path;
  const attribute = findAttribute(block?.body ?? edited.file.body, name);
  if (attribute === undefined) return addAttribute(edited, block, name, inner, value);
  const target = findValue(name, attribute.expression, inner);
  switch (target.kind) {
    case 'found':
      return replaceValue(edited, target.expression, value);
    case 'missing-key':
      return withinKeys(target.rest, value, (whole) => addKey(edited, attribute, target.object, target.key, whole));
    case 'problem':
      return target;
  }
}

/** planRemove removes an argument, or a key inside of its value. What is not there is removed already. */
export function planRemove(edited: EditedFile, block: Block | undefined, path: ValuePath): EditPlan {
  const [name, ...inner] = path;
  const attribute = findAttribute(block?.body ?? edited.file.body, name);
  if (attribute === undefined) return unchanged;
  const key = inner.pop();
  if (key === undefined) return removeFromBody(edited, block, attribute);
  const target = findValue(name, attribute.expression, inner);
  if (target.kind === 'missing-key') return unchanged;
  if (target.kind === 'problem') return target;
  const object = withoutParentheses(target.expression);
  if (typeof key === 'number' || object.kind !== 'object') {
    return { problem: `${path.slice(0, -1).join('.')} is not written as an object with the key "${key}".` };
  }
  return removeKey(edited, object, key);
}

/** planRename renames a key inside of the value of an argument. Where only the new name is there, it is renamed already. */
export function planRename(edited: EditedFile, block: Block | undefined, path: ValuePath, to: string): EditPlan {
  const [name, ...inner] = path;
  const attribute = findAttribute(block?.body ?? edited.file.body, name);
  const key = inner.pop();
  const target = attribute === undefined ? undefined : findValue(name, attribute.expression, inner);
  if (target?.kind === 'problem') return target;
  const object = target?.kind === 'found' ? withoutParentheses(target.expression) : undefined;
  if (typeof key !== 'string' || object?.kind !== 'object') {
    return { problem: `${path.slice(0, -1).join('.')} is not written as an object with the key "${key}".` };
  }
  return renameKey(edited, object, key, to);
}

function addAttribute(
  edited: EditedFile,
  block: Block | undefined,
  name: string,
  inner: InnerPath,
  value: EditValue,
): EditPlan {
  if (!isIdentifier(name)) return { problem: `"${name}" cannot be the name of an argument.` };
  return withinKeys(inner, value, (whole) =>
    addToBody(edited, block, 'attribute', (place) => `${name} = ${writeValue(whole, place)}`),
  );
}

function replaceValue(edited: EditedFile, old: Expression, value: EditValue): EditPlan {
  const { text, lineBreak } = edited;
  const written = writeValue(value, { indentation: indentationAt(text, old.start), lineBreak });
  const parsed = parseExpression(written, { file: edited.file.source.file });
  if (parsed.diagnostics.length === 0 && sameExpression(old, parsed.expression)) return unchanged;
  return change({ start: old.start, end: old.end, text: written });
}

/** Puts a value into objects for the keys that do not exist yet. */
function withinKeys(keys: InnerPath, value: EditValue, plan: (whole: EditValue) => EditPlan): EditPlan {
  let whole = value;
  for (const key of keys.toReversed()) {
    if (typeof key === 'number') return { problem: `There is no list for item ${key}: give the whole list.` };
    whole = { object: { [key]: whole } };
  }
  return plan(whole);
}
