import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_timestreamwrite_table is billed by what usage tells', () => {
  const configuration = 'resource "aws_timestreamwrite_table" "events" { table_name = "events" }';
  const prices = `
    aws.timestream.data-written 0.5
    aws.timestream.memory-store 0.036
    aws.timestream.magnetic-store 0.03
    aws.timestream.queries 0.518
  `;
  const usage = `resource_usage:
    aws_timestreamwrite_table.events: { monthly_data_written_gb: 10, memory_store_gb: 2, magnetic_store_gb: 100 }`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_timestreamwrite_table.events
      Data written    10 GB          0.5    5
      Memory store    1460 GB-hours  0.036  52.56
      Magnetic store  100 GB         0.03   3
      Queries         ? TCU-hours    0.518  usage needed
    total                                   60.56
    "
  `);
});

it('aws_timestreaminfluxdb_db_instance is billed by hours and storage, of which Multi-AZ has two', () => {
  const configuration = `
    variable "type" {}
    resource "aws_timestreaminfluxdb_db_instance" "single" {
      db_instance_type  = "db.influx.medium"
      allocated_storage = 20
    }
    resource "aws_timestreaminfluxdb_db_instance" "standby" {
      db_instance_type  = "db.influx.medium"
      deployment_type   = "WITH_MULTIAZ_STANDBY"
      db_storage_type   = "InfluxIOIncludedT2"
      allocated_storage = 400
    }
    resource "aws_timestreaminfluxdb_db_instance" "unknown" {
      db_instance_type  = var.type
      allocated_storage = 20
    }
  `;
  const prices = `
    aws.timestream.influxdb-instance Single-AZ,influx.medium 0.12
    aws.timestream.influxdb-instance Multi-AZ,influx.medium 0.239
    aws.timestream.influxdb-storage Single-AZ,InfluxIOIncludedT1 0.1
    aws.timestream.influxdb-storage Multi-AZ,InfluxIOIncludedT2 0.7
  `;
  expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
    "
    aws_timestreaminfluxdb_db_instance.single
      Database instance (on-demand, Single-AZ, db.influx.medium)  730 hours  0.12   87.6
      Storage                                                     20 GB      0.1    2
      assumed: deployment_type = SINGLE_AZ, db_storage_type = InfluxIOIncludedT1
    aws_timestreaminfluxdb_db_instance.standby
      Database instance (on-demand, Multi-AZ, db.influx.medium)   730 hours  0.239  174.47
      Storage                                                     400 GB     0.7    280
    aws_timestreaminfluxdb_db_instance.unknown (unpriced)
      Database instance                                                      unpriced: \`db_instance_type\`: variable type has no value
      Storage                                                     20 GB      0.1    2
      assumed: deployment_type = SINGLE_AZ, db_storage_type = InfluxIOIncludedT1
    total                                                                           546.07
    "
  `);
});
