import { amountFact, type Facts } from '../facts/table.ts';
import { type Amount, amount, roundUp } from '../money/amount.ts';
import type { ResourceUsage } from '../usage/resource-usage.ts';

/**
 * The requests that messages are billed as: every 64 KB of one that begin count. Usage that does not tell the size of a message
 * means messages of one chunk.
 */
export function billedRequests(usage: ResourceUsage, facts: Facts): Amount | undefined {
  const chunk = amountFact(facts, 'aws/amounts', 'message-chunk-kb');
  const size = usage.number('request_size_kb') ?? chunk;
  return usage.number('monthly_requests')?.times(size.gt(0) ? roundUp(size.div(chunk)) : amount(1));
}
