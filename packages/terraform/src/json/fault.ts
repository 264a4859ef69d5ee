/** The first place where a text stops being JSON. */
export interface JsonFault {
  /** Byte offset of what is wrong; the length of the text when it ends too early. */
  readonly offset: number;
  /** Line from 1, and column from 1 in characters. */
  readonly line: number;
  readonly column: number;
  /** `end`: the text ends inside a value. `unexpected`: something else should stand there. */
  readonly kind: 'end' | 'unexpected';
}

type Expecting = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'nothing';

/**
 * Finds where a text in UTF-8 breaks the grammar of JSON; null when it is JSON. V8's own messages give a position only for
 * some mistakes. It is slower than `JSON.parse` and meant for texts that are known to be broken.
 */
export function findJsonFault(bytes: Uint8Array): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let expecting: Expecting = 'value';
  const afterValue = (): Expecting => (open.length === 0 ? 'nothing' : 'comma-or-close');
  let at = 0;
  for (;;) {
    at = skipSpace(bytes, at);
    if (at >= bytes.length) return expecting === 'nothing' ? null : place(bytes, bytes.length, 'end');
    const character = String.fromCharCode(bytes[at] ?? 0);
    const inObject = open.at(-1) === '{';
    if ((character === '}' || character === ']') && closes(expecting, character, open.at(-1))) {
      open.pop();
      expecting = afterValue();
      at++;
    } else if (expecting === 'comma-or-close' && character === ',') {
      expecting = inObject ? 'key' : 'value';
      at++;
    } else if (expecting === 'colon' && character === ':') {
      expecting = 'value';
      at++;
    } else if ((expecting === 'key' || expecting === 'key-or-close') && character === '"') {
      const end = stringEnd(bytes, at);
      if (typeof end !== 'number') return end;
      expecting = 'colon';
      at = end;
    } else if (expecting === 'value' || expecting === 'value-or-close') {
      if (character === '{' || character === '[') {
        open.push(character);
        expecting = character === '{' ? 'key-or-close' : 'value-or-close';
        at++;
      } else {
        const end = character === '"' ? stringEnd(bytes, at) : wordEnd(bytes, at);
        if (typeof end !== 'number') return end;
        expecting = afterValue();
        at = end;
      }
    } else {
      return place(bytes, at, 'unexpected');
    }
  }
}

function closes(expecting: Expecting, character: '}' | ']', opened: '{' | '[' | undefined): boolean {
  if (opened !== (character === '}' ? '{' : '[')) return false;
  return expecting === 'comma-or-close' || expecting === 'key-or-close' || expecting === 'value-or-close';
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const wordCharacter = /[\w.+-]/;

/** The end of a number or one of the three words; no number of a plan is longer than the limit. */
function wordEnd(bytes: Uint8Array, start: number): number | JsonFault {
  const longest = 400;
  let end = start;
  while (end < bytes.length && end - start < longest && wordCharacter.test(String.fromCharCode(bytes[end] ?? 0))) end++;
  const word = String.fromCharCode(...bytes.subarray(start, end));
  if (word === 'true' || word === 'false' || word === 'null' || number.test(word)) return end;
  const cutOff = end === bytes.length && /^(?:t(?:ru?)?|f(?:al?s?)?|n(?:ul?)?|-?\d*\.?\d*(?:[eE][+-]?)?)$/.test(word);
  return cutOff ? place(bytes, end, 'end') : place(bytes, start, 'unexpected');
}

function stringEnd(bytes: Uint8Array, start: number): number | JsonFault {
  let at = start + 1;
  for (;;) {
    const byte = bytes[at];
    if (byte === undefined) return place(bytes, bytes.length, 'end');
    if (byte === 0x22) return at + 1;
    if (byte < 0x20) return place(bytes, at, 'unexpected');
    if (byte === 0x5c) {
      const rest = String.fromCharCode(...bytes.subarray(at + 1, at + 6));
      if (/^(?:u[\da-fA-F]{4}|["\\/bfnrt])/.test(rest)) at += rest.startsWith('u') ? 6 : 2;
      else if (/^(?:u[\da-fA-F]{0,3})?$/.test(rest) && at + 1 + rest.length === bytes.length) {
        return place(bytes, bytes.length, 'end');
      } else return place(bytes, at, 'unexpected');
    } else {
      at++;
    }
  }
}

function place(bytes: Uint8Array, offset: number, kind: JsonFault['kind']): JsonFault {
  let line = 1;
  let column = 1;
  for (let at = 0; at < offset; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0a) {
      line++;
      column = 1;
    } else if ((byte & 0xc0) !== 0x80) {
      column++;
    }
  }
  return { offset, line, column, kind };
}

function skipSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09))
    at++;
  return at;
}
