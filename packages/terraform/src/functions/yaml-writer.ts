import { numberText } from '../values/number-text.ts';
import { sortedEntries, type Value } from '../values/value.ts';

/** Lines of quoted text are broken at the first space beyond this column. */
const WIDTH = 80;
/** Longer keys are written with a question mark. */
const LONGEST_SIMPLE_KEY = 128;
const STEP = 2;

/**
 * writeYaml writes a value as `yamlencode` does: strings in double quotes, or as blocks when they have several lines, keys
 * sorted, two spaces a level, lists not indented within maps.
 */
export function writeYaml(value: Value): string {
  const writer = new YamlWriter();
  writer.writeNode(value, 0, 'root');
  writer.newLine(0);
  // A plain scalar could go on; three dots say that it does not.
  return isPlain(value) ? `${writer.text}...\n` : writer.text;
}

type Place = 'root' | 'map value' | 'list item' | 'long key';

function isPlain(value: Value): boolean {
  return value.kind === 'null' || value.kind === 'bool' || value.kind === 'number';
}

/** The text so far, and the column at its end. */
class YamlWriter {
  text = '';
  #column = 0;

  newLine(indent: number): void {
    if (this.#column > 0) this.text += '\n';
    this.text += ' '.repeat(indent);
    this.#column = indent;
  }

  #write(text: string): void {
    this.text += text;
    this.#column += [...text].length;
  }

  /** Writes a value behind what introduces it. `indent` is the indentation of what introduces it. */
  writeNode(value: Value, indent: number, place: Place): void {
    switch (value.kind) {
      case 'map':
      case 'object':
        this.#writeMap(sortedEntries(value), indent, place);
        return;
      case 'list':
      case 'set':
      case 'tuple':
        this.#writeList(value.items, indent, place);
        return;
      default:
        if (place !== 'root') this.#write(' ');
        this.#writeScalar(value, place === 'root' ? STEP : indent + STEP);
    }
  }

  #writeMap(entries: readonly (readonly [string, Value])[], indent: number, place: Place): void {
    if (entries.length === 0) {
      this.#write(place === 'root' ? '{}' : ' {}');
      return;
    }
    const inner = place === 'root' ? indent : indent + STEP;
    for (const [index, [key, entry]] of entries.entries()) {
      this.#startLine(index, inner, place);
      if (isSimpleKey(key)) {
        this.#writeQuoted(key, undefined);
        this.#write(':');
        this.writeNode(entry, inner, 'map value');
        continue;
      }
      this.#write('? ');
      this.#writeString(key, inner + STEP);
      this.newLine(inner);
      this.#write(':');
      this.writeNode(entry, inner, 'long key');
    }
  }

  #writeList(items: readonly Value[], indent: number, place: Place): void {
    if (items.length === 0) {
      this.#write(place === 'root' ? '[]' : ' []');
      return;
    }
    const inner = place === 'list item' || place === 'long key' ? indent + STEP : indent;
    for (const [index, item] of items.entries()) {
      this.#startLine(index, inner, place);
      this.#write('-');
      this.writeNode(item, inner, 'list item');
    }
  }

  /** The first line of what stands in a list begins behind the dash. */
  #startLine(index: number, indent: number, place: Place): void {
    if (index === 0 && (place === 'list item' || place === 'long key')) this.#write(' ');
    else if (index > 0 || place !== 'root') this.newLine(indent);
  }

  #writeScalar(value: Value, indent: number): void {
    switch (value.kind) {
      case 'bool':
        this.#write(String(value.value));
        return;
      case 'number':
        this.#write(numberText(value.value));
        return;
      case 'string':
        this.#writeString(value.value, indent);
        return;
      default:
        this.#write('null');
    }
  }

  #writeString(text: string, indent: number): void {
    if (isBlockText(text)) this.#writeBlock(text, indent);
    else this.#writeQuoted(text, indent);
  }

  /** Writes text in double quotes; without an indentation it stays on its line. */
  #writeQuoted(text: string, indent: number | undefined): void {
    const characters = [...text];
    this.#write('"');
    let afterSpace = false;
    for (const [index, character] of characters.entries()) {
      if (character !== ' ') {
        this.#write(escapeCharacter(character));
        afterSpace = false;
        continue;
      }
      const inside = index > 0 && index < characters.length - 1;
      if (indent !== undefined && inside && !afterSpace && this.#column > WIDTH) {
        this.newLine(indent);
        if (characters[index + 1] === ' ') this.#write('\\');
      } else {
        this.#write(' ');
      }
      afterSpace = true;
    }
    this.#write('"');
  }

  #writeBlock(text: string, indent: number): void {
    this.#write(`|${/^[\s]/.test(text) ? STEP : ''}${chomping(text)}`);
    let lineStarts = true;
    this.text += '\n';
    this.#column = 0;
    for (const character of text) {
      if (LINE_END.test(character)) {
        this.text += character;
        this.#column = 0;
        lineStarts = true;
        continue;
      }
      if (lineStarts) this.#write(' '.repeat(indent));
      lineStarts = false;
      this.#write(character);
    }
  }
}

const LINE_END = /[\n\r\u0085\u2028\u2029]/;
/** What needs no escape: no control characters, no tab, no byte order mark, nothing beyond U+FFFF. */
const PRINTABLE = /^[\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]$/;

function isSimpleKey(key: string): boolean {
  return !LINE_END.test(key) && Buffer.byteLength(key) <= LONGEST_SIMPLE_KEY;
}

/** Text of several lines is written as a block, unless that would lose something of it. */
function isBlockText(text: string): boolean {
  if (!text.includes('\n') || text.endsWith(' ')) return false;
  return !/ [\n\r\u0085\u2028\u2029]/.test(text) && [...text].every((character) => PRINTABLE.test(character));
}

/** Says whether the block ends without a line end, with one, or with several. */
function chomping(text: string): string {
  const characters = [...text];
  if (!LINE_END.test(characters.at(-1) ?? '')) return '-';
  const previous = characters.at(-2);
  return previous === undefined || LINE_END.test(previous) ? '+' : '';
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\u001b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\u0085': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

function escapeCharacter(character: string): string {
  const escaped = ESCAPES[character];
  if (escaped !== undefined) return escaped;
  if (PRINTABLE.test(character)) return character;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  if (code.length <= 2) return `\\x${code.padStart(2, '0')}`;
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
}
