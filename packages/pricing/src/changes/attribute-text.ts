import { hash } from 'node:crypto';
import type { ResourceView } from '@tollgate/resources';
import { isList, isObject, type JsonObject, type JsonValue } from '@tollgate/terraform';

/** Longer texts, such as policies and scripts, are compared by their hashes. */
const longestText = 100;

/** What an attribute of a resource is, with what is unknown or sensitive in it: a text that is the same for the same value. */
export function attributeText({ values, unknown, sensitive }: ResourceView, name: string): string {
  return shortText(JSON.stringify(inOrder([own(values, name), own(unknown, name), own(sensitive, name)])));
}

/** A short text that is the same for the same text. */
export function shortText(text: string): string {
  return text.length > longestText ? hash('sha256', text, 'base64') : text;
}

/** A value with the names of objects in order. */
export function inOrder(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, inOrder(value[name] ?? null)]));
}

function own(object: JsonObject, name: string): JsonValue {
  return Object.hasOwn(object, name) ? (object[name] ?? null) : null;
}
