import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.states.transitions 0.000025
  aws.states.express-requests 0.000001
  aws.states.express-duration 0.00001667;3600000:0.00000833;18000000:0.00000456
`;

it('aws_sfn_state_machine is billed by transitions, or by requests and memory over time', () => {
  const configuration = `
    variable "type" {}
    resource "aws_sfn_state_machine" "standard" { definition = "{}" }
    resource "aws_sfn_state_machine" "express" { type = "EXPRESS" }
    resource "aws_sfn_state_machine" "large" { type = "EXPRESS" }
    resource "aws_sfn_state_machine" "idle" { type = "EXPRESS" }
    resource "aws_sfn_state_machine" "unknown" { type = var.type }
  `;
  const usage = `
resource_usage:
  aws_sfn_state_machine.standard: { monthly_transitions: 10000 }
  aws_sfn_state_machine.express: { monthly_requests: 100000, workflow_duration_ms: 123, memory_mb: 0 }
  aws_sfn_state_machine.large: { monthly_requests: 10000000, workflow_duration_ms: 800, memory_mb: 512 }
  aws_sfn_state_machine.unknown: { monthly_transitions: 10000, monthly_requests: 100000, workflow_duration_ms: 100, memory_mb: 64 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_sfn_state_machine.standard
      Transitions             10 1K transitions          0.025     0.25
      assumed: type = STANDARD
    aws_sfn_state_machine.express
      Requests                0.1 1M requests            1         0.1
      Duration (first 1K)     0.347222222222 GB-hours    0.060012  0.0208375
    aws_sfn_state_machine.large
      Requests                10 1M requests             1         10
      Duration (first 1K)     1000 GB-hours              0.060012  60.012
      Duration (next 4K)      111.111111111111 GB-hours  0.029988  3.332
    aws_sfn_state_machine.idle
      Requests                ? 1M requests              1         usage needed
      Duration (first 1K)     ? GB-hours                 0.060012  usage needed
    aws_sfn_state_machine.unknown
      Transitions             10 1K transitions          0.025     0.25
      between 0.11041875 and 0.25
      unknown: \`type\`: variable type has no value
    total (from 73.82525625)                                       73.9648375
    "
  `);
});
