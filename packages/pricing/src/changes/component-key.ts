import type { CostComponent } from '../estimate/cost-report.ts';

/** What tells a line of a bill from the other ones of it: where it belongs, its name and its unit. */
export function componentKey({ group, name, unit }: Pick<CostComponent, 'group' | 'name' | 'unit'>): string {
  return JSON.stringify([...group, name, unit]);
}
