import type { Scalar } from 'yaml';
import { convert } from '../values/convert.ts';
import { parseNumber } from '../values/number-parse.ts';
import { quoteText } from '../values/quote.ts';
import { STRING } from '../values/type.ts';
import { boolValue, NULL, numberValue, stringValue, type Value } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { decodeBase64 } from './bytes.ts';
import { yamlTimestamp } from './yaml-timestamp.ts';

/** What the tags of the YAML standard begin with. */
export const TAG = 'tag:yaml.org,2002:';

/** readScalar gives the value of a text in YAML, by its tag and by how it is written. Throws ValueError. */
export function readScalar(node: Scalar, text: string): Value {
  const { tag, type } = node;
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  if (tag === undefined) {
    if (isQuoted) return stringValue(text);
    const value = plainValue(text) ?? stringValue(text);
    // Terraform reads blocks like texts without quotes, and only then makes strings of them.
    return type === 'PLAIN' ? value : convert(value, STRING);
  }
  switch (tag) {
    case `${TAG}str`:
      return stringValue(text);
    case `${TAG}binary`:
      if (decodeBase64(text.replaceAll(/\s/g, '')) !== undefined) return stringValue(text);
      throw new ValueError(`cannot parse ${quoteText(text)} as ${tag}: not valid base64`);
    case `${TAG}null`:
    case `${TAG}int`:
    case `${TAG}float`:
    case `${TAG}bool`:
    case `${TAG}timestamp`: {
      const value = isQuoted ? taggedText(text) : plainValue(text);
      if (value !== undefined) return value;
      if (tag === `${TAG}null`) return NULL;
      throw new ValueError(`cannot parse ${quoteText(text)} as ${tag}`);
    }
    default:
      throw new ValueError(`unsupported tag ${quoteText(tag)}`);
  }
}

/** With a tag, a text in quotes is still a string, if only it begins like something other than a string. */
function taggedText(text: string): Value | undefined {
  return text === '' || /^[-+.~\dyYnNtTfFoO]/.test(text) ? stringValue(text) : undefined;
}

const WORDS: ReadonlyMap<string, Value> = new Map([
  ...spellings(['y', 'yes', 'true', 'on'], boolValue(true)),
  ...spellings(['n', 'no', 'false', 'off'], boolValue(false)),
  ...spellings(['', '~', 'null'], NULL),
]);

/** A word counts in lower case, in upper case, and with a capital. */
function spellings(words: readonly string[], value: Value): [string, Value][] {
  return words.flatMap((word) =>
    [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)].map((spelled): [string, Value] => [
      spelled,
      value,
    ]),
  );
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITY = /^[+-]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

/** The value that a text without quotes stands for; undefined when it is just a string. */
function plainValue(text: string): Value | undefined {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (NOT_A_NUMBER.test(text)) throw new ValueError('floating point NaN is not supported');
  if (INFINITY.test(text))
    return numberValue(text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  const based = basedNumber(text);
  if (based !== undefined) return numberValue(parseNumber(based.toString()) ?? 0);
  const number = DECIMAL.test(text) ? parseNumber(text) : undefined;
  if (number !== undefined) return numberValue(number);
  const timestamp = yamlTimestamp(text);
  return timestamp === undefined ? undefined : stringValue(timestamp);
}

function basedNumber(text: string): bigint | undefined {
  return /^0o[0-7]+$/.test(text) || /^0x[0-9a-fA-F]+$/.test(text) ? BigInt(text) : undefined;
}
