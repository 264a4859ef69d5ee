import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';

/** `aws_dax_cluster`: its nodes, of which one is the primary. */
const cluster: CostModel = {
  types: ['aws_dax_cluster'],
  bill(resource, bill) {
    bill.line('Nodes', () => {
      const nodeType = resource.neededText('node_type');
      const count = resource.number('replication_factor') ?? amount(resource.neededText('replication_factor'));
      return {
        name: `DAX (on-demand, ${nodeType})`,
        unit: 'hours',
        rate: 'aws.dax.node',
        dimensions: { nodeType: nodeType.replace(/^dax\./, '') },
        quantity: count.times(resource.hours),
      };
    });
  },
};

export const daxModels: readonly CostModel[] = [cluster];
