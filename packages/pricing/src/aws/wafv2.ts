import type { Bill } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/**
 * `aws_wafv2_web_acl`: a month of it, of each rule, and of each rule group, one's own or managed. Rules inside one's own groups are
 * billed too, those inside managed groups are not: the usage key `managed_rule_group_rules` is not needed. Groups of sellers have
 * prices of their own besides.
 */
const webAcl: CostModel = {
  types: ['aws_wafv2_web_acl'],
  bill(resource, bill) {
    const { usage } = resource;
    const ownGroups = () => statementsOf(resource, 'rule_group_reference_statement');
    const managedGroups = () => statementsOf(resource, 'managed_rule_group_statement');
    const rate = 'aws.waf.rule';
    bill.line('Web ACL usage', () => ({ unit: 'months', rate: 'aws.waf.web-acl', quantity: 1 }));
    bill.line('Rules', () => {
      const quantity = rulesOf(resource).length - ownGroups().length - managedGroups().length;
      return { unit: 'rules', rate, quantity };
    });
    bill.line('Rule groups', () => ({ unit: 'groups', rate, quantity: ownGroups().length }));
    bill.line('Rules of rule groups', () => {
      const quantity = usage.number('rule_group_rules') ?? rulesOfGroups(ownGroups());
      return { unit: 'rules', rate, quantity, usageBased: quantity === undefined };
    });
    bill.line('Managed rule groups', () => ({ unit: 'groups', rate, quantity: managedGroups().length }));
    bill.line('Requests', () => {
      const quantity = usage.number('monthly_requests');
      return { unit: '1M requests', rate: 'aws.waf.requests', quantity, per: 1_000_000, usageBased: true };
    });
    billSubscriptions(resource, bill, managedGroups);
    billActions(resource, bill);
  },
};

function rulesOf(resource: BilledResource): readonly Attributes[] {
  if (resource.has('rule_json')) throw new Undetermined('the rules are in `rule_json`, which is not read');
  return resource.blocks('rule');
}

/** The statements of one kind that rules consist of: only whole rules can be groups. */
function statementsOf(resource: BilledResource, kind: string): readonly Attributes[] {
  return rulesOf(resource).flatMap((rule) => rule.block('statement')?.block(kind) ?? []);
}

/** The rules of groups that are in the configuration; undefined when one is not. */
function rulesOfGroups(references: readonly Attributes[]): Amount | undefined {
  let count = 0;
  for (const reference of references) {
    const group = reference.target('arn', 'aws_wafv2_rule_group');
    if (group === undefined) return undefined;
    count += group.blocks('rule').length;
  }
  return amount(count);
}

/** Some managed groups have a subscription, and cost by request: Bot Control, and the two of Fraud Control. */
function billSubscriptions(resource: BilledResource, bill: Bill, groups: () => readonly Attributes[]): void {
  const subscribed = (kind: string) =>
    groups().filter((group) => {
      if (group.text('vendor_name') !== 'AWS') return false;
      return resource.facts('aws/waf-managed-groups').row(group.text('name') ?? '')?.kind === kind;
    });
  for (const { kind, label } of subscriptions) {
    bill.line(label, () => ({ unit: 'months', rate: `aws.waf.${kind}`, quantity: subscribed(kind).length }));
    bill.line(`${label} requests`, () => {
      const [group] = subscribed(kind);
      if (group === undefined) return null;
      const targeted = kind === 'bot-control' && isTargeted(group) ? '-targeted' : '';
      const rate = `aws.waf.${kind}${targeted}-requests`;
      const quantity = resource.usage.number(`monthly_${kind.replace('-', '_')}_requests`);
      return { unit: '1M requests', rate, quantity, per: 1_000_000, usageBased: true };
    });
  }
}

const subscriptions = [
  { kind: 'bot-control', label: 'Bot Control' },
  { kind: 'fraud-control', label: 'Fraud Control' },
];

function isTargeted(group: Attributes): boolean {
  return group
    .blocks('managed_rule_group_configs')
    .flatMap((configs) => configs.blocks('aws_managed_rules_bot_control_rule_set'))
    .some((config) => config.text('inspection_level') === 'TARGETED');
}

function billActions(resource: BilledResource, bill: Bill): void {
  const isTaken = (action: string) => rulesOf(resource).some((rule) => rule.block('action')?.has(action) === true);
  bill.line('CAPTCHA attempts', () => {
    if (!isTaken('captcha')) return null;
    const quantity = resource.usage.number('monthly_captcha_attempts');
    return { unit: '1k attempts', rate: 'aws.waf.captcha-attempts', quantity, per: 1000, usageBased: true };
  });
  bill.line('Challenges', () => {
    if (!isTaken('challenge')) return null;
    const quantity = resource.usage.number('monthly_challenges');
    return { unit: '1M challenges', rate: 'aws.waf.challenges', quantity, per: 1_000_000, usageBased: true };
  });
}

export const wafv2Models: readonly CostModel[] = [webAcl];
