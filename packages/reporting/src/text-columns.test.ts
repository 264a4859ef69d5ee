import { describe, expect, it } from 'vitest';
import { textColumns } from './text-columns.ts';

describe('cells of text', () => {
  it('stand below each other by their width on a screen', () => {
    expect(
      textColumns([
        ['Env', 'prod', 'x'],
        ['所有者', 'a'],
        ['', '', 'y'],
      ]),
    ).toEqual(['Env     prod  x', '所有者  a', '              y']);
  });

  it('stand at the right where they are told to', () => {
    const rows = [
      ['name', '$5.00', 'a'],
      ['x', '$1,000.00', 'b'],
    ];
    expect(textColumns(rows, ['left', 'right'])).toEqual(['name      $5.00  a', 'x     $1,000.00  b']);
  });
});
