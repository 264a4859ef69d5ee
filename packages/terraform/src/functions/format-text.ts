import { isInfinite, type Numeric } from '../values/big-float.ts';
import { convert } from '../values/convert.ts';
import { graphemeCount, graphemes } from '../values/graphemes.ts';
import { jsonString, jsonText } from '../values/json-text.ts';
import { toBigInt } from '../values/number-parts.ts';
import { formatNumber } from '../values/number-text.ts';
import { quoteCharacter, quoteText } from '../values/quote.ts';
import { BOOL, NUMBER, STRING, type Type } from '../values/type.ts';
import type { Value } from '../values/value.ts';
import { isMistake, LimitError, ValueError } from '../values/value-error.ts';
import { encodeUtf8 } from './bytes.ts';
import { checkTextLength, MAX_FORMAT_WIDTH } from './limits.ts';

/** One verb of a format, such as `%-08.3[2]f`. */
interface Verb {
  readonly raw: string;
  /** Where it begins, in bytes. */
  readonly offset: number;
  readonly letter: string;
  readonly flags: ReadonlySet<string>;
  readonly width: number | undefined;
  readonly precision: number | undefined;
}

const VERB = /%([ #0+-]*)(\d*)(\.\d*)?(?:\[([1-9]\d*)\])?([A-Za-z])/y;
const UNFINISHED = /%[ #0+-]*\d*(?:\.\d*)?(?:\[(?:[1-9]\d*)?\]?)?/y;

/**
 * formatText fills the arguments into a format as `format` does: verbs such as `%s`, `%05.2f`, `%[2]q`, and `%%` for a
 * percent sign. Throws ValueError.
 */
export function formatText(format: string, args: readonly Value[]): string {
  let text = '';
  let next = 1;
  let used = 0;
  for (let position = 0; position < format.length; ) {
    const percent = format.indexOf('%', position);
    if (percent < 0) {
      text += format.slice(position);
      break;
    }
    text += format.slice(position, percent);
    if (format[percent + 1] === '%') {
      text += '%';
      position = percent + 2;
      continue;
    }
    VERB.lastIndex = percent;
    const match = VERB.exec(format);
    if (match === null) throw brokenVerb(format, percent);
    const [raw, flags = '', width = '', precision, index, letter = ''] = match;
    next = index === undefined ? next : Number(index);
    const offset = encodeUtf8(format.slice(0, percent)).length;
    const verb: Verb = {
      raw,
      offset,
      letter,
      flags: new Set(flags),
      width: width === '' ? undefined : limited(width),
      precision: precision === undefined ? undefined : limited(precision.slice(1) || '0'),
    };
    text += formatArgument(verb, args[next - 1], next, args.length);
    used = Math.max(used, next);
    next++;
    position = percent + raw.length;
    checkTextLength(text.length);
  }
  if (used < args.length) {
    const message =
      used === 0
        ? 'too many arguments; no verbs in format string'
        : `too many arguments; only ${used} used by format string`;
    throw new ValueError(message, { argument: used + 1 });
  }
  return text;
}

function limited(digits: string): number {
  const value = Number(digits);
  if (value > MAX_FORMAT_WIDTH) {
    throw new LimitError(`the format asks for ${digits} places, but no more than ${MAX_FORMAT_WIDTH} are allowed here`);
  }
  return value;
}

function brokenVerb(format: string, percent: number): ValueError {
  UNFINISHED.lastIndex = percent;
  const end = percent + (UNFINISHED.exec(format)?.[0].length ?? 1);
  const offset = encodeUtf8(format.slice(0, end)).length;
  if (end >= format.length) return new ValueError(`invalid format string starting at offset ${offset}`);
  const character = String.fromCodePoint(format.codePointAt(end) ?? 0);
  return new ValueError(`unrecognized format character ${quoteCharacter(character)} at offset ${offset}`);
}

function formatArgument(verb: Verb, value: Value | undefined, index: number, count: number): string {
  const { raw, offset, letter } = verb;
  if (value === undefined) {
    throw new ValueError(
      `not enough arguments for ${quoteText(raw)} at ${offset}: need index ${index} but have ${count} total`,
    );
  }
  if (letter !== 'v' && value.kind === 'null') throw unsupported(verb, 'null value cannot be formatted');
  switch (letter) {
    case 'v':
      return formatAsItIs(verb, value);
    case 't':
      return formatBool(verb, value);
    case 's':
    case 'q':
      return formatString(verb, value);
    case 'b':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
      return formatInteger(verb, numberOf(verb, value));
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
      return formatFloat(verb, numberOf(verb, value));
    default:
      throw new ValueError(
        `unsupported format verb ${quoteCharacter(letter)} in ${quoteText(raw)} at offset ${offset}`,
      );
  }
}

function unsupported({ raw, offset }: Verb, problem: string): ValueError {
  return new ValueError(`unsupported value for ${quoteText(raw)} at ${offset}: ${problem}`);
}

function converted(verb: Verb, value: Value, type: Type): Value {
  try {
    return convert(value, type);
  } catch (error) {
    if (isMistake(error)) throw unsupported(verb, error.message);
    throw error;
  }
}

function formatAsItIs(verb: Verb, value: Value): string {
  if (!verb.flags.has('#')) {
    if (value.kind === 'string') return padded(verb, value.value);
    if (value.kind === 'number') return padded(verb, formatNumber(value.value, 'g'));
  }
  try {
    return padded(verb, jsonText(value));
  } catch (error) {
    if (isMistake(error)) throw unsupported(verb, error.message);
    throw error;
  }
}

function formatBool(verb: Verb, value: Value): string {
  const bool = converted(verb, value, BOOL);
  return bool.kind === 'bool' && bool.value ? 'true' : 'false';
}

function formatString(verb: Verb, value: Value): string {
  const string = converted(verb, value, STRING);
  const text = string.kind === 'string' ? string.value : '';
  // A precision of zero does not count.
  const shortened = verb.precision ? graphemes(text).slice(0, verb.precision).join('') : text;
  return padded(verb, verb.letter === 'q' ? jsonString(shortened) : shortened);
}

/** Pads a text to the width; here zeros go wherever spaces would. */
function padded({ width, flags }: Verb, text: string): string {
  if (width === undefined) return text;
  const missing = width - graphemeCount(text);
  if (missing <= 0) return text;
  const padding = (flags.has('0') ? '0' : ' ').repeat(missing);
  return flags.has('-') ? text + padding : padding + text;
}

function numberOf(verb: Verb, value: Value): Numeric {
  const number = converted(verb, value, NUMBER);
  if (number.kind !== 'number') throw unsupported(verb, 'a number is required');
  return number.value;
}

const BASES: Readonly<Record<string, { readonly radix: number; readonly prefix: string }>> = {
  b: { radix: 2, prefix: '0b' },
  d: { radix: 10, prefix: '' },
  o: { radix: 8, prefix: '0' },
  x: { radix: 16, prefix: '0x' },
  X: { radix: 16, prefix: '0X' },
};

function formatInteger(verb: Verb, number: Numeric): string {
  const whole = toBigInt(number);
  if (whole === undefined) throw unsupported(verb, 'an integer is required');
  const { radix = 10, prefix = '' } = BASES[verb.letter] ?? {};
  const magnitude = (whole < 0n ? -whole : whole).toString(radix);
  let digits = verb.letter === 'X' ? magnitude.toUpperCase() : magnitude;
  if (verb.precision !== undefined)
    digits = whole === 0n && verb.precision === 0 ? '' : digits.padStart(verb.precision, '0');
  const sign = signOf(verb, whole < 0n) + (verb.flags.has('#') ? prefix : '');
  // With a precision, zeros do not fill the width.
  return aligned(verb, sign, digits, verb.precision === undefined);
}

function formatFloat(verb: Verb, number: Numeric): string {
  const style = verb.letter.toLowerCase() === 'e' ? 'e' : verb.letter === 'f' ? 'f' : 'g';
  const precision = verb.precision ?? (style === 'g' ? undefined : 6);
  const plain = formatNumber(number, style, precision);
  const text = verb.letter === 'E' || verb.letter === 'G' ? plain.toUpperCase() : plain;
  if (isInfinite(number)) {
    const sign = text.startsWith('-') ? '-' : verb.flags.has(' ') ? ' ' : '+';
    return aligned(verb, sign, 'Inf', false);
  }
  const negative = text.startsWith('-');
  return aligned(verb, signOf(verb, negative), negative ? text.slice(1) : text, true);
}

function signOf({ flags }: Verb, negative: boolean): string {
  if (negative) return '-';
  return flags.has('+') ? '+' : flags.has(' ') ? ' ' : '';
}

/** Puts sign and digits into the width, with zeros between them if that is asked for and possible. */
function aligned({ width, flags }: Verb, sign: string, digits: string, zerosAllowed: boolean): string {
  const missing = Math.max(0, (width ?? 0) - sign.length - digits.length);
  if (flags.has('-')) return sign + digits + ' '.repeat(missing);
  if (flags.has('0') && zerosAllowed) return sign + '0'.repeat(missing) + digits;
  return ' '.repeat(missing) + sign + digits;
}
