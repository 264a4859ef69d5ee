import { describe, expect, it } from 'vitest';
import { AnnotationList, annotationPlace, MAX_ANNOTATIONS_PER_LEVEL } from './annotations.ts';

// Expected values follow ValidateLinesAndColumns in actions/runner src/Runner.Worker/ActionCommandManager.cs.
describe('annotationPlace', () => {
  it.each([
    { name: 'line and column', given: { line: '3', col: '5' }, place: { line: 3, col: 5 } },
    {
      name: 'a range in one line',
      given: { line: '3', endline: '3', col: '5', endcolumn: '9' },
      place: { line: 3, endLine: 3, col: 5, endColumn: 9 },
    },
    { name: 'an end line alone', given: { endline: '4' }, place: { line: 4, endLine: 4 } },
    { name: 'an end column alone', given: { line: '3', endcolumn: '9' }, place: { line: 3, col: 9, endColumn: 9 } },
    { name: 'columns without a line', given: { col: '5', endcolumn: '9' }, place: {} },
    {
      name: 'columns over several lines',
      given: { line: '3', endline: '4', col: '5' },
      place: { line: 3, endLine: 4 },
    },
    { name: 'an end before the start', given: { line: '5', endline: '4' }, place: {} },
    { name: 'an end column before the start', given: { line: '3', col: '9', endcolumn: '5' }, place: { line: 3 } },
    {
      name: 'a line that is not a number',
      given: { line: 'three', title: 'x', file: 'a.tf' },
      place: { title: 'x', file: 'a.tf' },
    },
  ])('takes $name', ({ given, place }) => {
    expect(annotationPlace(new Map(Object.entries(given)))).toEqual(place);
  });
});

it('a step keeps ten annotations of each level', () => {
  const list = new AnnotationList();
  for (let index = 0; index < 12; index += 1) list.add({ level: 'error', message: `error ${index}` });
  list.add({ level: 'warning', message: 'still room' });
  const errors = list.list().filter((annotation) => annotation.level === 'error');
  expect(errors).toHaveLength(MAX_ANNOTATIONS_PER_LEVEL);
  expect(errors.at(-1)?.message).toBe('error 9');
  expect(list.list()).toContainEqual({ level: 'warning', message: 'still room' });
});
