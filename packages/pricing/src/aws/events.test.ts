import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.events.custom 0.000001
  aws.events.partner 0.000001
  aws.events.discovery 0.0000001
  aws.events.archive-processing 0.1
  aws.events.archive-storage 0.023
  aws.events.api-destination-invocations 0.0000002
  aws.events.pipe-requests 0.0000004
  aws.events.scheduled-invocations 0;14000000:0.000001
`;

it('buses, destinations, pipes and schedules are billed by usage', () => {
  const configuration = `
    variable "state" {}
    resource "aws_cloudwatch_event_bus" "idle" { name = "idle" }
    resource "aws_cloudwatch_event_bus" "used" { name = "used" }
    resource "aws_cloudwatch_event_api_destination" "used" { name = "used" }
    resource "aws_pipes_pipe" "used" { name = "used" }
    resource "aws_pipes_pipe" "stopped" { desired_state = "STOPPED" }
    resource "aws_pipes_pipe" "unknown" { desired_state = var.state }
    resource "aws_scheduler_schedule" "used" { name = "used" }
    resource "aws_scheduler_schedule" "disabled" { state = "DISABLED" }
  `;
  const usage = `
resource_usage:
  aws_cloudwatch_event_bus.used: { monthly_custom_events: 1000000, monthly_third_party_events: 2000000, monthly_archive_processing_gb: 100, archive_storage_gb: 200, monthly_schema_discovery_events: 1000000 }
  aws_cloudwatch_event_api_destination.used: { monthly_invocations: 5000000 }
  aws_pipes_pipe.used: { monthly_requests: 1000000, request_size_kb: 128 }
  aws_scheduler_schedule.used: { monthly_invocations: 2000000 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_cloudwatch_event_bus.idle
      Custom events published       ? 1M events       1      usage needed
      Third-party events published  ? 1M events       1      usage needed
      Archive processing            ? GB              0.1    usage needed
      Archive storage               ? GB              0.023  usage needed
      Schema discovery              ? 1M events       0.1    usage needed
    aws_cloudwatch_event_bus.used
      Custom events published       1 1M events       1      1
      Third-party events published  2 1M events       1      2
      Archive processing            100 GB            0.1    10
      Archive storage               200 GB            0.023  4.6
      Schema discovery              1 1M events       0.1    0.1
    aws_cloudwatch_event_api_destination.used
      Invocations                   5 1M invocations  0.2    1
    aws_pipes_pipe.used
      Requests                      2 1M requests     0.4    0.8
    aws_pipes_pipe.stopped (free)
    aws_pipes_pipe.unknown (unpriced)
      Requests                                        unpriced: \`desired_state\`: variable state has no value
    aws_scheduler_schedule.used
      Invocations                   2 1M invocations  1      2
    aws_scheduler_schedule.disabled (free)
    total                                                    21.5
    "
  `);
});
