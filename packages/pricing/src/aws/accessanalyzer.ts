import type { CostModel } from '../model.ts';

/** `aws_accessanalyzer_analyzer`: free, unless it looks for access that nobody uses, which is billed by role and user. */
const analyzer: CostModel = {
  types: ['aws_accessanalyzer_analyzer'],
  bill(resource, bill) {
    bill.line('Unused access analysis', () => {
      if (!(resource.text('type') ?? 'ACCOUNT').endsWith('_UNUSED_ACCESS')) return null;
      const quantity = resource.usage.number('iam_roles_and_users');
      return { unit: 'roles and users', rate: 'aws.accessanalyzer.unused-access', quantity, usageBased: true };
    });
  },
};

export const accessAnalyzerModels: readonly CostModel[] = [analyzer];
