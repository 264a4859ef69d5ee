import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflate } from './deflate.ts';
import { canonicalCodes, makeCodes } from './deflate-codes.ts';

describe('deflate', () => {
  it.each([
    ['', '000000ffff010000ffff'],
    ['a', '4a04000000ffff010000ffff'],
    ['aaaaaaaaaaaaaaaa', '4a440300000000ffff010000ffff'],
    ['hello hello hello hello', 'ca48cdc9c957c02001000000ffff010000ffff'],
  ])('of %j gives the bytes that Terraform gives', (text, expected) => {
    const bytes = Buffer.from(deflate(Buffer.from(text)));
    expect(bytes.toString('hex')).toBe(expected);
  });

  it('can be undone', () => {
    const words = fc.array(fc.constantFrom('server', '{', '}', ' = ', '"x"', '\n', '8080', 'é', 'aaaaaaaa'), {
      maxLength: 3000,
    });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      words.map((parts) => Buffer.from(parts.join(''))),
      fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.nat(255)).map(([length, byte]) => Buffer.alloc(length, byte)),
    );
    fc.assert(
      fc.property(bytes, (data) => {
        expect(Buffer.compare(inflateRawSync(deflate(data)), data)).toBe(0);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('stores what does not get smaller', () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 31 + index * 7) % 251);
    expect(inflateRawSync(deflate(noise)).equals(noise)).toBe(true);
    expect(deflate(noise).length).toBeLessThanOrEqual(noise.length + 15);
  });

  it('gives codes whose lengths are limited', () => {
    const fibonacci = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55];
    const lengths = makeCodes(fibonacci, 5).map(({ length }) => length);
    expect(Math.max(...lengths)).toBe(5);
    expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
    expect(canonicalCodes([2, 1, 0, 2]).map(({ bits }) => bits)).toEqual([0b01, 0b0, 0, 0b11]);
  });
});
