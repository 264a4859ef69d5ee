import stringWidth from 'string-width';

/** Sets the cells of rows below each other, by their width on a screen, with two blanks between; nothing follows the last cell. */
export function textColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, stringWidth(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, index) => `${cell}${' '.repeat((widths[index] ?? 0) - stringWidth(cell))}`)
      .join('  ')
      .trimEnd(),
  );
}
