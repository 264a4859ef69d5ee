import { expect, it } from 'vitest';
import { htmlComments, htmlReferences } from './html.ts';

it.each([
  ['<!-- one --><!--two-->', ['one', 'two']],
  ['<p>none</p>', []],
  ['<!-- over\nlines -->', ['over\nlines']],
])('the comments of %j', (html, comments) => {
  expect(htmlComments(html)).toEqual(comments);
});

it.each([
  [`<a href="a.md" id='x'>`, ['a.md'], ['x']],
  ['<source srcset="dark.svg 1x, big.svg 2x"><img SRC="light.svg">', ['dark.svg', 'big.svg', 'light.svg'], []],
  ['<!-- <img src="old.svg"> --><a name="y"></a>', [], ['y']],
  ['<p data-src="no">', [], []],
])('the references of %j', (html, targets, names) => {
  expect(htmlReferences(html)).toEqual({ targets, names });
});
