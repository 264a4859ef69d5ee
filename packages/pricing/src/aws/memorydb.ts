import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import { engineFacts } from './elasticache.ts';

/** `aws_memorydb_cluster`: the primary and the replicas of each shard, data that is written, and snapshots beyond the first. */
const cluster: CostModel = {
  types: ['aws_memorydb_cluster'],
  bill(resource, bill) {
    const { usage, hours, facts } = resource;
    const product = () => engineFacts(resource.text('engine', 'redis'), facts).product ?? '';
    bill.line('Nodes', () => {
      const nodeType = resource.neededText('node_type');
      const replicas = resource.number('num_replicas_per_shard', 1);
      return {
        name: `MemoryDB (on-demand, ${nodeType})`,
        unit: 'hours',
        rate: 'aws.memorydb.node',
        dimensions: { engine: product(), nodeType: nodeType.replace(/^db\./, '') },
        quantity: resource.number('num_shards', 1).times(replicas.plus(1)).times(hours),
      };
    });
    bill.line('Data written', () => {
      const written = usage.number('monthly_data_written_gb');
      const line = { unit: 'GB', usageBased: true };
      if (product() !== 'Valkey') return { ...line, rate: 'aws.memorydb.data-written-redis', quantity: written };
      // What Valkey writes is free up to an amount that few clusters reach, and the book has no price of what is more.
      const free = amountFact(facts, 'aws/amounts', 'memorydb-valkey-free-data');
      if (written === undefined) resource.assume('usage monthly_data_written_gb', `at most ${free.toFixed()}`);
      const quantity = written?.minus(free) ?? amount(0);
      return { ...line, rate: 'aws.memorydb.data-written-valkey', quantity };
    });
    bill.line('Snapshot storage', () => {
      if (resource.number('snapshot_retention_limit', 0).lte(1)) return null;
      const quantity = usage.number('snapshot_storage_size_gb');
      return { unit: 'GB', rate: 'aws.memorydb.snapshot-storage', quantity, usageBased: true };
    });
  },
};

/** `aws_memorydb_snapshot`: a snapshot by hand. */
const snapshot: CostModel = {
  types: ['aws_memorydb_snapshot'],
  bill({ usage }, bill) {
    bill.line('Snapshot storage', () => {
      const quantity = usage.number('snapshot_storage_size_gb');
      return { unit: 'GB', rate: 'aws.memorydb.snapshot-storage', quantity, usageBased: true };
    });
  },
};

export const memoryDbModels: readonly CostModel[] = [cluster, snapshot];
