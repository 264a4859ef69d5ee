import { describe, expect, it } from 'vitest';
import { jsonParts, toJson } from './json.ts';

describe('JSON in parts', () => {
  it.each([
    ['nothing', {}],
    ['a list', [1, 'a\nb', null, [], {}, [[2]], { a: [] }]],
    ['undefined values', { a: undefined, b: [undefined, { c: undefined }] }],
    ['lists in lists and objects in objects', { a: { b: { c: { d: [1, { e: [2] }] } } }, f: [[], [{}]] }],
    ['names and texts with quotes and line ends', { 'a"\n': 'b"\n', c: [{ 'd\n': '\\n\n\u2028' }] }],
    ['values that are none', { a: null, b: false, c: 0, d: '' }],
  ])('is the same text: %s', (_, result) => {
    expect([...jsonParts(result)].join('')).toBe(toJson(result));
  });

  it('has a part for each entry of the lists of a document, and of a decision in it', () => {
    const entries = Array.from({ length: 100 }, (_, index) => ({ name: `entry ${index}`, values: [1, 2] }));
    const parts = [...jsonParts({ resources: entries, decision: { verdicts: entries } })];
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(200);
  });
});
