import { describe, expect, it } from 'vitest';
import { maxDepth, maxMembers, type Scanned, type Span, scanDocument, scanList } from './scan.ts';

function membersOf(text: string): Record<string, string> | string {
  const utf8 = Buffer.from(text);
  const scanned = scanDocument(utf8);
  if (!scanned.ok) return scanned.problem;
  return Object.fromEntries(
    [...scanned.value].map(([name, span]) => [name, utf8.toString('utf8', span.start, span.end)]),
  );
}

function elementsOf(text: string): string[] | string {
  const utf8 = Buffer.from(`{"list":${text}}`);
  const scanned: Scanned<readonly Span[]> = scanList(utf8, { start: 8, end: utf8.length - 1, values: 0 });
  return scanned.ok ? scanned.value.map((span) => utf8.toString('utf8', span.start, span.end)) : scanned.problem;
}

function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}

describe('scanDocument', () => {
  it.each([
    ['{}', {}],
    [' { "a" : 1 , "b":[1,{"c":"]"}] , "c" : "\\"}" } ', { a: '1 ', b: '[1,{"c":"]"}]', c: '"\\"}"' }],
    ['{"a\\u0062":true}', { ab: 'true' }],
    ['{"a":1,"a":2}', { a: '2' }],
    ['{"größe":"ä"}', { größe: '"ä"' }],
  ])('finds the members of %s', (text, members) => {
    expect(membersOf(text)).toEqual(members);
  });

  it.each([
    '',
    '[]',
    '1',
    '{',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":}',
    '{"a":[}',
    '{"a":[1}]}',
    '{a:1}',
    '{"a":1,}',
    '{"a":"',
    '{"a":"\\',
    '{} {}',
    '{"a":1]',
  ])('gives up on %j', (text) => {
    expect(membersOf(text)).toBe('broken');
  });

  it('bounds how deep values are nested', () => {
    expect(membersOf(`{"a":${nested(maxDepth - 1)}}`)).toEqual({ a: nested(maxDepth - 1) });
    expect(membersOf(`{"a":${nested(maxDepth)}}`)).toBe('deep');
    expect(membersOf(`{"a":${'['.repeat(5_000_000)}`)).toBe('deep');
  });
});

it('bounds how many members the document itself has', () => {
  const document = (members: number) => `{${[...Array(members).keys()].map((name) => `"${name}":0`).join(',')}}`;
  expect(Object.keys(membersOf(document(maxMembers)))).toHaveLength(maxMembers);
  expect(membersOf(document(maxMembers + 1))).toBe('wide');
});

it('counts what values cost to build', () => {
  const scanned = scanDocument(Buffer.from('{"a":1,"b":"[,]","c":[],"d":{"x":[1,2],"y":null}}'));
  expect(scanned.ok && [...scanned.value.values()].map((span) => span.values)).toEqual([1, 1, 2, 5]);
});

describe('scanList', () => {
  it.each([
    ['[]', []],
    ['[ ]', []],
    ['[1]', ['1']],
    ['[ {"a":[1]} , "x,y",[ ] ]', ['{"a":[1]}', '"x,y"', '[ ]']],
  ])('finds the elements of %s', (text, elements) => {
    expect(elementsOf(text)).toEqual(elements);
  });

  it('needs commas between elements', () => {
    expect(elementsOf('[{} {}]')).toBe('broken');
    expect(elementsOf('[{},]')).toBe('broken');
  });
});
