import type { Chart } from '@tollgate/policy-engine';
import { visible } from '../visible.ts';

/** What stands for an amount that is not known. */
export const notKnown = 'not known';

/** What a chart shows, with its unit. */
export function chartTitle({ title, unit }: Chart): string {
  return visible(`${title}, ${unit}`);
}

/** Says how many categories a chart leaves out. */
export function leftOutText(count: number): string {
  return `and ${count.toLocaleString('en-US')} more, not drawn`;
}
