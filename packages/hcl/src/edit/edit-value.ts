import { isIdentifier } from '../identifier.ts';
import { widthOf } from './align.ts';
import { indentUnit } from './text-lines.ts';

/** A value that is written as a literal. */
export type LiteralValue =
  | string
  | number
  | boolean
  | null
  | readonly LiteralValue[]
  | { readonly [key: string]: LiteralValue };

/**
 * What an argument or key is set to: a literal, an expression as source text such as `var.owner`, or an object whose
 * members are any of these.
 */
export type EditValue =
  | { readonly literal: LiteralValue }
  | { readonly expression: string }
  | { readonly object: { readonly [key: string]: EditValue } };

/** Where a value is written. */
export interface WritingPlace {
  /** The indentation of the line on which the value begins. */
  readonly indentation: string;
  readonly lineBreak: string;
}

/** writeValue gives the source text of a value, formatted as `terraform fmt` would. */
export function writeValue(value: EditValue, place: WritingPlace): string {
  if ('literal' in value) return writeLiteral(value.literal, place);
  if ('object' in value) return writeObject(Object.entries(value.object), place, writeValue);
  return value.expression.trim().replaceAll(/\r?\n/g, place.lineBreak);
}

function writeLiteral(value: LiteralValue, place: WritingPlace): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') return quote(value);
  const inner = { ...place, indentation: place.indentation + indentUnit };
  if (isList(value)) {
    const items = value.map((item) => writeLiteral(item, inner));
    if (items.every((item) => !item.includes('\n'))) return `[${items.join(', ')}]`;
    return enclose(
      '[',
      items.map((item) => `${inner.indentation}${item},`),
      ']',
      place,
    );
  }
  return writeObject(Object.entries(value), place, writeLiteral);
}

function writeObject<T>(
  members: readonly [key: string, value: T][],
  place: WritingPlace,
  write: (value: T, place: WritingPlace) => string,
): string {
  if (members.length === 0) return '{}';
  const inner = { ...place, indentation: place.indentation + indentUnit };
  const entries = members.map(([key, value]) => ({ key: writeKey(key), value: write(value, inner) }));
  return enclose(
    '{',
    alignEntries(entries).map((line) => inner.indentation + line),
    '}',
    place,
  );
}

function isList(value: LiteralValue): value is readonly LiteralValue[] {
  return Array.isArray(value);
}

function enclose(open: string, lines: readonly string[], close: string, place: WritingPlace): string {
  return [open, ...lines, place.indentation + close].join(place.lineBreak);
}

/** alignEntries writes `key = value` lines, with the `=` of values on one line in one column. */
export function alignEntries(entries: readonly { key: string; value: string }[]): string[] {
  const lines: string[] = [];
  let run: { key: string; value: string }[] = [];
  const flush = () => {
    const widest = Math.max(...run.map(({ key }) => widthOf(key)));
    lines.push(...run.map(({ key, value }) => `${key}${' '.repeat(widest - widthOf(key))} = ${value}`));
    run = [];
  };
  for (const entry of entries) {
    if (!entry.value.includes('\n')) {
      run.push(entry);
      continue;
    }
    flush();
    lines.push(`${entry.key} = ${entry.value}`);
  }
  flush();
  return lines;
}

/** Words that mean something else in the place of a key. */
const reservedKeys = new Set(['for', 'true', 'false', 'null']);

/** writeKey gives the key of an object: a bare word where that is possible. */
export function writeKey(key: string): string {
  return isIdentifier(key) && !reservedKeys.has(key) ? key : quote(key);
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** quote gives a string literal that stands for a text. */
export function quote(text: string): string {
  const escaped = text.toWellFormed().replaceAll(/["\\\p{Cc}]/gu, (character) => {
    return escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)}"`;
}
