import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold } from '../resource/undetermined.ts';

/**
 * `aws_ec2_host`: a dedicated host is billed by the family of instance types that it carries, whatever runs on it. Of a reserved
 * host the hours are billed, and not what is paid upfront.
 */
const host: CostModel = {
  types: ['aws_ec2_host'],
  bill(resource, bill) {
    const { usage, hours: quantity } = resource;
    bill.line('EC2 Dedicated Host', () => {
      const family = familyOf(resource);
      const term = usage.text('reserved_instance_term');
      if (term === undefined) {
        const name = `EC2 Dedicated Host (on-demand, ${family})`;
        return { name, unit: 'hours', rate: 'aws.ec2.host', dimensions: { family }, quantity };
      }
      const paymentOption = usage.text('reserved_instance_payment_option') ?? 'no_upfront';
      const line = { name: `EC2 Dedicated Host (reserved, ${family})`, unit: 'hours', quantity };
      if (paymentOption === 'all_upfront') return { ...line, rate: 'aws.ec2.reserved-upfront' };
      return { ...line, rate: 'aws.ec2.host-reserved', dimensions: { term, paymentOption, family } };
    });
  },
};

function familyOf(resource: BilledResource): string {
  return (
    resource.text('instance_type')?.split('.')[0] ??
    resource.text('instance_family') ??
    notTold('neither `instance_type` nor `instance_family` is set')
  );
}

export const ec2HostModels: readonly CostModel[] = [host];
