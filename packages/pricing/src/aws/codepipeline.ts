import type { CostModel } from '../model.ts';

/** `aws_codepipeline`: by the month when it is of type V1, by the minutes of its actions when it is of V2. */
const pipeline: CostModel = {
  types: ['aws_codepipeline'],
  bill(resource, bill) {
    bill.line('Pipeline', () => {
      if (resource.text('pipeline_type', 'V1') === 'V1') {
        return { name: 'Active pipeline', unit: 'months', rate: 'aws.codepipeline.active-pipeline', quantity: 1 };
      }
      return {
        name: 'Action execution',
        unit: 'minutes',
        rate: 'aws.codepipeline.action-execution',
        quantity: resource.usage.number('monthly_action_mins'),
        usageBased: true,
      };
    });
  },
};

export const codePipelineModels: readonly CostModel[] = [pipeline];
