import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_sqs_queue is billed by requests of 64 KB', () => {
  const configuration = `
    variable "fifo" {}
    resource "aws_sqs_queue" "idle" {}
    resource "aws_sqs_queue" "used" {}
    resource "aws_sqs_queue" "large" {}
    resource "aws_sqs_queue" "ordered" { fifo_queue = true }
    resource "aws_sqs_queue" "unknown" { fifo_queue = var.fifo }
  `;
  const prices = `
    aws.sqs.requests-standard 0.0000004;100000000000:0.0000003;200000000000:0.00000024
    aws.sqs.requests-fifo 0.0000005
  `;
  const usage = `
resource_usage:
  aws_sqs_queue.used: { monthly_requests: 1000000, request_size_kb: 65 }
  aws_sqs_queue.large: { monthly_requests: 250000000000 }
  aws_sqs_queue.ordered: { monthly_requests: 1000000 }
  aws_sqs_queue.unknown: { monthly_requests: 1000000 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_sqs_queue.idle
      Requests              ? 1M requests       0.4   usage needed
    aws_sqs_queue.used
      Requests              2 1M requests       0.4   0.8
    aws_sqs_queue.large
      Requests              100000 1M requests  0.4   40000
      Requests (over 100B)  100000 1M requests  0.3   30000
      Requests (over 200B)  50000 1M requests   0.24  12000
    aws_sqs_queue.ordered
      Requests              1 1M requests       0.5   0.5
    aws_sqs_queue.unknown
      Requests              1 1M requests       0.5   0.5
      between 0.4 and 0.5
      unknown: \`fifo_queue\`: variable fifo has no value
    total (from 82001.7)                              82001.8
    "
  `);
});
