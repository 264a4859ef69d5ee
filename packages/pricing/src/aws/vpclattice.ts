import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';

/**
 * `aws_vpclattice_service`: hours, data and requests. Of each hour some requests are free: they are taken off as if requests came
 * evenly, so that a service with peaks costs more.
 */
const latticeService: CostModel = {
  types: ['aws_vpclattice_service'],
  bill({ hours, usage, facts }, bill) {
    bill.line('Service', () => ({ unit: 'hours', rate: 'aws.vpc.lattice-service-hours', quantity: hours }));
    bill.line('Data processed', () => ({
      unit: 'GB',
      rate: 'aws.vpc.lattice-data',
      quantity: usage.number('monthly_data_processed_gb'),
      usageBased: true,
    }));
    bill.line('Requests', () => {
      const free = amountFact(facts, 'aws/amounts', 'lattice-free-requests-an-hour').times(hours);
      const quantity = usage.number('monthly_requests')?.minus(free);
      return { unit: '1M requests', rate: 'aws.vpc.lattice-requests', quantity, per: 1_000_000, usageBased: true };
    });
  },
};

export const vpcLatticeModels: readonly CostModel[] = [latticeService];
