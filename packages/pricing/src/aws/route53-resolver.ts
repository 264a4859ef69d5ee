import type { CostModel } from '../model.ts';

/** `aws_route53_resolver_endpoint`: hours of a network interface for each address, and queries that pass. */
const endpoint: CostModel = {
  types: ['aws_route53_resolver_endpoint'],
  bill(resource, bill) {
    bill.line('Resolver endpoints', () => ({
      unit: 'hours',
      rate: 'aws.route53.resolver-interface-hours',
      quantity: resource.hours.times(resource.blocks('ip_address').length),
    }));
    bill.line('DNS queries', () => ({
      unit: '1M queries',
      rate: 'aws.route53.resolver-queries',
      quantity: resource.usage.number('monthly_queries'),
      per: 1_000_000,
      usageBased: true,
    }));
  },
};

/** `aws_route53_resolver_firewall_domain_list`: a month of each domain that it has. */
const firewallDomainList: CostModel = {
  types: ['aws_route53_resolver_firewall_domain_list'],
  bill(resource, bill) {
    bill.line('Domains', () => ({
      unit: 'domains',
      rate: 'aws.route53.firewall-domains',
      quantity: resource.count('domains'),
    }));
  },
};

/** `aws_route53_resolver_firewall_rule_group_association`: the queries of the network that it inspects. */
const firewallAssociation: CostModel = {
  types: ['aws_route53_resolver_firewall_rule_group_association'],
  bill({ usage }, bill) {
    bill.line('DNS queries inspected', () => ({
      unit: '1M queries',
      rate: 'aws.route53.firewall-queries',
      quantity: usage.number('monthly_queries'),
      per: 1_000_000,
      usageBased: true,
    }));
  },
};

export const route53ResolverModels: readonly CostModel[] = [endpoint, firewallDomainList, firewallAssociation];
