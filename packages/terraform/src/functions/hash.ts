import { createHash } from 'node:crypto';
import { quoteText } from '../values/quote.ts';
import { refine } from '../values/refine.ts';
import { NUMBER, STRING } from '../values/type.ts';
import { stringValue, unknownValue, type Value } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { integerAt, textAt } from './arguments.ts';
import { decodeBase64, encodeUtf8, requireUtf8 } from './bytes.ts';
import type { FunctionSpec } from './function-spec.ts';
import { decryptRsa } from './rsa.ts';
import { parseUuid, uuidOfName } from './uuid.ts';

/** A hash function as names and algorithms go: what it is called, what computes it, how the result is written. */
export interface HashForm {
  readonly name: string;
  readonly algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512';
  readonly encoding: 'hex' | 'base64';
}

/** The hash functions; each exists once for text and once for files, with `file` before its name. */
export const HASH_FORMS: readonly HashForm[] = [
  { name: 'md5', algorithm: 'md5', encoding: 'hex' },
  { name: 'sha1', algorithm: 'sha1', encoding: 'hex' },
  { name: 'sha256', algorithm: 'sha256', encoding: 'hex' },
  { name: 'sha512', algorithm: 'sha512', encoding: 'hex' },
  { name: 'base64sha256', algorithm: 'sha256', encoding: 'base64' },
  { name: 'base64sha512', algorithm: 'sha512', encoding: 'base64' },
];

/** hashBytes gives the hash of bytes as text. */
export function hashBytes(bytes: Uint8Array, { algorithm, encoding }: HashForm): string {
  return createHash(algorithm).update(bytes).digest(encoding);
}

/** The functions that hash text, make UUIDs, and decrypt. */
export const HASH_FUNCTIONS: readonly FunctionSpec[] = [
  ...HASH_FORMS.map(
    (form): FunctionSpec => ({
      name: form.name,
      parameters: [{ name: 'str', type: STRING }],
      returns: STRING,
      run: (args) => stringValue(hashBytes(encodeUtf8(textAt(args, 0)), form)),
    }),
  ),
  {
    name: 'bcrypt',
    parameters: [{ name: 'str', type: STRING }],
    variadic: { name: 'cost', type: NUMBER },
    returns: STRING,
    run: (args, _type, { volatile }) => (volatile === undefined ? unknownValue(STRING, [SALTED]) : saltedHash(args)),
  },
  {
    name: 'rsadecrypt',
    parameters: [
      { name: 'ciphertext', type: STRING },
      { name: 'privatekey', type: STRING },
    ],
    returns: STRING,
    run: (args) => {
      const text = textAt(args, 0);
      const cipher = decodeBase64(text);
      if (cipher === undefined) {
        const message = `failed to decode input ${quoteText(text)}: cipher text must be base64-encoded`;
        throw new ValueError(message, { argument: 0 });
      }
      return stringValue(requireUtf8(decryptRsa(cipher, textAt(args, 1)), 'the decrypted text is not valid UTF-8'));
    },
  },
  {
    name: 'uuid',
    parameters: [],
    returns: STRING,
    run: (_args, _type, { volatile }) =>
      volatile === undefined ? unknownValue(STRING, ['uuid() is made at apply']) : stringValue(volatile.uuid()),
  },
  {
    name: 'uuidv5',
    parameters: [
      { name: 'namespace', type: STRING },
      { name: 'name', type: STRING },
    ],
    returns: STRING,
    run: (args) => {
      const namespace = textAt(args, 0);
      const parsed = parseUuid(namespace);
      if (typeof parsed !== 'string') return stringValue(uuidOfName(parsed, textAt(args, 1)));
      throw new ValueError(`uuidv5() doesn't support namespace ${namespace} (${parsed})`);
    },
  },
];

const DEFAULT_COST = 10;
const LOWEST_COST = 4;
const HIGHEST_COST = 31;
/** bcrypt looks at no more of a password. */
const LONGEST_PASSWORD = 72;

const SALTED = 'bcrypt() is salted at apply';

/** In the console, mistakes are found and the beginning is known; the salt is random even there. */
function saltedHash(args: readonly Value[]): Value {
  if (args.length > 2) throw new ValueError('bcrypt() takes no more than two arguments');
  const given = args.length > 1 ? integerAt(args, 1) : DEFAULT_COST;
  const failed = 'error occured generating password';
  if (encodeUtf8(textAt(args, 0)).length > LONGEST_PASSWORD) {
    throw new ValueError(`${failed} bcrypt: password length exceeds ${LONGEST_PASSWORD} bytes`);
  }
  if (given > HIGHEST_COST) {
    throw new ValueError(
      `${failed} crypto/bcrypt: cost ${given} is outside allowed range (${LOWEST_COST},${HIGHEST_COST})`,
    );
  }
  const cost = given < LOWEST_COST ? DEFAULT_COST : given;
  return refine(unknownValue(STRING, [SALTED]), {
    prefix: `$2a$${String(cost).padStart(2, '0')}$`,
  });
}
