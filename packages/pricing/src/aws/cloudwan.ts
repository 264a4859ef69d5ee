import type { CostModel } from '../model.ts';
import { Undetermined } from '../resource/undetermined.ts';

/**
 * `aws_networkmanager_core_network`: hours of an edge in each region, at the price of that region. The regions are known when the base
 * policy names them; those of a policy document of one's own are not read.
 */
const coreNetwork: CostModel = {
  types: ['aws_networkmanager_core_network'],
  bill(resource, bill) {
    const several = resource.texts('base_policy_regions');
    const one = resource.text('base_policy_region');
    const regions = one === undefined ? several : [...several, one];
    for (const region of regions) {
      bill.line(`Core network edge (${region})`, () => ({
        unit: 'hours',
        rate: 'aws.cloudwan.core-network-edge-hours',
        quantity: resource.hours,
        region,
      }));
    }
    if (regions.length === 0) throw new Undetermined('the regions are in a policy document, which is not read');
  },
};

const attachments: Readonly<Record<string, { readonly rate: string; readonly hasData: boolean }>> = {
  aws_networkmanager_vpc_attachment: { rate: 'vpc', hasData: true },
  aws_networkmanager_site_to_site_vpn_attachment: { rate: 'vpn', hasData: true },
  aws_networkmanager_connect_attachment: { rate: 'connect', hasData: false },
  aws_networkmanager_transit_gateway_peering: { rate: 'transit-gateway-peering', hasData: false },
};

/** What is attached to a core network: hours, and data that it sends. That of a Connect attachment is billed with its transport. */
const attachment: CostModel = {
  types: Object.keys(attachments),
  bill(resource, bill) {
    const terms = attachments[resource.type];
    if (terms === undefined) return;
    bill.line('Core network attachment', () => ({
      unit: 'hours',
      rate: `aws.cloudwan.${terms.rate}-hours`,
      quantity: resource.hours,
    }));
    bill.line('Data processed', () => {
      if (!terms.hasData) return null;
      const quantity = resource.usage.number('monthly_data_processed_gb');
      return { unit: 'GB', rate: `aws.cloudwan.${terms.rate}-data`, quantity, usageBased: true };
    });
  },
};

export const cloudWanModels: readonly CostModel[] = [coreNetwork, attachment];
