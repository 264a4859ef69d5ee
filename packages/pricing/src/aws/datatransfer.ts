import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_data_transfer`, which only usage files have: data that leaves a region or crosses its zones. What crosses zones is paid for
 * in both directions. Of other regions the usage does not say which: one stands for them, since most cost the same.
 */
const dataTransfer: CostModel = {
  types: ['aws_data_transfer'],
  fromUsage: true,
  bill(resource, bill) {
    const { usage } = resource;
    const amountOf = (key: string) => usage.number(key);
    bill.line('Intra-region data transfer', () => {
      const quantity = amountOf('monthly_intra_region_gb')?.times(2);
      if (quantity === undefined) return null;
      return { unit: 'GB', rate: 'aws.datatransfer.intra-region', quantity, usageBased: true };
    });
    bill.line('Outbound data transfer to Internet', () => {
      const quantity = amountOf('monthly_outbound_internet_gb');
      if (quantity === undefined) return null;
      return { unit: 'GB', rate: 'aws.datatransfer.internet-out', quantity, usageBased: true };
    });
    for (const { label, key, target } of regional) {
      bill.line(label, () => {
        const quantity = amountOf(key);
        if (quantity === undefined) return null;
        const dimensions = { toRegion: target(resource) };
        return { unit: 'GB', rate: 'aws.datatransfer.inter-region', dimensions, quantity, usageBased: true };
      });
    }
  },
};

const regional = [
  {
    label: 'Outbound data transfer to US East regions',
    key: 'monthly_outbound_us_east_to_us_east_gb',
    target: ({ region }: BilledResource) => (region === 'us-east-1' ? 'us-east-2' : 'us-east-1'),
  },
  {
    label: 'Outbound data transfer to other regions',
    key: 'monthly_outbound_other_regions_gb',
    target: ({ region }: BilledResource) => (['us-east-1', 'us-west-1'].includes(region) ? 'us-west-2' : 'us-west-1'),
  },
];

export const dataTransferModels: readonly CostModel[] = [dataTransfer];
