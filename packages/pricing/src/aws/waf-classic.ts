import type { CostModel } from '../model.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_waf_web_acl`, `aws_wafregional_web_acl` of AWS WAF Classic: a month of it, of each rule and rule group, and requests. How many
 * rules are in groups usage tells.
 */
const classicWebAcl: CostModel = {
  types: ['aws_waf_web_acl', 'aws_wafregional_web_acl'],
  bill(resource, bill) {
    const rate = 'aws.waf.classic-rule';
    bill.line('Web ACL usage', () => ({ unit: 'months', rate: 'aws.waf.classic-web-acl', quantity: 1 }));
    bill.line('Rules', () => ({ unit: 'rules', rate, quantity: rulesOf(resource).length - groupsOf(resource).length }));
    bill.line('Rule groups', () => ({ unit: 'groups', rate, quantity: groupsOf(resource).length }));
    bill.line('Rules of rule groups', () => {
      const quantity = resource.usage.number('rule_group_rules');
      if (quantity === undefined && groupsOf(resource).length === 0) return null;
      return { unit: 'rules', rate, quantity, usageBased: true };
    });
    bill.line('Requests', () => ({
      unit: '1M requests',
      rate: 'aws.waf.classic-requests',
      quantity: resource.usage.number('monthly_requests'),
      per: 1_000_000,
      usageBased: true,
    }));
  },
};

/** The block is `rules` of the global type, and `rule` of the regional one. */
function rulesOf(resource: BilledResource): readonly Attributes[] {
  return [...resource.blocks('rules'), ...resource.blocks('rule')];
}

function groupsOf(resource: BilledResource): readonly Attributes[] {
  return rulesOf(resource).filter((rule) => rule.text('type') === 'GROUP');
}

export const wafClassicModels: readonly CostModel[] = [classicWebAcl];
