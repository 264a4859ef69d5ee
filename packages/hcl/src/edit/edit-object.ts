import type { ObjectConstructor, ObjectItem } from '../expression.ts';
import type { Attribute } from '../syntax-body.ts';
import { codeLineStartOf, lineBehind } from './comment-lines.ts';
import { change, type EditedFile, type EditPlan, unchanged } from './edit-plan.ts';
import { type EditValue, quote, writeKey, writeValue } from './edit-value.ts';
import { commaBehind, endsWithHeredoc, hasComment, isOnOneLine, rewriteOverLines } from './object-layout.ts';
import { keyOf } from './same-expression.ts';
import type { Splice } from './splice.ts';
import { indentationAt, indentUnit, lineEndOf, lineStartOf, startsLine } from './text-lines.ts';

/** A line is not made longer than this by keeping an object on it. */
const longestLine = 120;

/** What is added to an object. The text of the value depends on the indentation of the line where it goes. */
interface NewItem {
  readonly key: string;
  readonly write: (indentation: string) => string;
}

/** addKey writes a new item at the end of an object, in the style of the others. */
export function addKey(
  edited: EditedFile,
  attribute: Attribute,
  object: ObjectConstructor,
  key: string,
  value: EditValue,
): EditPlan {
  const { text, lineBreak } = edited;
  const item: NewItem = {
    key: isAlwaysQuoted(text, object) ? quote(key) : writeKey(key),
    write: (indentation) => writeValue(value, { indentation, lineBreak }),
  };
  const last = object.items.at(-1);
  if (last === undefined) return addFirst(edited, attribute, object, item);
  if (lineBehind(edited, last.end) < object.end) return addLine(edited, object, last, item);
  const outer = indentationAt(text, object.start);
  const inLine = `${item.key} = ${item.write(outer)}`;
  const isLong = lineLength(text, object) + inLine.length + 2 > longestLine;
  if ((isLong || inLine.includes('\n')) && isOnOneLine(text, object) && !hasComment(edited.file, object)) {
    return rewriteOverLines(edited, object, { key: item.key, value: item.write(outer + indentUnit) });
  }
  const comma = commaBehind(text, last.end);
  return comma === undefined
    ? change({ start: last.end, end: last.end, text: `, ${inLine}` })
    : change({ start: comma + 1, end: comma + 1, text: ` ${inLine},` });
}

/** An empty object that is a whole value gets a line for the item; elsewhere it stays on its line. */
function addFirst(edited: EditedFile, attribute: Attribute, object: ObjectConstructor, item: NewItem): EditPlan {
  const { text, lineBreak } = edited;
  const open = object.openRange.end;
  const close = object.end - 1;
  const outer = indentationAt(text, close);
  const indentation = outer + indentUnit;
  if (lineBehind(edited, open) <= close) {
    const at = codeLineStartOf(edited, close);
    return change({ start: at, end: at, text: `${indentation}${item.key} = ${item.write(indentation)}${lineBreak}` });
  }
  const inLine = `${item.key} = ${item.write(outer)}`;
  const content = text.slice(open, close).trim();
  if (content === '' && (object.start === attribute.expression.start || inLine.includes('\n'))) {
    return rewriteOverLines(edited, object, { key: item.key, value: item.write(indentation) });
  }
  return change({ start: open, end: close, text: content === '' ? ` ${inLine} ` : ` ${content} ${inLine} ` });
}

/** Adds a line behind the one on which the last item ends. */
function addLine(edited: EditedFile, object: ObjectConstructor, last: ObjectItem, item: NewItem): EditPlan {
  const { text, lineBreak } = edited;
  const indentation = startsLine(text, last.start)
    ? indentationAt(text, last.start)
    : indentationAt(text, object.end - 1) + indentUnit;
  const comma = commaBehind(text, last.end);
  const [first] = object.items;
  const isSeparated = first !== undefined && first !== last && commaBehind(text, first.end) !== undefined;
  // The end of a heredoc is a line of its own, behind which no comma may stand.
  const needsComma = isSeparated && comma === undefined && !endsWithHeredoc(last.value);
  const missingComma = needsComma ? [{ start: last.end, end: last.end, text: ',' }] : [];
  const at = lineBehind(edited, comma ?? last.end);
  const written = item.key + operatorLike(text, last, item.key) + item.write(indentation);
  const line = indentation + written + (comma === undefined ? '' : ',') + lineBreak;
  return change(...missingComma, { start: at, end: at, text: line });
}

/** The `=` or `:` of another item with the space around it; `=` goes to the same column where that is possible. */
function operatorLike(text: string, { key, operatorRange, value }: ObjectItem, name: string): string {
  if (text.charAt(operatorRange.start) === ':') {
    const before = /^[ \t]+/.test(text.slice(key.end)) ? ' ' : '';
    return `${before}:${text.slice(operatorRange.end, value.start)}`;
  }
  const padding = operatorRange.start - key.start - name.length - 1;
  return `${' '.repeat(Math.max(padding, 0))} = `;
}

function isAlwaysQuoted(text: string, object: ObjectConstructor): boolean {
  return object.items.length > 0 && object.items.every(({ key }) => text.charAt(key.start) === '"');
}

function lineLength(text: string, object: ObjectConstructor): number {
  return lineEndOf(text, object.end) - lineStartOf(text, object.start);
}

/** removeKey removes the item with a key that counts, and the comma that would be left over. */
export function removeKey(edited: EditedFile, object: ObjectConstructor, key: string): EditPlan {
  const { text } = edited;
  const index = object.items.findLastIndex((candidate) => keyOf(candidate) === key);
  const item = object.items[index];
  if (item === undefined) return unchanged;
  if (object.items.length === 1 && !hasComment(edited.file, object)) {
    return change({ start: object.openRange.end, end: object.end - 1, text: '' });
  }
  const previous = object.items[index - 1];
  const next = object.items[index + 1];
  const comma = commaBehind(text, item.end);
  const end = comma === undefined ? item.end : comma + 1;
  const endsLine = lineBehind(edited, end) <= (next?.start ?? object.end - 1);
  if (startsLine(text, item.start) && endsLine) {
    const line: Splice = { start: lineStartOf(text, item.start), end: lineBehind(edited, end), text: '' };
    return change(...danglingComma(text, previous, next, comma), line);
  }
  if (next !== undefined && !endsLine) return change({ start: item.start, end: next.start, text: '' });
  if (previous === undefined) return change({ start: item.start, end, text: '' });
  return change({ start: previous.end, end: comma ?? item.end, text: '' });
}

/** renameKey gives all items with a key another one, which the object must not have yet. */
export function renameKey({ text }: EditedFile, object: ObjectConstructor, key: string, to: string): EditPlan {
  const items = object.items.filter((item) => keyOf(item) === key);
  if (items.length === 0 || key === to) return unchanged;
  if (object.items.some((item) => keyOf(item) === to)) return { problem: `The key "${to}" is there already.` };
  return change(
    ...items.map((item) => ({
      start: item.key.start,
      end: item.key.end,
      text: text.charAt(item.key.start) === '"' ? quote(to) : writeKey(to),
    })),
  );
}

/** The comma before a last item without a comma was there for that item only. */
function danglingComma(
  text: string,
  previous: ObjectItem | undefined,
  next: ObjectItem | undefined,
  comma: number | undefined,
): Splice[] {
  if (previous === undefined || next !== undefined || comma !== undefined) return [];
  const left = commaBehind(text, previous.end);
  return left === undefined ? [] : [{ start: left, end: left + 1, text: '' }];
}
