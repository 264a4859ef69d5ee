import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_vpclattice_service is billed by hours, data, and requests above the free ones', () => {
  const configuration = `
    resource "aws_vpclattice_service" "idle" {}
    resource "aws_vpclattice_service" "small" {}
    resource "aws_vpclattice_service" "large" {}
  `;
  const prices = 'aws.vpc.lattice-service-hours 0.025\naws.vpc.lattice-data 0.025\naws.vpc.lattice-requests 0.0000001';
  const usage = `
resource_usage:
  aws_vpclattice_service.small: { monthly_data_processed_gb: 10, monthly_requests: 219000000 }
  aws_vpclattice_service.large: { monthly_requests: 229000000 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_vpclattice_service.idle
      Service         730 hours       0.025  18.25
      Data processed  ? GB            0.025  usage needed
      Requests        ? 1M requests   0.1    usage needed
    aws_vpclattice_service.small
      Service         730 hours       0.025  18.25
      Data processed  10 GB           0.025  0.25
    aws_vpclattice_service.large
      Service         730 hours       0.025  18.25
      Data processed  ? GB            0.025  usage needed
      Requests        10 1M requests  0.1    1
    total                                    56
    "
  `);
});
