import type { CostModel } from '../model.ts';

/** Evaluations of rules; of an organization, those in all its accounts. The tiers are those of an account in a region. */
const rule: CostModel = {
  types: ['aws_config_config_rule', 'aws_config_organization_custom_rule', 'aws_config_organization_managed_rule'],
  bill({ usage }, bill) {
    bill.line('Rule evaluations', () => ({
      unit: 'evaluations',
      rate: 'aws.config.rule-evaluations',
      quantity: usage.number('monthly_rule_evaluations'),
      usageBased: true,
    }));
  },
};

/** Evaluations of the rules of conformance packs, which have prices of their own. */
const conformancePack: CostModel = {
  types: ['aws_config_conformance_pack', 'aws_config_organization_conformance_pack'],
  bill({ usage }, bill) {
    bill.line('Conformance pack evaluations', () => ({
      unit: 'evaluations',
      rate: 'aws.config.conformance-pack-evaluations',
      quantity: usage.number('monthly_rule_evaluations'),
      usageBased: true,
    }));
  },
};

/** `aws_config_configuration_recorder`: items it records, at every change or once a day. */
const recorder: CostModel = {
  types: ['aws_config_configuration_recorder'],
  bill(resource, bill) {
    const { usage } = resource;
    bill.line('Config items', () => {
      const isDaily = resource.block('recording_mode')?.text('recording_frequency') === 'DAILY';
      const rate = isDaily ? 'aws.config.items-daily' : 'aws.config.items';
      return { unit: 'records', rate, quantity: usage.number('monthly_config_items'), usageBased: true };
    });
    bill.line('Custom config items', () => ({
      unit: 'records',
      rate: 'aws.config.custom-items',
      quantity: usage.number('monthly_custom_config_items'),
      usageBased: true,
    }));
  },
};

export const configModels: readonly CostModel[] = [rule, conformancePack, recorder];
