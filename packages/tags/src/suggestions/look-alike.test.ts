import { describe, expect, it } from 'vitest';
import { lookAlike, readingOf } from './look-alike.ts';

describe('lookAlike', () => {
  it.each([
    ['\u041ewner', 'Owner', 'begins with a Cyrillic letter (U+041E)'],
    ['Own\u0435r', 'Owner', 'has a Cyrillic letter (U+0435)'],
    ['CostCente\u0433', 'CostCenter', 'ends with a Cyrillic letter (U+0433)'],
    ['\u0391pp', 'App', 'begins with a Greek letter (U+0391)'],
    ['C\u0585st', 'Cost', 'has an Armenian letter (U+0585)'],
    ['Owner\u200b', 'Owner', 'ends with a character that cannot be seen (U+200B)'],
    ['Ow\u00adner', 'Owner', 'has a character that cannot be seen (U+00AD)'],
    ['\u202eOwner', 'Owner', 'begins with a character that cannot be seen (U+202E)'],
    ['Cost\u00a0Center', 'Cost Center', 'has a space of another kind (U+00A0)'],
    ['\uff2fwner', 'Owner', 'begins with a letter in another width or style (U+FF2F)'],
    ['\u{1d40e}wner', 'Owner', 'begins with a letter in another width or style (U+1D40E)'],
    ['cost\u2010center', 'cost-center', 'has a sign that is not the one of ASCII (U+2010)'],
    ['t\u0131tle', 'title', 'has a letter that is not the one of ASCII (U+0131)'],
  ])('%j reads as %j', (text, reading, note) => {
    expect(lookAlike(text)).toEqual({ reading, note });
  });

  it.each([
    'Owner',
    '',
    'Größe',
    'Владелец',
    '所有者',
    'Area m²',
    'naïve',
    'Σύνολο',
    'owner 👩\u200d💻',
    '\u0421\u041e\u0410',
  ])('%j is what it seems', (text) => {
    expect(lookAlike(text)).toBeNull();
  });

  it('reads what is in another script as a whole, for those who know what is wanted', () => {
    expect(readingOf('\u0421\u041e\u0410')).toBe('COA');
  });

  it('takes no time for long texts', () => {
    expect(readingOf('\u041e'.repeat(100_000))).toBe('O'.repeat(100_000));
  });
});
