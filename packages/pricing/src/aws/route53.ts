import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** `aws_route53_zone`: a month, public or private. The lower price from the 26th zone of the account is not taken. */
const zone: CostModel = {
  types: ['aws_route53_zone'],
  bill(_, bill) {
    bill.line('Hosted zone', () => ({ unit: 'months', rate: 'aws.route53.zone', quantity: 1, tiers: 'first' }));
  },
};

const queryKinds = [
  { label: 'Standard queries', kind: 'standard', key: 'monthly_standard_queries', policies: [] },
  {
    label: 'Latency based routing queries',
    kind: 'latency',
    key: 'monthly_latency_based_queries',
    policies: ['latency_routing_policy'],
  },
  {
    label: 'Geo DNS queries',
    kind: 'geo',
    key: 'monthly_geo_queries',
    policies: ['geolocation_routing_policy', 'geoproximity_routing_policy'],
  },
  {
    label: 'IP based routing queries',
    kind: 'ip-based',
    key: 'monthly_ip_based_queries',
    policies: ['cidr_routing_policy'],
  },
];

/**
 * `aws_route53_record`: queries, by the routing policy of the record, and whatever other kind usage names. Queries for an alias of
 * another AWS service are free; those for an alias of a record of the same zone are not.
 */
const record: CostModel = {
  types: ['aws_route53_record'],
  bill(resource, bill) {
    if (isFreeAlias(resource)) return;
    for (const { label, kind, key, policies } of queryKinds) {
      const quantity = resource.usage.number(key);
      bill.line(label, () => {
        if (quantity === undefined && !isRouted(resource, policies)) return null;
        const rate = `aws.route53.queries-${kind}`;
        return { unit: '1M queries', rate, quantity, per: 1_000_000, usageBased: true };
      });
    }
  },
};

/** Without policies: whether nothing else than the standard price is for it. */
function isRouted(resource: BilledResource, policies: readonly string[]): boolean {
  if (policies.length > 0) return policies.some((policy) => resource.has(policy));
  return !queryKinds.some((kind) => kind.policies.some((policy) => resource.has(policy)));
}

function isFreeAlias(resource: BilledResource): boolean {
  const alias = resource.block('alias');
  if (alias === undefined) return false;
  if (alias.target('name', 'aws_route53_record', ['id', 'name', 'fqdn']) !== undefined) return false;
  // Only the alias of a record has the zone of records; other services have zones of their own.
  return alias.target('zone_id', 'aws_route53_zone', ['id', 'zone_id']) === undefined;
}

/** `aws_route53_health_check`: a month, and each optional feature. The free checks of an account are not taken off. */
const healthCheck: CostModel = {
  types: ['aws_route53_health_check'],
  bill(resource, bill) {
    const endpoint = () => endpointOf(resource);
    bill.line('Health check', () => ({
      unit: 'months',
      rate: `aws.route53.health-check-${endpoint()}`,
      quantity: 1,
      tiers: 'first',
    }));
    bill.line('Optional features', () => {
      const type = resource.neededText('type');
      const features = [
        type.startsWith('HTTPS'),
        type.endsWith('STR_MATCH'),
        resource.text('request_interval') === '10',
        resource.flag('measure_latency'),
      ];
      const rate = `aws.route53.health-check-option-${endpoint()}`;
      return { unit: 'months', rate, quantity: features.filter(Boolean).length };
    });
  },
};

/** Whether the endpoint is within AWS, which usage tells: `aws` unless it says so. */
function endpointOf(resource: BilledResource): 'aws' | 'non-aws' {
  const given = resource.usage.text('endpoint_type')?.toLowerCase();
  if (given === undefined) resource.assume('endpoint_type', 'aws');
  if (given === undefined || given === 'aws') return 'aws';
  if (given === 'non_aws') return 'non-aws';
  throw new Undetermined(`the usage \`endpoint_type\` is "${given}", and must be aws or non_aws`);
}

/** `aws_route53_traffic_policy_instance`: a month of the policy record, besides its queries. */
const trafficPolicyInstance: CostModel = {
  types: ['aws_route53_traffic_policy_instance'],
  bill(_, bill) {
    bill.line('Traffic policy record', () => ({
      unit: 'months',
      rate: 'aws.route53.traffic-policy-record',
      quantity: 1,
    }));
  },
};

export const route53Models: readonly CostModel[] = [zone, record, healthCheck, trafficPolicyInstance];
