import type { CostComponent, CostReport } from '../src/index.ts';

/** Prints a report for golden tests: resources without cost in one line, the others with their components. */
export function costTable({ resources, monthlyCost, range, problems }: CostReport): string {
  const rows: string[][] = [];
  for (const resource of resources) {
    const { address, status, components, assumptions, unknowns } = resource;
    rows.push([status === 'priced' ? address : `${address} (${status})`]);
    let group: readonly string[] = [];
    for (const component of components) {
      for (const [depth, name] of component.group.entries()) {
        if (group[depth] !== name) rows.push([`${'  '.repeat(depth + 1)}${name}`]);
      }
      group = component.group;
      rows.push(componentRow(component));
    }
    if (resource.range !== null) rows.push([`  between ${resource.range.low} and ${resource.range.high}`]);
    for (const unknown of unknowns) rows.push([`  unknown: ${unknown}`]);
    if (assumptions.length > 0) {
      rows.push([`  assumed: ${assumptions.map(({ attribute, value }) => `${attribute} = ${value}`).join(', ')}`]);
    }
  }
  rows.push(
    [range === null ? 'total' : `total (from ${range.low})`, '', '', monthlyCost],
    ...problems.map((text) => [text]),
  );
  return `\n${aligned(rows)}\n`;
}

function componentRow({ group, name, monthlyQuantity, unit, unitPrice, monthlyCost, status, reason }: CostComponent) {
  const label = `${'  '.repeat(group.length + 1)}${name}`;
  if (status === 'unpriced') return [label, quantityText(monthlyQuantity, unit), `unpriced: ${reason}`];
  const quantity = status === 'usage-needed' ? `? ${unit}` : quantityText(monthlyQuantity, unit);
  return [label, quantity, unitPrice ?? '', monthlyCost ?? 'usage needed'];
}

function quantityText(quantity: string | null, unit: string): string {
  return quantity === null ? '' : `${quantity} ${unit}`;
}

/** Columns as wide as their cells; a row of one cell, and the last cell of each, can be longer. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, ...rows.filter((row) => row.length > column + 1).map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
