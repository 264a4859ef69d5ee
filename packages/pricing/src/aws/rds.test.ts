import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.rds.instance MySQL,Single-AZ,db.t4g.small 0.032
  aws.rds.instance MySQL,Multi-AZ,db.t4g.small 0.065
  aws.rds.instance MySQL,Single-AZ,db.m5.large 0.171
  aws.rds.instance MySQL,Single-AZ,db.r6g.large 0.215
  aws.rds.instance PostgreSQL,Single-AZ,db.t3.large 0.145
  aws.rds.instance PostgreSQL,Multi-AZ,db.t3.large 0.29
  aws.rds.instance-oracle-byol Single-AZ,db.m5.large 0.171
  aws.rds.instance-oracle-se2 Multi-AZ,db.m5.large 0.876
  aws.rds.instance-sqlserver Web,db.m5.large 0.27
  aws.rds.instance-sqlserver-multi-az Standard,db.m5.large 1.224
  aws.rds.instance-db2 Single-AZ,db.m5.large 0.171
  aws.rds.instance-reserved MySQL,1_year,no_upfront,Multi-AZ,db.t4g.small 0.05
  aws.rds.instance-reserved-upfront 0
  aws.rds.aurora-instance Aurora MySQL,db.t3.small 0.041
  aws.rds.storage General Purpose,Single-AZ 0.115
  aws.rds.storage General Purpose,Multi-AZ 0.23
  aws.rds.storage General Purpose-GP3,Single-AZ 0.115
  aws.rds.storage General Purpose-GP3,Multi-AZ 0.23
  aws.rds.storage Provisioned IOPS,Single-AZ 0.125
  aws.rds.storage Provisioned IOPS-IO2,Single-AZ 0.125
  aws.rds.storage Magnetic,Single-AZ 0.1
  aws.rds.iops-io1 Single-AZ 0.1
  aws.rds.iops-io2 Single-AZ 0.1
  aws.rds.iops-gp3 Single-AZ 0.02
  aws.rds.iops-gp3 Multi-AZ 0.04
  aws.rds.throughput-gp3 Single-AZ 0.08
  aws.rds.requests-magnetic 0.0000001
  aws.rds.backup-storage 0.095
  aws.rds.aurora-backup-storage 0.021
  aws.rds.cpu-credits MySQL,t4g 0.075
  aws.rds.cpu-credits PostgreSQL,t3 0.075
  aws.rds.cpu-credits Aurora MySQL,t3 0.09
  aws.rds.extended-support-year-1 8.0 0.085
  aws.rds.extended-support-year-1 13 0.085
  aws.rds.extended-support-year-3 11 0.2
  aws.rds.insights-two-years M5 3.8
  aws.rds.insights-first-month 1.5
  aws.rds.insights-next-month 0.0631
  aws.rds.insights-requests 0.00001
  aws.rds.database-insights-vcpu-hours 0.0125
`;

describe('aws_db_instance', () => {
  it('is billed by hours and storage, of which Multi-AZ has two', () => {
    const configuration = `
      resource "aws_db_instance" "least" {
        engine         = "mysql"
        instance_class = "db.t4g.small"
      }
      resource "aws_db_instance" "standby" {
        engine                  = "mysql"
        instance_class          = "db.t4g.small"
        allocated_storage       = 30
        multi_az                = true
        backup_retention_period = 7
      }
      resource "aws_db_instance" "replica" {
        instance_class      = "db.t4g.small"
        replicate_source_db = aws_db_instance.standby.identifier
      }
      resource "aws_db_instance" "aurora" {
        engine         = "aurora-mysql"
        instance_class = "db.t3.small"
      }
    `;
    const usage = `resource_usage:
      aws_db_instance.standby: { additional_backup_storage_gb: 100, monthly_cpu_credit_hrs: 10 }
      aws_db_instance.aurora: { additional_backup_storage_gb: 100 }`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_db_instance.least
        Database instance (on-demand, Single-AZ, db.t4g.small)  730 hours      0.032  23.36
        Storage (general purpose SSD, gp2)                      20 GB          0.115  2.3
        CPU credits                                             ? vCPU-hours   0.075  usage needed
        assumed: allocated_storage = 20
      aws_db_instance.standby
        Database instance (on-demand, Multi-AZ, db.t4g.small)   730 hours      0.065  47.45
        Storage (general purpose SSD, gp2)                      30 GB          0.23   6.9
        Additional backup storage                               100 GB         0.095  9.5
        CPU credits                                             20 vCPU-hours  0.075  1.5
      aws_db_instance.replica
        Database instance (on-demand, Single-AZ, db.t4g.small)  730 hours      0.032  23.36
        Storage (general purpose SSD, gp2)                      30 GB          0.115  3.45
        CPU credits                                             ? vCPU-hours   0.075  usage needed
      aws_db_instance.aurora
        Database instance (on-demand, Single-AZ, db.t3.small)   730 hours      0.041  29.93
        Additional backup storage                               100 GB         0.021  2.1
        CPU credits                                             ? vCPU-hours   0.09   usage needed
      total                                                                           149.85
      "
    `);
  });

  it('pays for the licence that its engine needs', () => {
    const configuration = `
      locals {
        databases = {
          oracle-ee     = { engine = "oracle-ee", multi_az = false, license = null }
          oracle-se2    = { engine = "oracle-se2", multi_az = true, license = null }
          oracle-own    = { engine = "oracle-se2", multi_az = false, license = "bring-your-own-license" }
          oracle-se1    = { engine = "oracle-se1", multi_az = false, license = null }
          sqlserver-web = { engine = "sqlserver-web", multi_az = false, license = null }
          sqlserver-se  = { engine = "sqlserver-se", multi_az = true, license = null }
          db2           = { engine = "db2-se", multi_az = false, license = "marketplace-license" }
          unknown       = { engine = "sqlite", multi_az = false, license = null }
        }
      }
      resource "aws_db_instance" "each" {
        for_each          = local.databases
        engine            = each.value.engine
        license_model     = each.value.license
        multi_az          = each.value.multi_az
        instance_class    = "db.m5.large"
        allocated_storage = 100
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_db_instance.each["db2"] (unpriced)
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours  0.171  124.83
        Db2 licence                                                       unpriced: the licence of Db2 is billed by AWS Marketplace, whose prices the book does not have
        Storage (general purpose SSD, gp2)                     100 GB     0.115  11.5
      aws_db_instance.each["oracle-ee"]
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours  0.171  124.83
        Storage (general purpose SSD, gp2)                     100 GB     0.115  11.5
      aws_db_instance.each["oracle-own"]
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours  0.171  124.83
        Storage (general purpose SSD, gp2)                     100 GB     0.115  11.5
      aws_db_instance.each["oracle-se1"] (unpriced)
        Database instance                                                 unpriced: RDS does not sell licences of Oracle Standard One Edition
        Storage (general purpose SSD, gp2)                     100 GB     0.115  11.5
      aws_db_instance.each["oracle-se2"]
        Database instance (on-demand, Multi-AZ, db.m5.large)   730 hours  0.876  639.48
        Storage (general purpose SSD, gp2)                     100 GB     0.23   23
      aws_db_instance.each["sqlserver-se"]
        Database instance (on-demand, Multi-AZ, db.m5.large)   730 hours  1.224  893.52
        Storage (general purpose SSD, gp2)                     100 GB     0.23   23
      aws_db_instance.each["sqlserver-web"]
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours  0.27   197.1
        Storage (general purpose SSD, gp2)                     100 GB     0.115  11.5
      aws_db_instance.each["unknown"] (unpriced)
        Database instance                                                 unpriced: the table of facts aws/rds-engines has no engine "sqlite"
      total                                                                      2208.09
      "
    `);
  });

  it('is billed for storage beyond what its type includes', () => {
    const configuration = `
      locals {
        volumes = {
          gp3-included   = { type = "gp3", size = 100, iops = 3000, throughput = 125 }
          gp3-more       = { type = "gp3", size = 100, iops = 4000, throughput = 200 }
          gp3-striped    = { type = "gp3", size = 400, iops = 13000, throughput = 510 }
          io1-by-iops    = { type = null, size = 200, iops = 2000, throughput = null }
          io1-least      = { type = "io1", size = 50, iops = 500, throughput = null }
          io2            = { type = "io2", size = 200, iops = 5000, throughput = null }
          magnetic       = { type = "standard", size = 40, iops = null, throughput = null }
          wrong          = { type = "gp9", size = 40, iops = null, throughput = null }
        }
      }
      resource "aws_db_instance" "each" {
        for_each           = local.volumes
        engine             = "mysql"
        instance_class     = "db.m5.large"
        storage_type       = each.value.type
        allocated_storage  = each.value.size
        iops               = each.value.iops
        storage_throughput = each.value.throughput
      }
      resource "aws_db_instance" "logs" {
        engine               = "mysql"
        instance_class       = "db.m5.large"
        storage_type         = "io1"
        allocated_storage    = 200
        iops                 = 1000
        dedicated_log_volume = true
      }
      resource "aws_db_instance" "sqlserver" {
        engine            = "sqlserver-web"
        instance_class    = "db.m5.large"
        storage_type      = "gp3"
        allocated_storage = 1000
        iops              = 4000
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_db_instance.each["gp3-included"]
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours      0.171  124.83
        Storage (general purpose SSD, gp3)                     100 GB         0.115  11.5
      aws_db_instance.each["gp3-more"]
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours      0.171  124.83
        Storage (general purpose SSD, gp3)                     100 GB         0.115  11.5
        Provisioned GP3 IOPS (above 3,000)                     1000 IOPS      0.02   20
        Provisioned GP3 throughput (above 125)                 75 MBps        0.08   6
      aws_db_instance.each["gp3-striped"]
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours      0.171  124.83
        Storage (general purpose SSD, gp3)                     400 GB         0.115  46
        Provisioned GP3 IOPS (above 12,000)                    1000 IOPS      0.02   20
        Provisioned GP3 throughput (above 500)                 10 MBps        0.08   0.8
      aws_db_instance.each["io1-by-iops"]
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours      0.171  124.83
        Storage (provisioned IOPS SSD, io1)                    200 GB         0.125  25
        Provisioned IOPS                                       2000 IOPS      0.1    200
      aws_db_instance.each["io1-least"]
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours      0.171  124.83
        Storage (provisioned IOPS SSD, io1)                    100 GB         0.125  12.5
        Provisioned IOPS                                       1000 IOPS      0.1    100
      aws_db_instance.each["io2"]
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours      0.171  124.83
        Storage (provisioned IOPS SSD, io2)                    200 GB         0.125  25
        Provisioned IOPS                                       5000 IOPS      0.1    500
      aws_db_instance.each["magnetic"]
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours      0.171  124.83
        Storage (magnetic)                                     40 GB          0.1    4
        I/O requests                                           ? 1M requests  0.1    usage needed
      aws_db_instance.each["wrong"] (unpriced)
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours      0.171  124.83
        Storage                                                               unpriced: there is no volume type "gp9"
      aws_db_instance.logs
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours      0.171  124.83
        Storage (provisioned IOPS SSD, io1)                    200 GB         0.125  25
        Provisioned IOPS                                       1000 IOPS      0.1    100
        dedicated_log_volume
          Storage (provisioned IOPS SSD, io1)                  1000 GB        0.125  125
          Provisioned IOPS                                     3000 IOPS      0.1    300
      aws_db_instance.sqlserver
        Database instance (on-demand, Single-AZ, db.m5.large)  730 hours      0.27   197.1
        Storage (general purpose SSD, gp3)                     1000 GB        0.115  115
        Provisioned GP3 IOPS (above 3,000)                     1000 IOPS      0.02   20
      total                                                                          2987.87
      "
    `);
  });

  it('pays for extended support from a date on, with its standby, unless it is declined', () => {
    const configuration = `
      resource "aws_db_instance" "year-1" {
        engine         = "postgres"
        engine_version = "13.18"
        instance_class = "db.t3.large"
        multi_az       = true
      }
      resource "aws_db_instance" "year-3" {
        engine         = "postgres"
        engine_version = "11"
        instance_class = "db.t3.large"
      }
      resource "aws_db_instance" "declined" {
        engine                   = "postgres"
        engine_version           = "11"
        instance_class           = "db.t3.large"
        engine_lifecycle_support = "open-source-rds-extended-support-disabled"
      }
      resource "aws_db_instance" "supported" {
        engine         = "mysql"
        engine_version = "8.0.36"
        instance_class = "db.t4g.small"
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_db_instance.year-1
        Database instance (on-demand, Multi-AZ, db.t3.large)    730 hours        0.29   211.7
        Storage (general purpose SSD, gp2)                      20 GB            0.23   4.6
        CPU credits                                             ? vCPU-hours     0.075  usage needed
        Extended support (year 1)                               2920 vCPU-hours  0.085  248.2
        assumed: allocated_storage = 20
      aws_db_instance.year-3
        Database instance (on-demand, Single-AZ, db.t3.large)   730 hours        0.145  105.85
        Storage (general purpose SSD, gp2)                      20 GB            0.115  2.3
        CPU credits                                             ? vCPU-hours     0.075  usage needed
        Extended support (year 3)                               1460 vCPU-hours  0.2    292
        assumed: allocated_storage = 20
      aws_db_instance.declined
        Database instance (on-demand, Single-AZ, db.t3.large)   730 hours        0.145  105.85
        Storage (general purpose SSD, gp2)                      20 GB            0.115  2.3
        CPU credits                                             ? vCPU-hours     0.075  usage needed
        assumed: allocated_storage = 20
      aws_db_instance.supported
        Database instance (on-demand, Single-AZ, db.t4g.small)  730 hours        0.032  23.36
        Storage (general purpose SSD, gp2)                      20 GB            0.115  2.3
        CPU credits                                             ? vCPU-hours     0.075  usage needed
        assumed: allocated_storage = 20
      total                                                                             998.46
      "
    `);
    // The last day of standard support of MySQL 8.0, and the day after.
    const rows = (date: string) =>
      estimateTable(configuration, { prices, date })
        .split('\n')
        .filter((row) => /Extended/.test(row));
    expect([rows('2026-07-31').length, rows('2026-08-01').length]).toEqual([2, 3]);
  });

  it('pays for Performance Insights that are kept for more than a week', () => {
    const configuration = `
      locals {
        databases = {
          week     = { class = "db.r6g.large", days = 7, mode = null }
          months   = { class = "db.r6g.large", days = 93, mode = null }
          years    = { class = "db.r6g.large", days = 731, mode = null }
          family   = { class = "db.m5.large", days = 731, mode = null }
          advanced = { class = "db.m5.large", days = 465, mode = "advanced" }
        }
      }
      resource "aws_db_instance" "each" {
        for_each                              = local.databases
        engine                                = "mysql"
        instance_class                        = each.value.class
        allocated_storage                     = 100
        performance_insights_enabled          = true
        performance_insights_retention_period = each.value.days
        database_insights_mode                = each.value.mode
      }
    `;
    const usage =
      'resource_usage: { "aws_db_instance.each[*]": { monthly_additional_performance_insights_requests: 50000 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_db_instance.each["advanced"]
        Database instance (on-demand, Single-AZ, db.m5.large)      730 hours         0.171   124.83
        Storage (general purpose SSD, gp2)                         100 GB            0.115   11.5
        Database Insights (advanced)                               1460 vCPU-hours   0.0125  18.25
        Performance Insights API                                   50 1000 requests  0.01    0.5
      aws_db_instance.each["family"]
        Database instance (on-demand, Single-AZ, db.m5.large)      730 hours         0.171   124.83
        Storage (general purpose SSD, gp2)                         100 GB            0.115   11.5
        Performance Insights Long Term Retention (db.m5.large)     2 vCPU-month      3.8     7.6
        Performance Insights API                                   50 1000 requests  0.01    0.5
      aws_db_instance.each["months"]
        Database instance (on-demand, Single-AZ, db.r6g.large)     730 hours         0.215   156.95
        Storage (general purpose SSD, gp2)                         100 GB            0.115   11.5
        Performance Insights Long Term Retention (db.r6g.large)    2 vCPU-month      1.5     3
        Performance Insights Long Term Retention (further months)  4 vCPU-month      0.0631  0.2524
        Performance Insights API                                   50 1000 requests  0.01    0.5
      aws_db_instance.each["week"]
        Database instance (on-demand, Single-AZ, db.r6g.large)     730 hours         0.215   156.95
        Storage (general purpose SSD, gp2)                         100 GB            0.115   11.5
        Performance Insights API                                   50 1000 requests  0.01    0.5
      aws_db_instance.each["years"]
        Database instance (on-demand, Single-AZ, db.r6g.large)     730 hours         0.215   156.95
        Storage (general purpose SSD, gp2)                         100 GB            0.115   11.5
        Performance Insights Long Term Retention (db.r6g.large)    2 vCPU-month      1.5     3
        Performance Insights Long Term Retention (further months)  46 vCPU-month     0.0631  2.9026
        Performance Insights API                                   50 1000 requests  0.01    0.5
      total                                                                                  815.515
      "
    `);
  });

  it('pays the hours of a reservation, and nothing by the hour for what was paid upfront', () => {
    const configuration = `
      resource "aws_db_instance" "each" {
        for_each          = toset(["no_upfront", "all_upfront", "partial_upfront"])
        engine            = "mysql"
        instance_class    = "db.t4g.small"
        multi_az          = true
        allocated_storage = 20
      }
    `;
    const usage = `resource_usage:
      'aws_db_instance.each["no_upfront"]': { reserved_instance_term: 1_year, reserved_instance_payment_option: no_upfront }
      'aws_db_instance.each["all_upfront"]': { reserved_instance_term: 1_year, reserved_instance_payment_option: all_upfront }
      'aws_db_instance.each["partial_upfront"]': { reserved_instance_term: 1_year, reserved_instance_payment_option: partial_upfront }`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_db_instance.each["all_upfront"]
        Database instance (reserved, Multi-AZ, db.t4g.small)  730 hours     0      0
        Storage (general purpose SSD, gp2)                    20 GB         0.23   4.6
        CPU credits                                           ? vCPU-hours  0.075  usage needed
      aws_db_instance.each["no_upfront"]
        Database instance (reserved, Multi-AZ, db.t4g.small)  730 hours     0.05   36.5
        Storage (general purpose SSD, gp2)                    20 GB         0.23   4.6
        CPU credits                                           ? vCPU-hours  0.075  usage needed
      aws_db_instance.each["partial_upfront"] (unpriced)
        Database instance (reserved, Multi-AZ, db.t4g.small)  730 hours     unpriced: no price for aws.rds.instance-reserved MySQL 1_year partial_upfront Multi-AZ db.t4g.small
        Storage (general purpose SSD, gp2)                    20 GB         0.23   4.6
        CPU credits                                           ? vCPU-hours  0.075  usage needed
      total                                                                        50.3
      "
    `);
  });

  it('tells what it cannot know', () => {
    const configuration = `
      variable "class" {}
      variable "multi_az" {}
      resource "aws_db_instance" "class" {
        engine            = "mysql"
        instance_class    = var.class
        allocated_storage = 20
      }
      resource "aws_db_instance" "multi-az" {
        engine            = "postgres"
        instance_class    = "db.t3.large"
        allocated_storage = 20
        multi_az          = var.multi_az
      }
      resource "aws_db_instance" "engine" {
        instance_class    = "db.t3.large"
        allocated_storage = 20
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_db_instance.class (unpriced)
        Database instance                                                   unpriced: \`instance_class\`: variable class has no value
        Storage (general purpose SSD, gp2)                    20 GB         0.115  2.3
      aws_db_instance.multi-az
        Database instance (on-demand, Multi-AZ, db.t3.large)  730 hours     0.29   211.7
        Storage (general purpose SSD, gp2)                    20 GB         0.23   4.6
        CPU credits                                           ? vCPU-hours  0.075  usage needed
        between 108.15 and 216.3
        unknown: \`multi_az\`: variable multi_az has no value
      aws_db_instance.engine (unpriced)
        Database instance                                                   unpriced: neither aws_db_instance.engine nor a source that it replicates sets \`engine\`
      total (from 110.45)                                                          218.6
      "
    `);
  });
});

it('snapshots are billed by what usage tells', () => {
  const configuration = `
    resource "aws_db_snapshot" "a" {
      db_instance_identifier = "a"
      db_snapshot_identifier = "a-1"
    }
    resource "aws_db_cluster_snapshot" "b" {
      db_cluster_identifier          = "b"
      db_cluster_snapshot_identifier = "b-1"
    }
  `;
  const usage = 'resource_usage: { aws_db_snapshot.a: { backup_storage_gb: 100 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_db_snapshot.a
      Backup storage  100 GB  0.095  9.5
    aws_db_cluster_snapshot.b
      Backup storage  ? GB    0.021  usage needed
    total                            9.5
    "
  `);
});
