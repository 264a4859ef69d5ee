import { gunzipSync } from 'node:zlib';
import { quoteText } from '../values/quote.ts';
import { STRING } from '../values/type.ts';
import { stringValue, unknownValue } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { textAt } from './arguments.ts';
import { decodeBase64, encodeBase64, encodeUtf8, requireUtf8 } from './bytes.ts';
import { type Charset, decodeCharset, encodeCharset, findCharset } from './charset.ts';
import type { FunctionSpec, Parameter } from './function-spec.ts';
import { gzip } from './gzip.ts';
import { MAX_TEXT_LENGTH } from './limits.ts';
import { escapeQuery, unescapeQuery } from './url.ts';

const TEXT: Parameter = { name: 'str', type: STRING };
const NOT_UTF8 = 'the result of decoding the provided string is not valid UTF-8';

/** The functions that turn text into other text: base64, character sets, URLs. */
export const ENCODING_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'base64encode',
    parameters: [TEXT],
    returns: STRING,
    run: (args) => stringValue(encodeBase64(encodeUtf8(textAt(args, 0)))),
  },
  {
    name: 'base64decode',
    parameters: [TEXT],
    returns: STRING,
    run: (args) => stringValue(requireUtf8(base64Bytes(textAt(args, 0)), NOT_UTF8)),
  },
  {
    name: 'base64gzip',
    parameters: [TEXT],
    returns: STRING,
    run: (args) => stringValue(encodeBase64(gzip(encodeUtf8(textAt(args, 0))))),
  },
  {
    name: 'textencodebase64',
    parameters: [
      { name: 'string', type: STRING },
      { name: 'encoding', type: STRING },
    ],
    returns: STRING,
    run: (args) => {
      const charset = charsetOf(textAt(args, 1));
      const encoded = encodeCharset(textAt(args, 0), charset);
      if (encoded !== undefined) return stringValue(encodeBase64(encoded));
      if (isPartial(charset)) return unknownValue(STRING, [`a character that is not known here in ${charset.name}`]);
      throw new ValueError(`the given string contains characters that cannot be represented in ${charset.name}`, {
        argument: 0,
      });
    },
  },
  {
    name: 'textdecodebase64',
    parameters: [
      { name: 'source', type: STRING },
      { name: 'encoding', type: STRING },
    ],
    returns: STRING,
    run: (args) => {
      const charset = charsetOf(textAt(args, 1));
      const decoded = decodeCharset(symbolsToBytes(textAt(args, 0)), charset);
      if (decoded !== undefined) return stringValue(decoded);
      if (isPartial(charset)) return unknownValue(STRING, [`a character that is not known here in ${charset.name}`]);
      throw new ValueError(`the given string contains symbols that are not defined for ${charset.name}`, {
        argument: 0,
      });
    },
  },
  {
    name: 'urlencode',
    parameters: [TEXT],
    returns: STRING,
    run: (args) => stringValue(escapeQuery(textAt(args, 0))),
  },
];

/** The encoding functions that OpenTofu has and Terraform lacks. */
export const OPENTOFU_ENCODING_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'base64gunzip',
    parameters: [TEXT],
    returns: STRING,
    run: (args) => stringValue(requireUtf8(gunzip(base64Bytes(textAt(args, 0))), NOT_UTF8)),
  },
  {
    name: 'urldecode',
    parameters: [TEXT],
    returns: STRING,
    run: (args) => {
      const bytes = unescapeQuery(textAt(args, 0));
      if (bytes === undefined) throw new ValueError(`failed to decode URL ${quoteText(textAt(args, 0))}`);
      return stringValue(requireUtf8(bytes, NOT_UTF8));
    },
  },
];

function base64Bytes(text: string): Uint8Array {
  const bytes = decodeBase64(text);
  if (bytes === undefined) throw new ValueError(`failed to decode base64 data ${quoteText(text)}`);
  return bytes;
}

function isPartial(charset: Charset): boolean {
  return charset.kind === 'multi-byte' && charset.partial;
}

function charsetOf(name: string): Charset {
  const charset = findCharset(name);
  if (charset !== undefined) return charset;
  throw new ValueError(`${quoteText(name)} is not a supported IANA encoding name or alias in this Terraform version`, {
    argument: 1,
  });
}

function symbolsToBytes(text: string): Uint8Array {
  const bytes = decodeBase64(text);
  if (bytes !== undefined) return bytes;
  const wrong = text.search(/[^A-Za-z0-9+/=\r\n]/);
  const message =
    wrong >= 0
      ? `the given value is has an invalid base64 symbol at offset ${wrong}`
      : `the given value is has an invalid base64 symbol at offset ${text.length - (text.length % 4)}`;
  throw new ValueError(message, { argument: 0 });
}

function gunzip(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_TEXT_LENGTH });
  } catch {
    throw new ValueError(`failed to gunzip the data: it is damaged or larger than ${MAX_TEXT_LENGTH} bytes`);
  }
}
