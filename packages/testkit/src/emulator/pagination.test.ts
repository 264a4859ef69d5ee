import { describe, expect, it } from 'vitest';
import { linkHeader, pageOf, slicePage } from './pagination.ts';

describe('pageOf', () => {
  it.each([
    { name: 'nothing', query: {}, expected: { page: 1, perPage: 30 } },
    { name: 'a page', query: { page: 3, per_page: 50 }, expected: { page: 3, perPage: 50 } },
    { name: 'too many', query: { per_page: 500 }, expected: { page: 1, perPage: 100 } },
    { name: 'none and page 0', query: { page: 0, per_page: 0 }, expected: { page: 1, perPage: 30 } },
  ])('brings $name into range', ({ query, expected }) => {
    expect(pageOf(query)).toEqual(expected);
  });
});

describe('slicePage', () => {
  it('gives what is left on the last page, and nothing behind it', () => {
    expect(slicePage([1, 2, 3], { page: 2, perPage: 2 })).toEqual([3]);
    expect(slicePage([1, 2, 3], { page: 3, perPage: 2 })).toEqual([]);
  });
});

describe('linkHeader', () => {
  const address = new URL('https://api.example/repositories/1/issues?state=all&per_page=2');
  const relations = (page: number, total: number) =>
    linkHeader(address, { page, perPage: 2 }, total)?.replace(/<[^>]*[?&]page=(\d+)[^>]*>; rel="(\w+)"/g, '$2=$1');

  it.each([
    { page: 1, total: 2, expected: undefined },
    { page: 1, total: 5, expected: 'next=2, last=3' },
    { page: 2, total: 5, expected: 'prev=1, next=3, last=3, first=1' },
    { page: 3, total: 5, expected: 'prev=2, first=1' },
  ])('of page $page of $total items is $expected', ({ page, total, expected }) => {
    expect(relations(page, total)).toBe(expected);
  });

  it('keeps the other parameters', () => {
    expect(linkHeader(address, { page: 1, perPage: 2 }, 3)).toContain(
      '/repositories/1/issues?state=all&per_page=2&page=2>',
    );
  });
});
