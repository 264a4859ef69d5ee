import { expect, it } from 'vitest';
import { anchorsOf } from './anchors.ts';

it.each([
  ['Tag policy', 'tag-policy'],
  ['What it does not know: unpriced, unknown', 'what-it-does-not-know-unpriced-unknown'],
  ['tollgate eval [DIR|PLAN]', 'tollgate-eval-dirplan'],
  ['a_b & c', 'a_b--c'],
  ['Über Größe 2', 'über-größe-2'],
  ['--format json', '--format-json'],
])('the heading %j has the name %j', (heading, name) => {
  expect(anchorsOf([heading])).toEqual([name]);
});

it('numbers the names that repeat', () => {
  expect(anchorsOf(['Use', 'Use', 'Inputs', 'use'])).toEqual(['use', 'use-1', 'inputs', 'use-2']);
});
