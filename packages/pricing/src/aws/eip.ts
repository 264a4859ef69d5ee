import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_eip`: since February 2024 a public IPv4 address is billed by the hour, used or not, so that in-use addresses are no longer
 * free. One out of a range of one's own (BYOIP, or customer-owned on Outposts) is not billed.
 */
const elasticIp: CostModel = {
  types: ['aws_eip'],
  bill(resource, bill) {
    bill.line('Public IPv4 address', () => {
      if (isOwnAddress(resource)) return null;
      return isInUse(resource)
        ? {
            name: 'Public IPv4 address (in use)',
            unit: 'hours',
            rate: 'aws.vpc.public-ipv4-in-use',
            quantity: resource.hours,
          }
        : { name: 'IP address (if unused)', unit: 'hours', rate: 'aws.vpc.public-ipv4-idle', quantity: resource.hours };
    });
  },
};

function isOwnAddress(resource: BilledResource): boolean {
  if (resource.has('customer_owned_ipv4_pool')) return true;
  return resource.has('public_ipv4_pool') && resource.text('public_ipv4_pool') !== 'amazon';
}

/** Whether something has the address: by its own attributes, or by what refers to it. The price is the same today. */
function isInUse(resource: BilledResource): boolean {
  if (resource.has('instance') || resource.has('network_interface')) return true;
  const users = [
    ['aws_nat_gateway', 'allocation_id'],
    ['aws_nat_gateway', 'secondary_allocation_ids'],
    ['aws_eip_association', 'allocation_id'],
    ['aws_lb', 'subnet_mapping.allocation_id'],
    ['aws_alb', 'subnet_mapping.allocation_id'],
  ] as const;
  return users.some(([type, attribute]) => resource.referrers(type, attribute, ['id', 'allocation_id']).length > 0);
}

export const eipModels: readonly CostModel[] = [elasticIp];
