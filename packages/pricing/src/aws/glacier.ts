import type { CostModel } from '../model.ts';

/** `aws_glacier_vault`: storage, uploads and standard retrievals; expedited ones when usage tells them. AWS takes no new customers for vaults. */
const vault: CostModel = {
  types: ['aws_glacier_vault'],
  bill({ usage }, bill) {
    bill.line('Storage', () => ({
      unit: 'GB',
      rate: 'aws.glacier.storage',
      quantity: usage.number('storage_gb'),
      usageBased: true,
    }));
    bill.line('Requests', () => ({
      unit: '1k requests',
      rate: 'aws.glacier.requests',
      quantity: usage.number('monthly_requests'),
      per: 1000,
      usageBased: true,
    }));
    bill.line('Retrievals (standard)', () => ({
      unit: 'GB',
      rate: 'aws.glacier.retrieval',
      quantity: usage.number('monthly_standard_data_retrieval_gb'),
      usageBased: true,
    }));
    bill.line('Retrievals (expedited)', () => {
      const quantity = usage.number('monthly_expedited_data_retrieval_gb');
      if (quantity === undefined) return null;
      return { unit: 'GB', rate: 'aws.glacier.expedited-retrieval', quantity, usageBased: true };
    });
  },
};

export const glacierModels: readonly CostModel[] = [vault];
