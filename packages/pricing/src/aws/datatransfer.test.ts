import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.datatransfer.intra-region 0.01
  aws.datatransfer.internet-out 0.09;10240:0.085;51200:0.07;153600:0.05
  aws.datatransfer.inter-region us-east-1 0.02
  aws.datatransfer.inter-region us-east-2 0.01
  aws.datatransfer.inter-region us-west-1 0.02
  aws.datatransfer.inter-region us-west-2 0.021
`;

it('aws_data_transfer of a usage file is billed by region, without any resource', () => {
  const usage = `
resource_usage:
  aws_data_transfer.virginia:
    region: us-east-1
    monthly_intra_region_gb: 1000
    monthly_outbound_us_east_to_us_east_gb: 500
    monthly_outbound_other_regions_gb: 750
    monthly_outbound_internet_gb: 15000
  aws_data_transfer.frankfurt: { region: eu-central-1, monthly_outbound_other_regions_gb: 100 }
  aws_data_transfer.nothing: { region: eu-west-1 }
`;
  expect(estimateTable('', { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_data_transfer.virginia
      Intra-region data transfer                       2000 GB   0.01   20
      Outbound data transfer to Internet (first 10TB)  10240 GB  0.09   921.6
      Outbound data transfer to Internet (next 40TB)   4760 GB   0.085  404.6
      Outbound data transfer to US East regions        500 GB    0.01   5
      Outbound data transfer to other regions          750 GB    0.021  15.75
    aws_data_transfer.frankfurt
      Outbound data transfer to other regions          100 GB    0.02   2
    aws_data_transfer.nothing (free)
    total                                                               1368.95
    "
  `);
});
