import type { CostModel } from '../model.ts';

/** `aws_cloudhsm_v2_hsm`: its hours. The cluster has no cost of its own. */
const hsm: CostModel = {
  types: ['aws_cloudhsm_v2_hsm'],
  bill({ hours, usage }, bill) {
    bill.line('HSM usage', () => ({
      unit: 'hours',
      rate: 'aws.cloudhsm.hours',
      quantity: usage.number('monthly_hrs') ?? hours,
    }));
  },
};

export const cloudHsmModels: readonly CostModel[] = [hsm];
