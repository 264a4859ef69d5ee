import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('hashes', () => {
  it.each([
    ['md5("hello")', '"5d41402abc4b2a76b9719d911017c592"'],
    ['sha1("hello")', '"aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"'],
    ['sha256("é")', '"4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"'],
    [
      'sha512("")',
      '"cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"',
    ],
    ['base64sha256("hello")', '"LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="'],
    [
      'base64sha512("hello")',
      '"m3HSJL1i83hdltRq0+o9czGb+8KJDKra4t/3JRlnPKcjI8PZm6XBHXx6zG4UuMXaDEZjR1wuXDre9G9zvN7AQw=="',
    ],
    ['uuidv5("dns", "www.terraform.io")', '"a5008fae-b28c-5ba5-96cd-82b4c53552d6"'],
    ['uuidv5("url", "https://example.com/")', '"dd2c1780-811a-5296-81c5-178a0ef488bc"'],
    ['uuidv5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "a")', '"4f3f2898-69e3-5a0d-820a-c4e87987dbce"'],
    [
      'uuidv5("nope", "a")',
      `Error in function call: Call to function "uuidv5" failed: uuidv5() doesn't support namespace nope (invalid UUID length: 4).`,
    ],
    ['bcrypt("x", 40)', 'unknown string'],
    [
      'rsadecrypt("!", "key")',
      'Invalid function argument: Invalid value for "ciphertext" parameter: failed to decode input "!": cipher text must be base64-encoded.',
    ],
    [
      'rsadecrypt("eA==", "key")',
      'Invalid function argument: Invalid value for "privatekey" parameter: invalid private key: ssh: no key found.',
    ],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
