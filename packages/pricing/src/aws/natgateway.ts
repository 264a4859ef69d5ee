import type { CostModel } from '../model.ts';

/**
 * `aws_nat_gateway`: hours and data. The public address of a gateway is billed with its `aws_eip`, and data that leaves for the
 * internet as data transfer.
 */
const natGateway: CostModel = {
  types: ['aws_nat_gateway'],
  bill({ hours, usage }, bill) {
    bill.line('NAT gateway', () => ({ unit: 'hours', rate: 'aws.natgateway.hours', quantity: hours }));
    bill.line('Data processed', () => ({
      unit: 'GB',
      rate: 'aws.natgateway.data',
      quantity: usage.number('monthly_data_processed_gb'),
      usageBased: true,
    }));
  },
};

export const natGatewayModels: readonly CostModel[] = [natGateway];
