import type { CostModel } from '../model.ts';

/** `aws_ecr_repository`: what its images take up. Basic scans are free; enhanced ones are billed by Amazon Inspector. */
const repository: CostModel = {
  types: ['aws_ecr_repository'],
  bill({ usage }, bill) {
    const quantity = usage.number('storage_gb');
    bill.line('Storage', () => ({ unit: 'GB', rate: 'aws.ecr.storage', quantity, usageBased: true }));
  },
};

export const ecrModels: readonly CostModel[] = [repository];
