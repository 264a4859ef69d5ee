import type { ResourceUsage } from '../usage/resource-usage.ts';

/** A reserved instance or node, as usage tells it. */
export interface Reservation {
  /** `1_year` or `3_year`. */
  readonly term: string;
  /** `no_upfront`, `partial_upfront` or `all_upfront`. */
  readonly paymentOption: string;
  /** Whether all was paid at once, so that its hours cost nothing. */
  readonly isPaid: boolean;
}

/** The reservation of databases and caches; undefined for what is paid on demand. What was paid upfront is no monthly cost. */
export function reservationOf(usage: ResourceUsage): Reservation | undefined {
  const term = usage.text('reserved_instance_term');
  if (term === undefined) return undefined;
  const paymentOption = usage.text('reserved_instance_payment_option') ?? 'no_upfront';
  return { term, paymentOption, isPaid: paymentOption === 'all_upfront' };
}
