import type { CostModel } from '../model.ts';
import { billedRequests } from './message-chunks.ts';

/** `aws_sqs_queue`: requests, of which every 64 KB count as one. The first million a month is free for an account and not taken off. */
const queue: CostModel = {
  types: ['aws_sqs_queue'],
  bill(resource, bill) {
    bill.line('Requests', () => ({
      unit: '1M requests',
      rate: resource.flag('fifo_queue') ? 'aws.sqs.requests-fifo' : 'aws.sqs.requests-standard',
      quantity: billedRequests(resource.usage, resource.facts),
      per: 1_000_000,
      usageBased: true,
      // What nearly all queues stay within has no tier in its name.
      tierNamed: ({ start }) => (start.eq(0) ? 'Requests' : `Requests (over ${start.div(1e9).toFixed()}B)`),
    }));
  },
};

export const sqsModels: readonly CostModel[] = [queue];
