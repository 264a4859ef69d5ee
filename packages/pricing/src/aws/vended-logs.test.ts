import { expect, it } from 'vitest';
import { estimate, estimateTable } from '../../test/estimate.ts';
import { vendedLogsModels } from './vended-logs.ts';

const prices = `
  aws.cloudwatch.vended-logs 0.5;10240:0.25
  aws.cloudwatch.vended-logs-infrequent-access 0.25
  aws.cloudwatch.vended-logs-parquet 0.03
  aws.cloudwatch.vended-logs-s3 0.25;10240:0.15
  aws.cloudwatch.vended-logs-firehose 0.25;10240:0.15
`;

it('logs of networks are billed by data and where it goes', () => {
  const configuration = `
    variable "any" {}
    resource "aws_flow_log" "default" {}
    resource "aws_flow_log" "bucket" { log_destination_type = "s3" }
    resource "aws_flow_log" "unknown" { log_destination_type = var.any }
    resource "aws_kinesis_firehose_delivery_stream" "logs" { destination = "extended_s3" }
    resource "aws_route53_resolver_query_log_config" "stream" {
      destination_arn = aws_kinesis_firehose_delivery_stream.logs.arn
    }
    resource "aws_route53_resolver_query_log_config" "group" {
      destination_arn = "arn:aws:logs:us-east-1:123456789012:log-group:queries"
    }
    resource "aws_route53_resolver_query_log_config" "unknown" { destination_arn = var.any }
  `;
  const usage = `
resource_usage:
  aws_flow_log.default: { monthly_data_ingested_gb: 100 }
  aws_flow_log.bucket: { monthly_data_ingested_gb: 20480 }
  aws_flow_log.unknown: { monthly_data_ingested_gb: 100 }
`;
  expect(estimateTable(configuration, { prices, usage, models: vendedLogsModels })).toMatchInlineSnapshot(`
    "
    aws_flow_log.default
      Log data to CloudWatch Logs (first 10TB)  100 GB    0.5   50
      assumed: log_destination_type = cloud-watch-logs
    aws_flow_log.bucket
      Log data to S3 (first 10TB)               10240 GB  0.25  2560
      Log data to S3 (over 10TB)                10240 GB  0.15  1536
    aws_flow_log.unknown
      Log data to CloudWatch Logs (first 10TB)  100 GB    0.5   50
      between 25 and 50
      unknown: \`log_destination_type\`: variable any has no value
    aws_kinesis_firehose_delivery_stream.logs (unsupported)
    aws_route53_resolver_query_log_config.stream
      Log data to Firehose (first 10TB)         ? GB      0.25  usage needed
    aws_route53_resolver_query_log_config.group
      Log data to CloudWatch Logs (first 10TB)  ? GB      0.5   usage needed
    aws_route53_resolver_query_log_config.unknown (unpriced)
      Log data                                            unpriced: \`destination_arn\`: variable any has no value
    total (from 4171)                                           4196
    "
  `);
});

const group = (logClass: string) => `
  resource "aws_cloudwatch_log_group" "flows" { log_group_class = "${logClass}" }
  resource "aws_flow_log" "flows" { log_destination = aws_cloudwatch_log_group.flows.arn }
`;

it.each([
  ['text in S3: 100 × 0.25', 'resource "aws_flow_log" "flows" { log_destination_type = "s3" }', '25'],
  [
    'Parquet in S3: 100 × (0.25 + 0.03)',
    `resource "aws_flow_log" "flows" {
      log_destination_type = "s3"
      destination_options { file_format = "parquet" }
    }`,
    '28',
  ],
  ['a log group of the standard class: 100 × 0.5', group('STANDARD'), '50'],
  ['a log group that is rarely read: 100 × 0.25', group('INFREQUENT_ACCESS'), '25'],
])('flow logs of 100 GB as %s', (_, configuration, cost) => {
  const usage = 'resource_usage: { aws_flow_log.flows: { monthly_data_ingested_gb: 100 } }';
  expect(estimate(configuration, { prices, usage, models: vendedLogsModels }).monthlyCost).toBe(cost);
});
