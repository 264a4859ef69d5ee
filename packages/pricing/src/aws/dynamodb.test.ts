import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.dynamodb.write-capacity 0.00065
  aws.dynamodb.read-capacity 0.00013
  aws.dynamodb.write-capacity-ia 0.00081
  aws.dynamodb.read-capacity-ia 0.00016
  aws.dynamodb.replicated-write-capacity 0.00065
  aws.dynamodb.write-requests 0.000000625
  aws.dynamodb.read-requests 0.000000125
  aws.dynamodb.replicated-write-requests 0.000000625
  aws.dynamodb.storage 0.25
  aws.dynamodb.storage-ia 0.1
  aws.dynamodb.continuous-backup 0.2
  aws.dynamodb.backup-storage 0.1
  aws.dynamodb.restore 0.15
  aws.dynamodb.stream-requests 0.0000002
  aws.dynamodb.change-records 0.0000001
`;

describe('aws_dynamodb_table', () => {
  it('is billed by capacity, that of its indexes too', () => {
    const configuration = `
      resource "aws_dynamodb_table" "provisioned" {
        name           = "provisioned"
        write_capacity = 20
        read_capacity  = 30
        global_secondary_index {
          name           = "by-date"
          write_capacity = 10
          read_capacity  = 5
        }
      }
      resource "aws_dynamodb_table" "infrequent" {
        name           = "infrequent"
        billing_mode   = "PROVISIONED"
        table_class    = "STANDARD_INFREQUENT_ACCESS"
        write_capacity = 1
        read_capacity  = 1
      }
    `;
    const usage = 'resource_type_default_usage: { aws_dynamodb_table: { storage_gb: 10 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_dynamodb_table.provisioned
        Write capacity unit (WCU)    20 WCU  0.4745  9.49
        Read capacity unit (RCU)     30 RCU  0.0949  2.847
        Data storage                 10 GB   0.25    2.5
        On-demand backup storage     ? GB    0.1     usage needed
        Table data restored          ? GB    0.15    usage needed
        global_secondary_index[0]
          Write capacity unit (WCU)  10 WCU  0.4745  4.745
          Read capacity unit (RCU)   5 RCU   0.0949  0.4745
        assumed: billing_mode = PROVISIONED
      aws_dynamodb_table.infrequent
        Write capacity unit (WCU)    1 WCU   0.5913  0.5913
        Read capacity unit (RCU)     1 RCU   0.1168  0.1168
        Data storage                 10 GB   0.1     1
        On-demand backup storage     ? GB    0.1     usage needed
        Table data restored          ? GB    0.15    usage needed
      total                                          21.7646
      "
    `);
  });

  it('is billed by requests when it is on demand', () => {
    const configuration = `
      resource "aws_dynamodb_table" "on-demand" {
        name           = "on-demand"
        billing_mode   = "PAY_PER_REQUEST"
        stream_enabled = true
        point_in_time_recovery { enabled = true }
        global_secondary_index { name = "by-date" }
        replica {
          region_name            = "us-west-2"
          point_in_time_recovery = true
        }
      }
    `;
    const usage = `resource_usage:
      aws_dynamodb_table.on-demand:
        monthly_write_request_units: 3000000
        monthly_read_request_units: 8000000
        storage_gb: 230
        pitr_backup_storage_gb: 2300
        on_demand_backup_storage_gb: 460
        monthly_data_restored_gb: 230
        monthly_streams_read_request_units: 2000000`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_dynamodb_table.on-demand
        Write request unit (WRU)                        3000000 WRUs   0.000000625  1.875
        Read request unit (RRU)                         8000000 RRUs   0.000000125  1
        Data storage                                    230 GB         0.25         57.5
        Point-In-Time Recovery (PITR) backup storage    2300 GB        0.2          460
        On-demand backup storage                        460 GB         0.1          46
        Table data restored                             230 GB         0.15         34.5
        Streams read request unit (sRRU)                2000000 sRRUs  0.0000002    0.4
        Global table (us-west-2)
          Replicated write request unit (rWRU)          3000000 rWRUs  0.000000625  1.875
          Read request unit (RRU)                       ? RRUs         0.000000125  usage needed
          Data storage                                  230 GB         0.25         57.5
          Point-In-Time Recovery (PITR) backup storage  2300 GB        0.2          460
      total                                                                         1120.65
      "
    `);
  });

  it('has the capacity that it is scaled to', () => {
    const configuration = `
      resource "aws_dynamodb_table" "scaled" {
        name           = "scaled"
        write_capacity = 1
        read_capacity  = 1
        replica { region_name = "eu-west-1" }
      }
      resource "aws_appautoscaling_target" "write" {
        service_namespace  = "dynamodb"
        scalable_dimension = "dynamodb:table:WriteCapacityUnits"
        resource_id        = "table/\${aws_dynamodb_table.scaled.name}"
        min_capacity       = 5
        max_capacity       = 50
      }
      resource "aws_appautoscaling_target" "read" {
        service_namespace  = "dynamodb"
        scalable_dimension = "dynamodb:table:ReadCapacityUnits"
        resource_id        = "table/\${aws_dynamodb_table.scaled.id}"
        min_capacity       = 5
        max_capacity       = 50
      }
    `;
    const usage = `resource_usage:
      aws_appautoscaling_target.read: { capacity: 12 }
      aws_dynamodb_table.scaled: { replica_read_capacity: 2 }`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_dynamodb_table.scaled
        Write capacity unit (WCU, autoscaling)   5 WCU   0.4745  2.3725
        Read capacity unit (RCU, autoscaling)    12 RCU  0.0949  1.1388
        Data storage                             ? GB    0.25    usage needed
        On-demand backup storage                 ? GB    0.1     usage needed
        Table data restored                      ? GB    0.15    usage needed
        Global table (eu-west-1)
          Replicated write capacity unit (rWCU)  5 rWCU  0.4745  2.3725
          Read capacity unit (RCU)               2 RCU   0.0949  0.1898
          Data storage                           ? GB    0.25    usage needed
        assumed: billing_mode = PROVISIONED
      aws_appautoscaling_target.write (free)
      aws_appautoscaling_target.read (free)
      total                                                      6.0736
      "
    `);
  });

  it('tells what it cannot know', () => {
    const configuration = `
      variable "capacity" {}
      resource "aws_dynamodb_table" "capacity" {
        name           = "capacity"
        write_capacity = var.capacity
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_dynamodb_table.capacity (unpriced)
        Write capacity unit (WCU)        unpriced: \`write_capacity\`: variable capacity has no value
        Read capacity unit (RCU)         unpriced: \`read_capacity\` is not set, though the capacity is provisioned
        Data storage               ? GB  0.25  usage needed
        On-demand backup storage   ? GB  0.1   usage needed
        Table data restored        ? GB  0.15  usage needed
        assumed: billing_mode = PROVISIONED
      total                                    0
      "
    `);
  });
});

it('aws_dynamodb_table_replica is billed in its own region', () => {
  const configuration = `
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "ireland"
  region = "eu-west-1"
}
    resource "aws_dynamodb_table" "source" {
      name           = "source"
      write_capacity = 10
      read_capacity  = 10
    }
    resource "aws_dynamodb_table_replica" "copy" {
      provider         = aws.ireland
      global_table_arn = aws_dynamodb_table.source.arn
    }
    resource "aws_dynamodb_kinesis_streaming_destination" "changes" {
      table_name = "source"
      stream_arn = "arn:aws:kinesis:us-east-1:123456789012:stream/changes"
    }
  `;
  const usage =
    'resource_usage: { aws_dynamodb_kinesis_streaming_destination.changes: { monthly_change_records: 5000000 } }';
  const table = estimateTable(configuration, { prices, usage });
  expect(table.slice(table.indexOf('aws_dynamodb_table_replica'))).toMatchInlineSnapshot(`
    "aws_dynamodb_table_replica.copy
      Replicated write capacity unit (rWCU)  10 rWCU     0.4745  4.745
      Read capacity unit (RCU)               ? RCU       0.0949  usage needed
      Data storage                           ? GB        0.25    usage needed
      assumed: aws_dynamodb_table.source.billing_mode = PROVISIONED
    aws_dynamodb_kinesis_streaming_destination.changes
      Change data capture units              5 1M units  0.1     0.5
    total                                                        10.939
    "
  `);
});
