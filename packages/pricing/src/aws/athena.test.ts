import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('workgroups are billed by the data they scan, reservations by the hour', () => {
  const configuration = `
    variable "units" {}
    resource "aws_athena_workgroup" "idle" { name = "idle" }
    resource "aws_athena_workgroup" "used" { name = "used" }
    resource "aws_athena_capacity_reservation" "reserved" { target_dpus = 24 }
    resource "aws_athena_capacity_reservation" "unknown" { target_dpus = var.units }
  `;
  const prices = 'aws.athena.data-scanned 5\naws.athena.capacity 0.3';
  const usage = 'resource_usage: { aws_athena_workgroup.used: { monthly_data_scanned_tb: 2.5 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_athena_workgroup.idle
      Data scanned       ? TB             5    usage needed
    aws_athena_workgroup.used
      Data scanned       2.5 TB           5    12.5
    aws_athena_capacity_reservation.reserved
      Reserved capacity  17520 DPU-hours  0.3  5256
    aws_athena_capacity_reservation.unknown (unpriced)
      Reserved capacity                   unpriced: \`target_dpus\`: variable units has no value
    total                                      5268.5
    "
  `);
});
