import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_networkfirewall_firewall`: hours of an endpoint in each subnet, and data. A policy that inspects encrypted traffic makes each
 * endpoint cost more.
 */
const firewall: CostModel = {
  types: ['aws_networkfirewall_firewall'],
  bill(resource, bill) {
    bill.line('Network Firewall Endpoint', () => {
      const quantity = resource.hours.times(endpointsOf(resource));
      return { unit: 'hours', rate: 'aws.networkfirewall.endpoint-hours', quantity };
    });
    bill.line('Advanced inspection', () => {
      const policy = resource.target('firewall_policy_arn', 'aws_networkfirewall_firewall_policy');
      if (policy?.block('firewall_policy')?.has('tls_inspection_configuration_arn') !== true) return null;
      const quantity = resource.hours.times(endpointsOf(resource));
      return { unit: 'hours', rate: 'aws.networkfirewall.advanced-endpoint-hours', quantity };
    });
    bill.line('Data Processed', () => ({
      unit: 'GB',
      rate: 'aws.networkfirewall.data',
      quantity: resource.usage.number('monthly_data_processed_gb'),
      usageBased: true,
    }));
  },
};

/** One a subnet; one a zone for a firewall of a transit gateway. */
function endpointsOf(resource: BilledResource): number {
  return resource.blocks('subnet_mapping').length || resource.blocks('availability_zone_mapping').length;
}

export const networkFirewallModels: readonly CostModel[] = [firewall];
