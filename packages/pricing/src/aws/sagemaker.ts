import type { CostModel } from '../model.ts';

/** `aws_sagemaker_notebook_instance`: hours of the instance, and its volume, which the book may have no price of. */
const notebookInstance: CostModel = {
  types: ['aws_sagemaker_notebook_instance'],
  bill(resource, bill) {
    bill.line('Notebook instance', () => {
      const instanceType = resource.neededText('instance_type');
      return {
        name: `Notebook instance (${instanceType})`,
        unit: 'hours',
        rate: 'aws.sagemaker.notebook-instance',
        dimensions: { instanceType },
        quantity: resource.usage.number('monthly_hrs') ?? resource.hours,
      };
    });
    bill.line('Storage', () => ({
      unit: 'GB',
      rate: 'aws.sagemaker.notebook-storage',
      quantity: resource.number('volume_size', 5),
    }));
  },
};

export const sageMakerModels: readonly CostModel[] = [notebookInstance];
