import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.rds.aurora-instance Aurora MySQL,db.r6g.large 0.26
  aws.rds.aurora-instance Aurora PostgreSQL,db.t3.medium 0.082
  aws.rds.aurora-instance-io-optimized Aurora PostgreSQL,db.r6g.large 0.338
  aws.rds.aurora-serverless Aurora PostgreSQL 0.06
  aws.rds.aurora-serverless-v2 Aurora MySQL 0.12
  aws.rds.aurora-serverless-v2-io-optimized Aurora PostgreSQL 0.16
  aws.rds.aurora-storage 0.1
  aws.rds.aurora-storage-io-optimized 0.225
  aws.rds.aurora-requests 0.0000002
  aws.rds.aurora-backup-storage 0.021
  aws.rds.aurora-backtrack 0.000000012
  aws.rds.aurora-snapshot-export 0.01
  aws.rds.cpu-credits Aurora PostgreSQL,t3 0.09
  aws.rds.extended-support-year-1 5.7 0.1
  aws.rds.extended-support-year-1 12 0.1
  aws.rds.insights-first-month 1.5
  aws.rds.insights-next-month 0.0631
  aws.rds.insights-serverless-first-month 0.375
  aws.rds.insights-serverless-next-month 0.0158
  aws.rds.insights-requests 0.00001
  aws.rds.instance-reserved Aurora MySQL,1_year,no_upfront,Single-AZ,db.r6g.large 0.17
  aws.rds.instance-readable-standbys MySQL,db.m6gd.large 0.522
  aws.rds.storage-readable-standbys Provisioned IOPS 0.375
  aws.rds.iops-readable-standbys 0.3
  aws.rds.backup-storage 0.095
  aws.rds.snapshot-export 0.01
`;

describe('aws_rds_cluster', () => {
  it('is billed for storage, requests and backups, which usage tells', () => {
    const configuration = `
      resource "aws_rds_cluster" "silent" { engine = "aurora-postgresql" }
      resource "aws_rds_cluster" "used" {
        engine                  = "aurora-mysql"
        backup_retention_period = 5
        backtrack_window        = 86400
      }
      resource "aws_rds_cluster" "io-optimized" {
        engine       = "aurora-postgresql"
        storage_type = "aurora-iopt1"
      }
      resource "aws_rds_cluster" "serverless" {
        engine      = "aurora-postgresql"
        engine_mode = "serverless"
      }
    `;
    const usage = `
resource_type_default_usage:
  aws_rds_cluster: { storage_gb: 100, read_requests_per_sec: 10, write_requests_per_sec: 10 }
resource_usage:
  aws_rds_cluster.used: { backup_snapshot_size_gb: 100, average_statements_per_hr: 10000, change_records_per_statement: 0.5, snapshot_export_size_gb: 200 }
  aws_rds_cluster.serverless: { capacity_units_per_hr: 2 }`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_rds_cluster.silent
        Storage                  100 GB                  0.1    10
        I/O requests             52.56 1M requests       0.2    10.512
        Snapshot export          ? GB                    0.01   usage needed
        assumed: backup_retention_period = 1
      aws_rds_cluster.used
        Storage                  100 GB                  0.1    10
        I/O requests             52.56 1M requests       0.2    10.512
        Backup storage           400 GB                  0.021  8.4
        Backtrack                87.6 1M change-records  0.012  1.0512
        Snapshot export          200 GB                  0.01   2
      aws_rds_cluster.io-optimized
        Storage (I/O-optimized)  100 GB                  0.225  22.5
        Snapshot export          ? GB                    0.01   usage needed
        assumed: backup_retention_period = 1
      aws_rds_cluster.serverless
        Aurora serverless        1460 ACU-hours          0.06   87.6
        Storage                  100 GB                  0.1    10
        I/O requests             52.56 1M requests       0.2    10.512
        Snapshot export          ? GB                    0.01   usage needed
        assumed: backup_retention_period = 1
      total                                                     183.0872
      "
    `);
  });

  it('has three instances in itself when it is a Multi-AZ cluster', () => {
    const configuration = `
      resource "aws_rds_cluster" "standbys" {
        engine                    = "mysql"
        db_cluster_instance_class = "db.m6gd.large"
        storage_type              = "io1"
        allocated_storage         = 100
        iops                      = 1000
        backup_retention_period   = 3
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_rds_cluster.standbys
        Database cluster (on-demand, three instances, db.m6gd.large)  730 hours  0.522  381.06
        Storage (provisioned IOPS SSD, io1)                           100 GB     0.375  37.5
        Provisioned IOPS                                              1000 IOPS  0.3    300
        Backup storage                                                ? GB       0.095  usage needed
        Snapshot export                                               ? GB       0.01   usage needed
      total                                                                             718.56
      "
    `);
  });
});

describe('aws_rds_cluster_instance', () => {
  it('is billed by its class and the storage of its cluster', () => {
    const configuration = `
      resource "aws_rds_cluster" "io" {
        engine       = "aurora-postgresql"
        storage_type = "aurora-iopt1"
      }
      resource "aws_rds_cluster_instance" "plain" {
        cluster_identifier = "other"
        engine             = "aurora-mysql"
        instance_class     = "db.r6g.large"
      }
      resource "aws_rds_cluster_instance" "io" {
        cluster_identifier = aws_rds_cluster.io.id
        instance_class     = "db.r6g.large"
      }
      resource "aws_rds_cluster_instance" "burstable" {
        cluster_identifier = "other"
        engine             = "aurora-postgresql"
        instance_class     = "db.t3.medium"
      }
      resource "aws_rds_cluster_instance" "reserved" {
        cluster_identifier = "other"
        engine             = "aurora-mysql"
        instance_class     = "db.r6g.large"
      }
    `;
    const usage = `resource_usage:
      aws_rds_cluster_instance.burstable: { monthly_cpu_credit_hrs: 24 }
      aws_rds_cluster_instance.reserved: { reserved_instance_term: 1_year, reserved_instance_payment_option: no_upfront }`;
    const table = estimateTable(configuration, { prices, usage });
    expect(table.slice(table.indexOf('aws_rds_cluster_instance'))).toMatchInlineSnapshot(`
      "aws_rds_cluster_instance.plain
        Database instance (on-demand, db.r6g.large)  730 hours      0.26   189.8
      aws_rds_cluster_instance.io
        Database instance (on-demand, db.r6g.large)  730 hours      0.338  246.74
      aws_rds_cluster_instance.burstable
        Database instance (on-demand, db.t3.medium)  730 hours      0.082  59.86
        CPU credits                                  48 vCPU-hours  0.09   4.32
      aws_rds_cluster_instance.reserved
        Database instance (reserved, db.r6g.large)   730 hours      0.17   124.1
      total                                                                624.82
      "
    `);
  });

  it('is billed by capacity when it is serverless', () => {
    const configuration = `
      resource "aws_rds_cluster" "io" {
        engine       = "aurora-postgresql"
        storage_type = "aurora-iopt1"
      }
      resource "aws_rds_cluster_instance" "used" {
        cluster_identifier                    = aws_rds_cluster.io.id
        engine                                = "aurora-postgresql"
        instance_class                        = "db.serverless"
        performance_insights_enabled          = true
        performance_insights_retention_period = 62
      }
      resource "aws_rds_cluster_instance" "silent" {
        cluster_identifier = "other"
        engine             = "aurora-mysql"
        instance_class     = "db.serverless"
      }
    `;
    const usage = 'resource_usage: { aws_rds_cluster_instance.used: { capacity_units_per_hr: 4 } }';
    const table = estimateTable(configuration, { prices, usage });
    expect(table.slice(table.indexOf('aws_rds_cluster_instance'))).toMatchInlineSnapshot(`
      "aws_rds_cluster_instance.used
        Aurora serverless v2 (I/O-optimized)                       2920 ACU-hours   0.16    467.2
        Performance Insights Long Term Retention (db.serverless)   4 ACU-month      0.375   1.5
        Performance Insights Long Term Retention (further months)  4 ACU-month      0.0158  0.0632
        Performance Insights API                                   ? 1000 requests  0.01    usage needed
      aws_rds_cluster_instance.silent
        Aurora serverless v2                                       ? ACU-hours      0.12    usage needed
      total                                                                                 468.7632
      "
    `);
  });

  it('takes its version from the cluster, and an unknown class leaves its hours unpriced', () => {
    const configuration = `
      variable "class" {}
      resource "aws_rds_cluster" "old" {
        engine         = "aurora-mysql"
        engine_version = "5.7.mysql_aurora.2.11.2"
      }
      resource "aws_rds_cluster_instance" "old" {
        cluster_identifier = aws_rds_cluster.old.id
        instance_class     = "db.r6g.large"
      }
      resource "aws_rds_cluster_instance" "own" {
        cluster_identifier = "other"
        engine             = "aurora-postgresql"
        engine_version     = "12.19"
        instance_class     = var.class
      }
    `;
    const table = estimateTable(configuration, { prices });
    expect(table.slice(table.indexOf('aws_rds_cluster_instance'))).toMatchInlineSnapshot(`
      "aws_rds_cluster_instance.old
        Database instance (on-demand, db.r6g.large)  730 hours        0.26  189.8
        Extended support (year 1)                    1460 vCPU-hours  0.1   146
      aws_rds_cluster_instance.own (unpriced)
        Database instance                                             unpriced: \`instance_class\`: variable class has no value
      total                                                                 335.8
      "
    `);
  });
});

it('aws_rds_global_cluster is billed by the writes that it copies', () => {
  const configuration = 'resource "aws_rds_global_cluster" "main" { global_cluster_identifier = "main" }';
  const usage = 'resource_usage: { aws_rds_global_cluster.main: { monthly_replicated_write_requests: 5000000 } }';
  const prices = 'aws.rds.aurora-replicated-writes 0.0000002';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_rds_global_cluster.main
      Replicated write I/Os  5 1M requests  0.2  1
    total                                        1
    "
  `);
});
