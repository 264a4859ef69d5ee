import { constants, createPrivateKey, type KeyObject, privateDecrypt } from 'node:crypto';
import { ValueError } from '../values/value-error.ts';

/** decryptRsa decrypts what was encrypted with PKCS #1 v1.5 padding. Throws ValueError; argument 1 is the key. */
export function decryptRsa(cipher: Uint8Array, privateKey: string): Uint8Array {
  const key = parseKey(privateKey);
  let padded: Buffer;
  try {
    // The padding is removed here: the runtime answers a wrong one with made-up data instead of an error.
    padded = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, cipher);
  } catch {
    throw new ValueError('failed to decrypt: invalid ciphertext or wrong key');
  }
  const end = padded.indexOf(0, 2);
  if (padded[0] !== 0 || padded[1] !== 2 || end < 10)
    throw new ValueError('failed to decrypt: crypto/rsa: decryption error');
  return padded.subarray(end + 1);
}

function parseKey(text: string): KeyObject {
  if (!text.includes('-----BEGIN')) throw new ValueError('invalid private key: ssh: no key found', { argument: 1 });
  if (/Proc-Type: 4,ENCRYPTED|BEGIN ENCRYPTED/.test(text)) {
    throw new ValueError('invalid private key: ssh: this private key is passphrase protected', { argument: 1 });
  }
  let key: KeyObject;
  try {
    key = createPrivateKey(text);
  } catch {
    throw new ValueError('invalid private key: asn1: structure error: tags do not match', { argument: 1 });
  }
  if (key.asymmetricKeyType === 'rsa') return key;
  throw new ValueError('invalid private key: an RSA private key is required', { argument: 1 });
}
