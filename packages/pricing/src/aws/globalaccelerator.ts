import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, sumOf } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';
import type { ResourceUsage } from '../usage/resource-usage.ts';

/** An accelerator: hours, enabled or not, and its two public addresses, unless they are the customer's own. */
const accelerator: CostModel = {
  types: ['aws_globalaccelerator_accelerator', 'aws_globalaccelerator_custom_routing_accelerator'],
  bill(resource, bill) {
    const { hours, facts } = resource;
    bill.line('Fixed fee', () => ({ unit: 'hours', rate: 'aws.globalaccelerator.hours', quantity: hours }));
    bill.line('Public IPv4 addresses', () => {
      const addresses = amountFact(facts, 'aws/amounts', 'global-accelerator-public-addresses');
      const quantity = hours.times(addresses.minus(resource.count('ip_addresses')));
      return { unit: 'hours', rate: 'aws.vpc.public-ipv4-in-use', quantity };
    });
  },
};

const areas = 'aws/global-accelerator-areas';
const regions = 'aws/global-accelerator-regions';

/**
 * `aws_globalaccelerator_endpoint_group`: the premium on data between its region and the areas of clients. AWS bills the dominant
 * direction of each hour; that of the month stands for it. The data transfer itself is billed with what is behind.
 */
const endpointGroup: CostModel = {
  types: ['aws_globalaccelerator_endpoint_group'],
  bill(resource, bill) {
    const inbound = resource.usage.part('monthly_inbound_data_transfer_gb');
    const outbound = resource.usage.part('monthly_outbound_data_transfer_gb');
    const isInbound = total(inbound).gte(total(outbound));
    const dominant = isInbound ? inbound : outbound;
    const used = resource.facts(areas).rows.filter(({ key }) => dominant.number(key ?? '') !== undefined);
    for (const { key = '', code = '', area = '' } of used) {
      bill.group(area).line(`${isInbound ? 'Inbound' : 'Outbound'} DT-premium fee`, () => {
        return premiumLine(areaOf(resource), code, dominant.number(key));
      });
    }
    if (used.length > 0) return;
    bill.line('DT-premium fee (clients nearby)', () => premiumLine(areaOf(resource), areaOf(resource), undefined));
  },
};

function premiumLine(from: string, to: string, quantity: Amount | undefined) {
  const rate = 'aws.globalaccelerator.data-premium';
  return { unit: 'GB', rate, dimensions: { from, to }, quantity, usageBased: true };
}

function total(usage: ResourceUsage): Amount {
  return sumOf(usage.keys().flatMap((key) => usage.number(key) ?? []));
}

function areaOf(resource: BilledResource): string {
  const region = resource.text('endpoint_group_region') ?? resource.region;
  const code = resource.facts(regions).row(region)?.code;
  if (code === undefined)
    throw new Undetermined(`the area of ${region} in the prices of Global Accelerator is not known`);
  return code;
}

export const globalAcceleratorModels: readonly CostModel[] = [accelerator, endpointGroup];
