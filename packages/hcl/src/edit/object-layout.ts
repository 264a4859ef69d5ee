import { children } from '../children.ts';
import { commentsWithin } from '../comments.ts';
import type { Expression, ObjectConstructor } from '../expression.ts';
import type { NativeFile } from '../parse.ts';
import { change, type EditedFile, type EditPlan } from './edit-plan.ts';
import { alignEntries } from './edit-value.ts';
import { indentationAt, indentUnit } from './text-lines.ts';

/** commaBehind gives the offset of the comma behind an item, if there is one. */
export function commaBehind(text: string, end: number): number | undefined {
  let at = end;
  for (;;) {
    const character = text.charAt(at);
    if (character === ' ' || character === '\t') at++;
    else if (text.startsWith('/*', at)) at = text.indexOf('*/', at + 2) + 2;
    else return character === ',' ? at : undefined;
  }
}

/** endsWithHeredoc is true when the last line of an expression is the closing mark of a heredoc. */
export function endsWithHeredoc(expression: Expression): boolean {
  if (expression.kind === 'template' || expression.kind === 'template-wrap') {
    return expression.form === 'heredoc' || expression.form === 'flush-heredoc';
  }
  return children(expression).some((child) => child.end === expression.end && endsWithHeredoc(child));
}

/** hasComment is true when there is a comment anywhere inside of an object. */
export function hasComment(file: NativeFile, object: ObjectConstructor): boolean {
  return commentsWithin(file, object).length > 0;
}

/** isOnOneLine is true when an object begins and ends on the same line. */
export function isOnOneLine(text: string, object: ObjectConstructor): boolean {
  return !text.slice(object.start, object.end).includes('\n');
}

/** rewriteOverLines brings an object from one line to a line for each item, with a new item at the end. */
export function rewriteOverLines(
  { text, lineBreak }: EditedFile,
  object: ObjectConstructor,
  added: { key: string; value: string },
): EditPlan {
  const outer = indentationAt(text, object.start);
  const entries = object.items.map(({ key, value }) => ({
    key: text.slice(key.start, key.end),
    value: text.slice(value.start, value.end),
  }));
  const inner = alignEntries([...entries, added]).map((line) => outer + indentUnit + line);
  const written = ['', ...inner, outer].join(lineBreak);
  return change({ start: object.openRange.end, end: object.end - 1, text: written });
}
