import type { CostModel } from '../model.ts';

/** `aws_securityhub_account`: checks of the account, and findings that other products send. */
const account: CostModel = {
  types: ['aws_securityhub_account'],
  bill({ usage }, bill) {
    bill.line('Security checks', () => ({
      unit: 'checks',
      rate: 'aws.securityhub.checks',
      quantity: usage.number('monthly_checks'),
      usageBased: true,
    }));
    bill.line('Findings ingested', () => ({
      unit: '10k events',
      rate: 'aws.securityhub.findings',
      quantity: usage.number('monthly_findings'),
      per: 10_000,
      usageBased: true,
    }));
  },
};

export const securityHubModels: readonly CostModel[] = [account];
