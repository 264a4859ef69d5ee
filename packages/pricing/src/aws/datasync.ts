import type { CostModel } from '../model.ts';

/** `aws_datasync_task`: the data that is copied, in basic mode; enhanced mode has other prices, which are not at hand. */
const task: CostModel = {
  types: ['aws_datasync_task'],
  bill(resource, bill) {
    bill.line('Data copied', () => {
      const isEnhanced = resource.text('task_mode')?.toUpperCase() === 'ENHANCED';
      const rate = isEnhanced ? 'aws.datasync.enhanced-data' : 'aws.datasync.data';
      return { unit: 'GB', rate, quantity: resource.usage.number('monthly_data_copied_gb'), usageBased: true };
    });
  },
};

export const dataSyncModels: readonly CostModel[] = [task];
