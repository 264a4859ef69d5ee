import { describe, expect, it } from 'vitest';
import { SecretMasker } from './masking.ts';

describe('SecretMasker', () => {
  const secret = 'pass"word<1>/ü';
  it.each([
    { name: 'the value', text: `x ${secret} y`, shown: 'x *** y' },
    { name: 'several times', text: `${secret},${secret}`, shown: '***,***' },
    { name: 'base64', text: Buffer.from(secret).toString('base64'), shown: '***' },
    {
      name: 'base64 inside a longer text',
      text: Buffer.from(`u:${secret}`).toString('base64'),
      shown: /^.{0,4}\*\*\*$/,
    },
    { name: 'a JSON string', text: JSON.stringify({ secret }), shown: '{"secret":"***"}' },
    { name: 'a query string', text: `?p=${encodeURIComponent(secret)}`, shown: '?p=***' },
    { name: 'XML', text: '<p>pass&quot;word&lt;1&gt;/ü</p>', shown: '<p>***</p>' },
    { name: 'other case, which is another value', text: secret.toUpperCase(), shown: secret.toUpperCase() },
  ])('hides $name', ({ text, shown }) => {
    const masker = new SecretMasker();
    masker.add(secret);
    expect(masker.mask(text)).toEqual(typeof shown === 'string' ? shown : expect.stringMatching(shown));
  });

  it('makes one mask of values that overlap or touch', () => {
    const masker = new SecretMasker();
    masker.add('abcd');
    masker.add('cdef');
    masker.add('gh');
    expect(masker.mask('-abcdef- -abcdgh- -abcd gh-')).toBe('-***- -***- -*** ***-');
  });

  it('hides each line of a value with several lines', () => {
    const masker = new SecretMasker();
    masker.addLines('first\r\n  second\n');
    expect(masker.mask('only second here')).toBe('only *** here');
  });

  it('never takes blanks for a secret', () => {
    const masker = new SecretMasker();
    masker.addLines(' \n');
    expect(masker.mask('a b')).toBe('a b');
  });
});
