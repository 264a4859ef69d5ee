import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineColumn, Places } from '../places.ts';
import { nodePlaces } from './node-places.ts';
import { parseYaml } from './parse-yaml.ts';
import { plainData } from './plain-data.ts';
import { indexText } from './text-index.ts';

/** The only document of a text. */
function read(text: string): { data: unknown; places: Places } {
  const { documents, mistakes } = parseYaml(text);
  const [document] = documents;
  expect(mistakes).toEqual([]);
  const { data, targets, mistakes: unfit } = plainData(document?.contents ?? null);
  expect(unfit).toEqual([]);
  return {
    data,
    places: nodePlaces('f.yml', indexText(text), { root: document?.contents ?? null, targets, offset: 0 }),
  };
}

const place = ({ line, column }: LineColumn) => `${line}:${column}`;

describe('the places of values and keys', () => {
  const text =
    'a: 1\nb:\n  - c: x\n    "d e": &anchor { f: [1, 2] }\n  - !!str y\ng: *anchor\nh:\n😀: { i: 😀, j: 2, k }\n';
  const { places } = read(text);

  it.each([
    { path: [], at: '1:1', keyAt: '1:1' },
    { path: ['a'], at: '1:4', keyAt: '1:1' },
    { path: ['b'], at: '3:3', keyAt: '2:1' },
    { path: ['b', 0], at: '3:5', keyAt: '3:5' },
    { path: ['b', 0, 'd e', 'f', 1], at: '4:29', keyAt: '4:29' },
    { path: ['b', 1], at: '5:11', keyAt: '5:11' },
    { path: ['g'], at: '6:4', keyAt: '6:1' },
    { path: ['g', 'f'], at: '4:25', keyAt: '4:22' },
    { path: ['h'], at: '7:3', keyAt: '7:1' },
    { path: ['😀', 'j'], at: '8:15', keyAt: '8:12' },
    { path: ['😀', 'k'], at: '8:18', keyAt: '8:18' },
  ])('$path is at $at, its key at $keyAt', ({ path, at, keyAt }) => {
    expect(place(places.at(path))).toBe(at);
    expect(place(places.keyAt(path))).toBe(keyAt);
  });

  it.each([
    { name: 'a key that is not there', path: ['b', 0, 'x', 'y'], at: '3:5' },
    { name: 'a position that is not there', path: ['b', 7], at: '3:3' },
    { name: 'a way into a text', path: ['a', 'x'], at: '1:4' },
  ])('gives the nearest value around $name', ({ path, at }) => {
    expect(place(places.at(path))).toBe(at);
    expect(place(places.within(path, 5, 5))).toBe(at);
  });
});

describe('the places within a text', () => {
  it.each([
    { style: 'plain', text: 'a: x + yy\n', line: 1, column: 5, is: '1:8' },
    { style: 'plain, on two lines', text: 'a: x +\n   yy\n', line: 1, column: 5, is: '2:4' },
    { style: 'single quotes', text: "a: 'x == ''y'' + z'\n", line: 1, column: 12, is: '1:18' },
    { style: 'double quotes', text: 'a: "x == \\"y\\" + z"\n', line: 1, column: 12, is: '1:18' },
    { style: 'escapes of several lines', text: 'a: "x\\n\\u0041 + \\\n   z"\n', line: 2, column: 5, is: '2:4' },
    { style: 'a character of two units as an escape', text: 'a: "\\U0001F600 + z"\n', line: 1, column: 5, is: '1:18' },
    { style: 'an emoji', text: 'a: 😀 + z\n', line: 1, column: 5, is: '1:8' },
    { style: 'a block', text: 'a: | # c\n    x\n\n      y\n', line: 3, column: 3, is: '4:7' },
    { style: 'a block of Windows', text: 'a: |-\n    x\n    y z\n', line: 2, column: 3, is: '3:7' },
    { style: 'a block with its indentation', text: 'a: |2\n    x\n    y\n', line: 2, column: 3, is: '3:5' },
    { style: 'a folded block', text: 'a: >-\n  x +\n  y +\n\n  z\n', line: 1, column: 5, is: '3:3' },
    {
      style: 'a folded block, behind an empty line',
      text: 'a: >-\n  x +\n  y +\n\n  z\n',
      line: 2,
      column: 1,
      is: '5:3',
    },
    { style: 'the end of a text', text: 'a: x +\n', line: 1, column: 4, is: '1:7' },
    { style: 'the end of a quoted text', text: 'a: "x +"\n', line: 1, column: 4, is: '1:8' },
    { style: 'white space', text: 'a: |\n  x +   y\n', line: 1, column: 5, is: '2:7' },
    { style: 'nothing but white space', text: 'a: "  "\n', line: 1, column: 2, is: '1:4' },
  ])('$style', ({ text, line, column, is }) => {
    expect(place(read(text).places.within(['a'], line, column))).toBe(is);
  });

  it('is in the text that an alias repeats', () => {
    expect(place(read('a: &x |\n  1 +\n  z\nb: *x\n').places.within(['b'], 2, 1))).toBe('3:3');
  });
});

/** Words without characters that a style of YAML gives a meaning to. */
const word = fc.stringMatching(/^[a-zé😀]{1,5}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const lines = fc.array(words, { minLength: 1, maxLength: 4 });
const gap = fc.constantFrom('\n', '\n\n', '\n\n\n');

/** Texts in all styles of YAML, indented by four. */
const written = fc.oneof(
  fc.tuple(lines, gap).map(([list, between]) => list.join(`${between}    `)),
  fc.tuple(lines, gap).map(([list, between]) => `'it''s ${list.join(`''${between}    `)}'`),
  fc.tuple(lines, gap).map(([list, between]) => `"\\u00e9\\"${list.join(`\\n\\x41\\t${between}    `)}"`),
  fc
    .tuple(fc.constantFrom('|', '>', '|-', '>-', '|+', '>+'), lines, gap, fc.constantFrom('', '  '))
    .map(([header, list, between, more]) => `${header} # c\n    ${list.join(`${between}    ${more}`)}`),
);

describe('for any document', () => {
  it('places every character of every text where it is written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, written), { minLength: 1, maxLength: 5 }), (entries) => {
        const text = `top:\n${entries.map(([key, value], index) => `  - ${key}${index}:\n      ${value.replaceAll('\n    ', '\n        ')}\n`).join('')}`;
        const index = indexText(text);
        const { data, places } = read(text);
        for (const [number, [key]] of entries.entries()) {
          const path = ['top', number, `${key}${number}`];
          expect(text.startsWith(`${key}${number}:`, index.offsetOf(places.keyAt(path)))).toBe(true);
          checkText(text, Object(data).top[number][`${key}${number}`], (at) => places.within(path, at.line, at.column));
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Every character of a value stands at its place, as itself or as an escape. */
function checkText(text: string, value: string, within: (place: LineColumn) => LineColumn): void {
  const inValue = indexText(value);
  const inText = indexText(text);
  let last = -1;
  for (let offset = 0; offset < value.length; offset += value.codePointAt(offset) === 0x1f600 ? 2 : 1) {
    if (/\s/.test(value[offset] ?? '')) continue;
    const found = inText.offsetOf(within(inValue.placeOf(offset)));
    expect(text[found] === value[offset] || text[found] === '\\').toBe(true);
    expect(found).toBeGreaterThan(last);
    last = found;
  }
}
