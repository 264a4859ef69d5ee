import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.kinesisfirehose.data-ingested 0.029;512000:0.025;2048000:0.02
  aws.kinesisfirehose.data-ingested-msk 0.055;512000:0.047;2048000:0.04
  aws.kinesisfirehose.data-to-iceberg 0.075;256000:0.064
  aws.kinesisfirehose.format-conversion 0.018
  aws.kinesisfirehose.vpc-data 0.01
  aws.kinesisfirehose.vpc-hours 0.01
  aws.kinesisfirehose.dynamic-partitioning-data 0.02
  aws.kinesisfirehose.dynamic-partitioning-objects 0.000005
  aws.kinesisfirehose.jq-hours 0.07
`;

it('aws_kinesis_firehose_delivery_stream is billed by data and by what is done with it', () => {
  const configuration = `
    variable "enabled" {}
    variable "convert" {}
    resource "aws_kinesis_firehose_delivery_stream" "idle" { destination = "http_endpoint" }
    resource "aws_kinesis_firehose_delivery_stream" "large" { destination = "redshift" }
    resource "aws_kinesis_firehose_delivery_stream" "prepared" {
      destination = "extended_s3"
      extended_s3_configuration {
        data_format_conversion_configuration {}
        dynamic_partitioning_configuration { enabled = true }
      }
    }
    resource "aws_kinesis_firehose_delivery_stream" "not_converted" {
      destination = "extended_s3"
      extended_s3_configuration {
        data_format_conversion_configuration { enabled = false }
      }
    }
    resource "aws_kinesis_firehose_delivery_stream" "searched" {
      destination = "opensearch"
      opensearch_configuration {
        vpc_config { subnet_ids = ["subnet-1", "subnet-2"] }
      }
    }
    resource "aws_kinesis_firehose_delivery_stream" "kafka" {
      destination = "extended_s3"
      msk_source_configuration { topic_name = "t" }
    }
    resource "aws_kinesis_firehose_delivery_stream" "iceberg" { destination = "iceberg" }
    resource "aws_kinesis_firehose_delivery_stream" "snowflake" { destination = "snowflake" }
    resource "aws_kinesis_firehose_delivery_stream" "unknown" {
      destination = "extended_s3"
      extended_s3_configuration {
        data_format_conversion_configuration { enabled = var.convert }
      }
    }
  `;
  const usage = `
resource_usage:
  aws_kinesis_firehose_delivery_stream.large: { monthly_data_ingested_gb: 3000000 }
  aws_kinesis_firehose_delivery_stream.prepared: { monthly_data_ingested_gb: 100, monthly_partitioned_objects: 10000, monthly_jq_processing_hours: 70 }
  aws_kinesis_firehose_delivery_stream.not_converted: { monthly_data_ingested_gb: 100 }
  aws_kinesis_firehose_delivery_stream.searched: { monthly_data_ingested_gb: 100 }
  aws_kinesis_firehose_delivery_stream.kafka: { monthly_data_ingested_gb: 100 }
  aws_kinesis_firehose_delivery_stream.iceberg: { monthly_data_ingested_gb: 100 }
  aws_kinesis_firehose_delivery_stream.snowflake: { monthly_data_ingested_gb: 100 }
  aws_kinesis_firehose_delivery_stream.unknown: { monthly_data_ingested_gb: 100 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_kinesis_firehose_delivery_stream.idle
      Data ingested (first 500TB)           ? GB           0.029  usage needed
    aws_kinesis_firehose_delivery_stream.large
      Data ingested (first 500TB)           512000 GB      0.029  14848
      Data ingested (next 1.5PB)            1536000 GB     0.025  38400
      Data ingested (over 2PB)              952000 GB      0.02   19040
    aws_kinesis_firehose_delivery_stream.prepared
      Data ingested (first 500TB)           100 GB         0.029  2.9
      Format conversion                     100 GB         0.018  1.8
      Dynamic partitioning                  100 GB         0.02   2
      Dynamic partitioning (objects)        10 1k objects  0.005  0.05
      Dynamic partitioning (JQ processing)  70 hours       0.07   4.9
    aws_kinesis_firehose_delivery_stream.not_converted
      Data ingested (first 500TB)           100 GB         0.029  2.9
    aws_kinesis_firehose_delivery_stream.searched
      Data ingested (first 500TB)           100 GB         0.029  2.9
      VPC data                              100 GB         0.01   1
      VPC AZ delivery                       1460 hours     0.01   14.6
    aws_kinesis_firehose_delivery_stream.kafka
      Data ingested (first 500TB)           100 GB         0.055  5.5
    aws_kinesis_firehose_delivery_stream.iceberg
      Data ingested (first 250TB)           100 GB         0.075  7.5
    aws_kinesis_firehose_delivery_stream.snowflake (unpriced)
      Data ingested                         100 GB         unpriced: no price for aws.kinesisfirehose.data-to-snowflake
    aws_kinesis_firehose_delivery_stream.unknown
      Data ingested (first 500TB)           100 GB         0.029  2.9
      Format conversion                     100 GB         0.018  1.8
      between 2.9 and 4.7
      unknown: \`extended_s3_configuration[0].data_format_conversion_configuration[0].enabled\`: variable convert has no value
    total (from 72336.95)                                         72338.75
    "
  `);
});
