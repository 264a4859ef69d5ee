import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_nat_gateway is billed by hours and data', () => {
  const configuration = `
    resource "aws_nat_gateway" "idle" { subnet_id = "subnet-1" }
    resource "aws_nat_gateway" "used" { subnet_id = "subnet-1" }
  `;
  const prices = 'aws.natgateway.hours 0.045\naws.natgateway.data 0.045';
  const usage = 'resource_usage: { aws_nat_gateway.used: { monthly_data_processed_gb: 100 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_nat_gateway.idle
      NAT gateway     730 hours  0.045  32.85
      Data processed  ? GB       0.045  usage needed
    aws_nat_gateway.used
      NAT gateway     730 hours  0.045  32.85
      Data processed  100 GB     0.045  4.5
    total                               70.2
    "
  `);
});
