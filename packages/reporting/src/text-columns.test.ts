import { expect, it } from 'vitest';
import { textColumns } from './text-columns.ts';

it('sets cells below each other by their width on a screen', () => {
  expect(
    textColumns([
      ['Env', 'prod', 'x'],
      ['所有者', 'a'],
      ['', '', 'y'],
    ]),
  ).toEqual(['Env     prod  x', '所有者  a', '              y']);
});
