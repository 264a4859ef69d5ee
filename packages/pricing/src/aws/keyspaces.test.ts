import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_keyspaces_table is billed by requests, or by capacity', () => {
  const configuration = `
    resource "aws_keyspaces_table" "requests" {
      keyspace_name = "a"
      table_name    = "requests"
      point_in_time_recovery { status = "ENABLED" }
      ttl { status = "ENABLED" }
    }
    resource "aws_keyspaces_table" "capacity" {
      keyspace_name = "a"
      table_name    = "capacity"
      capacity_specification {
        throughput_mode      = "PROVISIONED"
        read_capacity_units  = 200
        write_capacity_units = 100
      }
    }
  `;
  const prices = `
    aws.keyspaces.read-requests 0.000000125
    aws.keyspaces.write-requests 0.000000625
    aws.keyspaces.read-capacity 0.00013
    aws.keyspaces.write-capacity 0.00065
    aws.keyspaces.storage 0.25
    aws.keyspaces.continuous-backup 0.2
    aws.keyspaces.ttl-deletes 0.000000275
  `;
  const usage = `resource_usage:
    aws_keyspaces_table.requests: { monthly_read_request_units: 2000000, monthly_write_request_units: 1000000, storage_gb: 10, pitr_backup_storage_gb: 10 }`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_keyspaces_table.requests
      Write request units                           1 1M requests  0.625   0.625
      Read request units                            2 1M requests  0.125   0.25
      Data storage                                  10 GB          0.25    2.5
      Point-In-Time Recovery (PITR) backup storage  10 GB          0.2     2
      Time to live deletes                          ? 1M deletes   0.275   usage needed
    aws_keyspaces_table.capacity
      Write capacity                                100 WCU        0.4745  47.45
      Read capacity                                 200 RCU        0.0949  18.98
      Data storage                                  ? GB           0.25    usage needed
    total                                                                  71.805
    "
  `);
});
