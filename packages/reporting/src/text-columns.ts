import type { Column } from '@tollgate/policy-engine';
import stringWidth from 'string-width';

/**
 * Sets the cells of rows below each other, by their width on a screen, with two blanks between; nothing follows the last cell.
 * Columns without an alignment stand at the left.
 */
export function textColumns(
  rows: readonly (readonly string[])[],
  alignments: readonly Column['align'][] = [],
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, stringWidth(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0, alignments[index]))
      .join('  ')
      .trimEnd(),
  );
}

function pad(cell: string, width: number, align: Column['align'] = 'left'): string {
  const blanks = ' '.repeat(width - stringWidth(cell));
  return align === 'right' ? blanks + cell : cell + blanks;
}
