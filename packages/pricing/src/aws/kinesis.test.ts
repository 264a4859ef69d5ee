import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.kinesis.on-demand-hours 0.04
  aws.kinesis.on-demand-data-in 0.08
  aws.kinesis.on-demand-data-out 0.04
  aws.kinesis.on-demand-fan-out-data 0.05
  aws.kinesis.on-demand-extended-retention 0.1
  aws.kinesis.on-demand-long-term-retention 0.023
  aws.kinesis.shard-hours 0.015
  aws.kinesis.put-payload-units 0.000000014
  aws.kinesis.extended-retention-shard-hours 0.02
  aws.kinesis.long-term-retention 0.023
  aws.kinesis.long-term-retrieval 0.021
  aws.kinesis.fan-out-data 0.013
  aws.kinesis.fan-out-hours 0.015
`;

describe('aws_kinesis_stream', () => {
  it('is billed by data when it is on demand', () => {
    const configuration = `
      resource "aws_kinesis_stream" "idle" {
        stream_mode_details { stream_mode = "ON_DEMAND" }
        retention_period = 48
      }
      resource "aws_kinesis_stream" "used" {
        stream_mode_details { stream_mode = "ON_DEMAND" }
      }
    `;
    const usage =
      'resource_usage: { aws_kinesis_stream.used: { monthly_on_demand_data_in_gb: 250, monthly_on_demand_data_out_gb: 500, monthly_on_demand_efo_data_out_gb: 400, monthly_on_demand_extended_retention_gb: 200, monthly_on_demand_long_term_retention_gb: 1000 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_kinesis_stream.idle
        ON_DEMAND                              730 hours  0.04   29.2
        Data ingested                          ? GB       0.08   usage needed
        Data retrieval                         ? GB       0.04   usage needed
        Enhanced Fan Out (EFO) Data retrieval  ? GB       0.05   usage needed
        Extended retention (24H to 7D)         ? GB       0.1    usage needed
      aws_kinesis_stream.used
        ON_DEMAND                              730 hours  0.04   29.2
        Data ingested                          250 GB     0.08   20
        Data retrieval                         500 GB     0.04   20
        Enhanced Fan Out (EFO) Data retrieval  400 GB     0.05   20
        Extended retention (24H to 7D)         200 GB     0.1    20
        Long term retention (7D+)              1000 GB    0.023  23
      total                                                      161.4
      "
    `);
  });

  it('is billed by shards otherwise', () => {
    const configuration = `
      variable "mode" {}
      variable "shards" {}
      resource "aws_kinesis_stream" "plain" { shard_count = 2 }
      resource "aws_kinesis_stream" "kept_for_days" {
        shard_count      = 2
        retention_period = 72
      }
      resource "aws_kinesis_stream" "kept_for_weeks" {
        shard_count      = 2
        retention_period = 720
      }
      resource "aws_kinesis_stream" "used" {
        shard_count = 1
        stream_mode_details { stream_mode = "PROVISIONED" }
      }
      resource "aws_kinesis_stream" "unknown_count" { shard_count = var.shards }
      resource "aws_kinesis_stream" "unknown_mode" {
        shard_count = 1
        stream_mode_details { stream_mode = var.mode }
      }
    `;
    const usage = `
resource_usage:
  aws_kinesis_stream.used: { monthly_provisioned_put_units: 1000000000, monthly_provisioned_extended_retention_gb: 100, monthly_provisioned_long_term_retention_gb: 100, monthly_provisioned_long_term_retrieval_gb: 100, monthly_provisioned_efo_data_out_gb: 100, monthly_provisioned_efo_consumer_hours: 100 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_kinesis_stream.plain
        PROVISIONED                            1460 hours               0.015        21.9
        Put request unit                       ? units                  0.000000014  usage needed
        Enhanced Fan Out (EFO) Data retrieval  ? GB                     0.013        usage needed
      aws_kinesis_stream.kept_for_days
        PROVISIONED                            1460 hours               0.015        21.9
        Put request unit                       ? units                  0.000000014  usage needed
        Extended retention (24H to 7D)         1460 hours               0.02         29.2
        Enhanced Fan Out (EFO) Data retrieval  ? GB                     0.013        usage needed
      aws_kinesis_stream.kept_for_weeks
        PROVISIONED                            1460 hours               0.015        21.9
        Put request unit                       ? units                  0.000000014  usage needed
        Extended retention (24H to 7D)         1460 hours               0.02         29.2
        Long term retention (7D+)              ? GB                     0.023        usage needed
        Extended retention retrieval (7D+)     ? GB                     0.021        usage needed
        Enhanced Fan Out (EFO) Data retrieval  ? GB                     0.013        usage needed
      aws_kinesis_stream.used
        PROVISIONED                            730 hours                0.015        10.95
        Put request unit                       1000000000 units         0.000000014  14
        Extended retention (24H to 7D)         100 hours                0.02         2
        Long term retention (7D+)              100 GB                   0.023        2.3
        Extended retention retrieval (7D+)     100 GB                   0.021        2.1
        Enhanced Fan Out (EFO) Data retrieval  100 GB                   0.013        1.3
        Enhanced Fan Out (EFO)                 100 consumer-shard hour  0.015        1.5
      aws_kinesis_stream.unknown_count (unpriced)
        PROVISIONED                                                     unpriced: \`shard_count\`: variable shards has no value
        Put request unit                       ? units                  0.000000014  usage needed
        Enhanced Fan Out (EFO) Data retrieval  ? GB                     0.013        usage needed
      aws_kinesis_stream.unknown_mode
        ON_DEMAND                              730 hours                0.04         29.2
        Data ingested                          ? GB                     0.08         usage needed
        Data retrieval                         ? GB                     0.04         usage needed
        Enhanced Fan Out (EFO) Data retrieval  ? GB                     0.05         usage needed
        between 10.95 and 29.2
        unknown: \`stream_mode_details[0].stream_mode\`: variable mode has no value
      total (from 169.2)                                                             187.45
      "
    `);
  });
});

it('aws_kinesis_stream_consumer is billed by the shards of its stream', () => {
  const configuration = `
    resource "aws_kinesis_stream" "shards" { shard_count = 3 }
    resource "aws_kinesis_stream" "on_demand" {
      stream_mode_details { stream_mode = "ON_DEMAND" }
    }
    resource "aws_kinesis_stream_consumer" "shards" {
      name       = "a"
      stream_arn = aws_kinesis_stream.shards.arn
    }
    resource "aws_kinesis_stream_consumer" "on_demand" {
      name       = "b"
      stream_arn = aws_kinesis_stream.on_demand.arn
    }
    resource "aws_kinesis_stream_consumer" "elsewhere" {
      name       = "c"
      stream_arn = "arn:aws:kinesis:us-east-1:123456789012:stream/other"
    }
  `;
  const usage = `
resource_usage:
  aws_kinesis_stream.shards: { monthly_provisioned_put_units: 0, monthly_provisioned_efo_data_out_gb: 0 }
  aws_kinesis_stream.on_demand: { monthly_on_demand_data_in_gb: 0, monthly_on_demand_data_out_gb: 0, monthly_on_demand_efo_data_out_gb: 0 }
  aws_kinesis_stream_consumer.shards: { monthly_data_retrieved_gb: 100 }
  aws_kinesis_stream_consumer.on_demand: { monthly_data_retrieved_gb: 100 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_kinesis_stream.shards
      PROVISIONED                            2190 hours                0.015  32.85
    aws_kinesis_stream.on_demand
      ON_DEMAND                              730 hours                 0.04   29.2
    aws_kinesis_stream_consumer.shards
      Enhanced Fan Out (EFO)                 2190 consumer-shard hour  0.015  32.85
      Enhanced Fan Out (EFO) Data retrieval  100 GB                    0.013  1.3
    aws_kinesis_stream_consumer.on_demand
      Enhanced Fan Out (EFO) Data retrieval  100 GB                    0.05   5
    aws_kinesis_stream_consumer.elsewhere (unpriced)
      Enhanced Fan Out (EFO)                                           unpriced: the stream is not in this configuration
    total                                                                     101.2
    "
  `);
});
