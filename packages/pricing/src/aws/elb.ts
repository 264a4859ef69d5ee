import type { Bill } from '../estimate/bill.ts';
import { amountFact, type Facts } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, larger } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/**
 * `aws_lb`, `aws_alb`: hours, capacity units and public addresses. Usage has connections a second, active connections a minute, rule
 * evaluations a second, and GB a month; AWS bills each hour for the largest of them in capacity units.
 */
const loadBalancer: CostModel = {
  types: ['aws_lb', 'aws_alb'],
  bill(resource, bill) {
    const kind = () => kindOf(resource);
    bill.line('Load balancer', () => ({
      name: `${kind().replace(/^./, (first) => first.toUpperCase())} load balancer`,
      unit: 'hours',
      rate: `aws.elb.${kind()}-hours`,
      quantity: resource.hours,
    }));
    bill.line('Load balancer capacity units', () => {
      const units = capacityUnits(resource, capacityKind(resource, kind()));
      const reserved = reservedUnits(resource);
      const above = units === undefined || reserved === undefined ? units : units.minus(reserved);
      const quantity = above?.times(resource.hours);
      return { unit: 'LCU', rate: `aws.elb.${kind()}-capacity`, quantity, per: 730, usageBased: true };
    });
    bill.line('Reserved capacity units', () => {
      const reserved = reservedUnits(resource);
      if (reserved === undefined) return null;
      const rate = `aws.elb.${kind()}-reserved-capacity`;
      return { unit: 'LCU', rate, quantity: reserved.times(resource.hours), per: 730 };
    });
    billPublicAddresses(resource, bill, () => {
      if (kind() === 'gateway' || resource.text('ip_address_type') === 'dualstack-without-public-ipv4') return 0;
      // An address that is allocated is billed with its `aws_eip`.
      const mapped = resource.blocks('subnet_mapping').filter((mapping) => !mapping.has('allocation_id'));
      return resource.count('subnets') + mapped.length;
    });
  },
};

/** `aws_elb`, a classic load balancer: hours, data, and an address in each zone. */
const classicLoadBalancer: CostModel = {
  types: ['aws_elb'],
  bill(resource, bill) {
    bill.line('Classic load balancer', () => ({
      unit: 'hours',
      rate: 'aws.elb.classic-hours',
      quantity: resource.hours,
    }));
    bill.line('Data processed', () => ({
      unit: 'GB',
      rate: 'aws.elb.classic-data',
      quantity: resource.usage.number('monthly_data_processed_gb'),
      usageBased: true,
    }));
    billPublicAddresses(resource, bill, () => resource.count('subnets') || resource.count('availability_zones'));
  },
};

/** `aws_lb_trust_store`: hours, while a listener checks clients with it. */
const trustStore: CostModel = {
  types: ['aws_lb_trust_store'],
  bill({ hours }, bill) {
    bill.line('Trust store', () => ({ unit: 'hours', rate: 'aws.elb.trust-store-hours', quantity: hours }));
  },
};

/** Since 2024-02 AWS bills the public addresses of load balancers: one in each subnet at least, more while they scale. */
function billPublicAddresses(resource: BilledResource, bill: Bill, count: () => number): void {
  bill.line('Public IPv4 addresses', () => {
    // Addresses out of ranges of one's own are not billed.
    if (resource.has('customer_owned_ipv4_pool') || resource.has('ipam_pools')) return null;
    if (resource.flag('internal')) return null;
    const quantity = resource.hours.times(count());
    return { unit: 'hours', rate: 'aws.vpc.public-ipv4-in-use', quantity };
  });
}

const kinds = ['application', 'network', 'gateway'];

function kindOf(resource: BilledResource): string {
  const kind = resource.text('load_balancer_type', 'application', kinds);
  if (!kinds.includes(kind)) throw new Undetermined(`there is no load balancer of the type "${kind}"`);
  return kind;
}

/** A unit of a network load balancer holds fewer connections of UDP and TLS. Where listeners differ, TCP stands for them. */
function capacityKind(resource: BilledResource, kind: string): string {
  if (kind !== 'network') return kind;
  const listeners = resource.referrers('aws_lb_listener', 'load_balancer_arn');
  const protocols = new Set(listeners.map((listener) => listener.text('protocol')));
  const [protocol] = protocols;
  if (protocols.size !== 1 || protocol === undefined) return kind;
  return protocol === 'UDP' || protocol === 'TLS' ? `network-${protocol.toLowerCase()}` : kind;
}

const dimensions = {
  new_connections: 'new_connections_per_second',
  active_connections: 'active_connections_per_minute',
  rule_evaluations: 'rule_evaluations_per_second',
};

/** Capacity units in use, on average; undefined when usage tells nothing of them. */
export function capacityUnits(
  { usage, hours, facts }: Pick<BilledResource, 'usage' | 'hours' | 'facts'>,
  kind: string,
): Amount | undefined {
  const gb = usage.number('processed_bytes_gb');
  const perUnit = (column: string) => amountFact(facts, 'aws/load-balancer-capacity', kind, column);
  const units = [hours.gt(0) ? gb?.div(hours).div(perUnit('gb_per_hour')) : undefined];
  for (const [key, column] of Object.entries(dimensions)) {
    if (isMeasured(facts, kind, column)) units.push(usage.number(key)?.div(perUnit(column)));
  }
  const known = units.filter((each) => each !== undefined);
  return known.length === 0 ? undefined : known.reduce(larger);
}

function isMeasured(facts: Facts, kind: string, column: string): boolean {
  return facts('aws/load-balancer-capacity').row(kind)?.[column] !== '';
}

function reservedUnits(resource: BilledResource): Amount | undefined {
  return resource.block('minimum_load_balancer_capacity')?.number('capacity_units');
}

export const elbModels: readonly CostModel[] = [loadBalancer, classicLoadBalancer, trustStore];
