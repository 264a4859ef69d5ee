import { decodeUtf8, encodeUtf8 } from './bytes.ts';
import { encodeMultiByte } from './charset-multibyte.ts';
import data from './data/charsets.json' with { type: 'json' };

/** A character set: a table of what each byte means, or the decoder that knows it. */
export type Charset =
  | { readonly kind: 'single-byte'; readonly name: string; readonly characters: string }
  | {
      readonly kind: 'multi-byte';
      readonly name: string;
      readonly decoder: string;
      /** The decoder lacks some of the characters of the set. */
      readonly partial: boolean;
    };

const UNDEFINED = '\ufffd';
const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('');

let byName: Map<string, Charset> | undefined;

/** findCharset finds a character set by one of its registered names, in upper or lower case. */
export function findCharset(name: string): Charset | undefined {
  byName ??= new Map(
    [...data.singleByte.map(singleByte), ...data.multiByte.map(multiByte)].flatMap(({ aliases, charset }) =>
      aliases.map((alias) => [alias, charset] as const),
    ),
  );
  return byName.get(name.toLowerCase());
}

interface Named {
  readonly aliases: readonly string[];
  readonly charset: Charset;
}

function singleByte({ name, aliases, table }: { name: string; aliases: string[]; table: string }): Named {
  const characters = table.length === 256 ? table : ASCII + table;
  return { aliases, charset: { kind: 'single-byte', name, characters } };
}

function multiByte({ name, aliases, decoder, partial = false }: MultiByte): Named {
  return { aliases, charset: { kind: 'multi-byte', name, decoder, partial } };
}

interface MultiByte {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly decoder: string;
  readonly partial?: boolean;
}

/** encodeCharset gives the bytes of a text in a character set, or undefined when the set lacks one of its characters. */
export function encodeCharset(text: string, charset: Charset): Uint8Array | undefined {
  if (charset.kind === 'single-byte') return encodeSingleByte(text, charset.characters);
  switch (charset.decoder) {
    case 'utf-8':
      return encodeUtf8(text);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'utf-16':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    default:
      return encodeMultiByte(text, charset.decoder);
  }
}

function encodeSingleByte(text: string, characters: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const byte = character === UNDEFINED ? -1 : characters.indexOf(character);
    if (byte < 0) return undefined;
    bytes[index] = byte;
  }
  return bytes;
}

/** decodeCharset gives the text that bytes in a character set stand for, or undefined when some of them mean nothing. */
export function decodeCharset(bytes: Uint8Array, charset: Charset): string | undefined {
  const text =
    charset.kind === 'single-byte'
      ? decodeSingleByte(bytes, charset.characters)
      : decodeMultiByte(bytes, charset.decoder);
  return text?.includes(UNDEFINED) ? undefined : text;
}

function decodeSingleByte(bytes: Uint8Array, characters: string): string {
  return Array.from(bytes, (byte) => characters.charAt(byte)).join('');
}

function decodeMultiByte(bytes: Uint8Array, decoder: string): string | undefined {
  if (decoder === 'utf-8') return decodeUtf8(bytes);
  // Without a byte order mark, the first byte is the higher one.
  const littleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  const label = decoder === 'utf-16' ? (littleEndian ? 'utf-16le' : 'utf-16be') : decoder;
  const text = new TextDecoder(label, { ignoreBOM: decoder !== 'utf-16' }).decode(bytes);
  if (label.startsWith('utf-16')) return text;
  if (PRIVATE.test(text)) return undefined;
  return decoder === 'shift_jis' ? text.replaceAll(ROTATED, (control) => ROTATION[control] ?? control) : text;
}

/** What the runtime makes of bytes that mean nothing in the sets of East Asia. */
const PRIVATE = /[\u0080-\u009f\ue000-\uf8ff]/;
/** The runtime exchanges three control characters in Shift_JIS, as a code page of old did. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const ROTATED = /[\u001a\u001c\u007f]/g;
const ROTATION: Readonly<Record<string, string>> = { '\u001c': '\u001a', '\u007f': '\u001c', '\u001a': '\u007f' };
