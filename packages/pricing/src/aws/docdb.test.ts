import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.docdb.instance db.r6g.large 0.26315
  aws.docdb.instance db.t3.medium 0.078
  aws.docdb.instance-io-optimized db.r6g.large 0.2895
  aws.docdb.storage 0.1
  aws.docdb.storage-io-optimized 0.3
  aws.docdb.requests 0.0000002
  aws.docdb.backup-storage 0.021
  aws.docdb.replicated-writes 0.0000002
  aws.docdb.cpu-credits t3 0.09
  aws.docdb.elastic-vcpu-hours 0.132
  aws.docdb.elastic-storage 0.3
  aws.docdb.elastic-backup-storage 0.021
`;

it('aws_docdb_cluster is billed for backups of more than a day', () => {
  const configuration = `
    resource "aws_docdb_cluster" "day" {}
    resource "aws_docdb_cluster" "week" { backup_retention_period = 7 }
    resource "aws_docdb_cluster" "silent" { backup_retention_period = 7 }
    resource "aws_docdb_cluster_snapshot" "week" {
      db_cluster_identifier          = aws_docdb_cluster.week.id
      db_cluster_snapshot_identifier = "before-upgrade"
    }
  `;
  const usage = `resource_usage:
    aws_docdb_cluster.day: { backup_storage_gb: 100 }
    aws_docdb_cluster.week: { backup_storage_gb: 100 }
    aws_docdb_cluster_snapshot.week: { backup_storage_gb: 50 }`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_docdb_cluster.day (free)
      assumed: backup_retention_period = 1
    aws_docdb_cluster.week
      Backup storage  100 GB  0.021  2.1
    aws_docdb_cluster.silent
      Backup storage  ? GB    0.021  usage needed
    aws_docdb_cluster_snapshot.week
      Backup storage  50 GB   0.021  1.05
    total                            3.15
    "
  `);
});

it('aws_docdb_cluster_instance is billed by class, by the storage of its cluster, and for an old version', () => {
  const configuration = `
    variable "class" {}
    resource "aws_docdb_cluster" "io" { storage_type = "iopt1" }
    resource "aws_docdb_cluster" "old" { engine_version = "3.6.0" }
    resource "aws_docdb_cluster_instance" "used" {
      cluster_identifier = "elsewhere"
      instance_class     = "db.t3.medium"
    }
    resource "aws_docdb_cluster_instance" "io" {
      cluster_identifier = aws_docdb_cluster.io.id
      instance_class     = "db.r6g.large"
    }
    resource "aws_docdb_cluster_instance" "old" {
      cluster_identifier = aws_docdb_cluster.old.id
      instance_class     = "db.r6g.large"
    }
    resource "aws_docdb_cluster_instance" "unknown" {
      cluster_identifier = "elsewhere"
      instance_class     = var.class
    }
  `;
  const usage = `resource_usage:
    aws_docdb_cluster_instance.used: { data_storage_gb: 1000, monthly_io_requests: 10000000, monthly_cpu_credit_hrs: 10 }
    aws_docdb_cluster_instance.io: { data_storage_gb: 1000, monthly_io_requests: 10000000 }`;
  const table = estimateTable(configuration, { prices, usage });
  expect(table.slice(table.indexOf('aws_docdb_cluster_instance'))).toMatchInlineSnapshot(`
    "aws_docdb_cluster_instance.used
      Database instance (on-demand, db.t3.medium)  730 hours       0.078    56.94
      Storage                                      1000 GB         0.1      100
      I/O requests                                 10 1M requests  0.2      2
      CPU credits                                  10 vCPU-hours   0.09     0.9
    aws_docdb_cluster_instance.io
      Database instance (on-demand, db.r6g.large)  730 hours       0.2895   211.335
      Storage                                      1000 GB         0.3      300
    aws_docdb_cluster_instance.old (unpriced)
      Database instance (on-demand, db.r6g.large)  730 hours       0.26315  192.0995
      Storage                                      ? GB            0.1      usage needed
      I/O requests                                 ? 1M requests   0.2      usage needed
      Extended support                             730 hours       unpriced: no price for aws.docdb.extended-support db.r6g.large
    aws_docdb_cluster_instance.unknown (unpriced)
      Database instance                                            unpriced: \`instance_class\`: variable class has no value
      Storage                                      ? GB            0.1      usage needed
      I/O requests                                 ? 1M requests   0.2      usage needed
    total                                                                   863.2745
    "
  `);
});

it('aws_docdbelastic_cluster is billed by the vCPUs of all instances of its shards', () => {
  const configuration = `
    resource "aws_docdbelastic_cluster" "main" {
      shard_capacity = 2
      shard_count    = 3
    }
  `;
  const usage = 'resource_usage: { aws_docdbelastic_cluster.main: { storage_gb: 10 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_docdbelastic_cluster.main
      Shards          8760 vCPU-hours  0.132  1156.32
      Storage         10 GB            0.3    3
      Backup storage  ? GB             0.021  usage needed
      assumed: shard_instance_count = 2
    total                                     1159.32
    "
  `);
});

it('aws_docdb_global_cluster is billed by the writes that it copies', () => {
  const configuration = 'resource "aws_docdb_global_cluster" "main" { global_cluster_identifier = "main" }';
  const usage = 'resource_usage: { aws_docdb_global_cluster.main: { monthly_replicated_write_requests: 5000000 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_docdb_global_cluster.main
      Replicated write I/Os  5 1M requests  0.2  1
    total                                        1
    "
  `);
});
