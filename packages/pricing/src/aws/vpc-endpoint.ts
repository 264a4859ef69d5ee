import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** How rates call the types. */
const rates: Readonly<Record<string, string>> = {
  Interface: 'endpoint',
  GatewayLoadBalancer: 'gateway-load-balancer-endpoint',
};

/**
 * `aws_vpc_endpoint`: hours of each network interface, one in a subnet, and data. Endpoints of the type Gateway (of S3 and DynamoDB)
 * are free. The tiers of data are those of the account in a region.
 */
const vpcEndpoint: CostModel = {
  types: ['aws_vpc_endpoint'],
  bill(resource, bill) {
    const type = () => resource.text('vpc_endpoint_type', 'Gateway', ['Gateway', ...Object.keys(rates)]);
    bill.line('Data processed', () => {
      const rate = rateOf(type());
      if (rate === null) return null;
      const quantity = resource.usage.number('monthly_data_processed_gb');
      return { unit: 'GB', rate: `aws.vpc.${rate}-data`, quantity, usageBased: true };
    });
    bill.line('Endpoint', () => {
      const rate = rateOf(type());
      if (rate === null) return null;
      const quantity = resource.hours.times(interfacesOf(resource));
      return { name: `Endpoint (${type()})`, unit: 'hours', rate: `aws.vpc.${rate}-hours`, quantity };
    });
  },
};

/** Null for what is free. */
function rateOf(type: string): string | null {
  if (type === 'Gateway') return null;
  const rate = rates[type];
  if (rate === undefined) throw new Undetermined(`there is no price for an endpoint of the type "${type}"`);
  return rate;
}

/** Subnets can be added by resources of their own. An endpoint without any is in one of the VPC. */
function interfacesOf(resource: BilledResource): number {
  const added = resource.referrers('aws_vpc_endpoint_subnet_association', 'vpc_endpoint_id').length;
  const own = resource.count('subnet_ids') || resource.blocks('subnet_configuration').length;
  if (own + added > 0) return own + added;
  resource.assume('number of subnets', '1');
  return 1;
}

export const vpcEndpointModels: readonly CostModel[] = [vpcEndpoint];
