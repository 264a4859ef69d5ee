import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.kinesisanalytics.kpu-sql 0.127
  aws.kinesisanalytics.kpu-flink 0.11
  aws.kinesisanalytics.kpu-studio 0.12
  aws.kinesisanalytics.running-storage 0.1
  aws.kinesisanalytics.running-storage-studio 0.1
  aws.kinesisanalytics.backup 0.023
`;

it('applications are billed by processing units, storage and backups', () => {
  const configuration = `
    variable "runtime" {}
    resource "aws_kinesis_analytics_application" "sql" { name = "a" }
    resource "aws_kinesis_analytics_application" "idle" { name = "b" }
    resource "aws_kinesisanalyticsv2_application" "sql" { runtime_environment = "SQL-1_0" }
    resource "aws_kinesisanalyticsv2_application" "flink" { runtime_environment = "FLINK-1_18" }
    resource "aws_kinesisanalyticsv2_application" "studio" { runtime_environment = "ZEPPELIN-FLINK-3_0" }
    resource "aws_kinesisanalyticsv2_application" "parallel" {
      runtime_environment = "FLINK-1_18"
      application_configuration {
        flink_application_configuration {
          parallelism_configuration {
            configuration_type  = "CUSTOM"
            parallelism         = 10
            parallelism_per_kpu = 4
          }
        }
      }
    }
    resource "aws_kinesisanalyticsv2_application" "unknown" { runtime_environment = var.runtime }
    resource "aws_kinesisanalyticsv2_application_snapshot" "backup" {
      application_name = "a"
      snapshot_name    = "b"
    }
  `;
  const usage = `
resource_usage:
  aws_kinesis_analytics_application.sql: { kinesis_processing_units: 10 }
  aws_kinesisanalyticsv2_application.sql: { kinesis_processing_units: 10, durable_application_backup_gb: 100 }
  aws_kinesisanalyticsv2_application.flink: { kinesis_processing_units: 10, durable_application_backup_gb: 100 }
  aws_kinesisanalyticsv2_application.studio: { kinesis_processing_units: 4, durable_application_backup_gb: 0 }
  aws_kinesisanalyticsv2_application_snapshot.backup: { durable_application_backup_gb: 100 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_kinesis_analytics_application.sql
      Processing (stream)         10 KPU  92.71  927.1
    aws_kinesis_analytics_application.idle
      Processing (stream)         ? KPU   92.71  usage needed
    aws_kinesisanalyticsv2_application.sql
      Processing (stream)         10 KPU  92.71  927.1
    aws_kinesisanalyticsv2_application.flink
      Processing (stream)         10 KPU  80.3   803
      Processing (orchestration)  1 KPU   80.3   80.3
      Running storage             500 GB  0.1    50
      Backup                      100 GB  0.023  2.3
    aws_kinesisanalyticsv2_application.studio
      Processing (stream)         4 KPU   87.6   350.4
      Processing (orchestration)  2 KPU   87.6   175.2
      Running storage             200 GB  0.1    20
    aws_kinesisanalyticsv2_application.parallel
      Processing (stream)         3 KPU   80.3   240.9
      Processing (orchestration)  1 KPU   80.3   80.3
      Running storage             150 GB  0.1    15
      Backup                      ? GB    0.023  usage needed
    aws_kinesisanalyticsv2_application.unknown (unpriced)
      Processing (stream)                 unpriced: \`runtime_environment\`: variable runtime has no value
    aws_kinesisanalyticsv2_application_snapshot.backup
      Backup                      100 GB  0.023  2.3
    total                                        3673.9
    "
  `);
});
