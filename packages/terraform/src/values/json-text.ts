import { isInfinite } from './big-float.ts';
import { numberText } from './number-text.ts';
import { sortedEntries, type Value } from './value.ts';
import { ValueError } from './value-error.ts';

/**
 * jsonText writes a value as compact JSON, as `jsonencode` does: keys sorted, `<`, `>` and `&` escaped, numbers with all
 * their digits. Throws ValueError for unknown values and infinite numbers.
 */
export function jsonText(value: Value): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'unknown':
      throw new ValueError('value is not known');
    case 'bool':
      return String(value.value);
    case 'number':
      if (isInfinite(value.value)) throw new ValueError(`cannot serialize infinity as JSON`);
      return numberText(value.value);
    case 'string':
      return jsonString(value.value);
    case 'list':
    case 'set':
    case 'tuple':
      return `[${value.items.map(jsonText).join(',')}]`;
    case 'map':
    case 'object':
      return `{${sortedEntries(value)
        .map(([key, entry]) => `${jsonString(key)}:${jsonText(entry)}`)
        .join(',')}}`;
  }
}

const HTML = /[<>&\u2028\u2029]/g;

/** jsonString writes a JSON string in which nothing can be taken for HTML. */
export function jsonString(text: string): string {
  return JSON.stringify(text).replace(
    HTML,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
