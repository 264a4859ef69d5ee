import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

const supportCalendar = 'aws/docdb-support';

/** `aws_docdb_cluster`: backups that are kept for more than the day that is free. Storage and requests are with its instances. */
const cluster: CostModel = {
  types: ['aws_docdb_cluster'],
  bill(resource, bill) {
    const { usage } = resource;
    bill.line('Backup storage', () => {
      const isFree = resource.number('backup_retention_period', 1).lte(1);
      const quantity = isFree ? amount(0) : usage.number('backup_storage_gb');
      return { unit: 'GB', rate: 'aws.docdb.backup-storage', quantity, usageBased: true };
    });
  },
};

/**
 * `aws_docdb_cluster_instance`. The storage and the requests of the cluster are told by the usage of an instance, as usage files
 * have it. With I/O-optimized storage requests cost nothing. Extended support is billed from the date of its calendar.
 */
const clusterInstance: CostModel = {
  types: ['aws_docdb_cluster_instance'],
  bill(resource, bill) {
    const { usage, hours, facts, date } = resource;
    const clusterOf = () =>
      resource.target('cluster_identifier', 'aws_docdb_cluster', ['id', 'cluster_identifier', 'arn']);
    const isIoOptimized = () => clusterOf()?.text('storage_type') === 'iopt1';
    const instanceClass = () => resource.neededText('instance_class');

    bill.line('Database instance', () => ({
      name: `Database instance (on-demand, ${instanceClass()})`,
      unit: 'hours',
      rate: isIoOptimized() ? 'aws.docdb.instance-io-optimized' : 'aws.docdb.instance',
      dimensions: { instanceClass: instanceClass() },
      quantity: hours,
    }));
    bill.line('Storage', () => {
      const rate = isIoOptimized() ? 'aws.docdb.storage-io-optimized' : 'aws.docdb.storage';
      return { unit: 'GB', rate, quantity: usage.number('data_storage_gb'), usageBased: true };
    });
    bill.line('I/O requests', () => {
      if (isIoOptimized()) return null;
      const quantity = usage.number('monthly_io_requests');
      return { unit: '1M requests', rate: 'aws.docdb.requests', quantity, per: 1_000_000, usageBased: true };
    });
    bill.line('CPU credits', () => {
      const [, family = ''] = instanceClass().split('.');
      if (!['t3', 't4g'].includes(family)) return null;
      const quantity = usage.number('monthly_cpu_credit_hrs');
      return { unit: 'vCPU-hours', rate: 'aws.docdb.cpu-credits', dimensions: { family }, quantity, usageBased: true };
    });
    bill.line('Extended support', () => {
      const version = clusterOf()?.text('engine_version')?.split('.').slice(0, 2).join('.');
      const from = version === undefined ? undefined : facts(supportCalendar).row(version)?.year_1_from;
      if (from === undefined || date < from) return null;
      const dimensions = { instanceClass: instanceClass() };
      return { unit: 'hours', rate: 'aws.docdb.extended-support', dimensions, quantity: hours };
    });
  },
};

/** `aws_docdb_cluster_snapshot`: a snapshot by hand is billed until it is deleted. */
const clusterSnapshot: CostModel = {
  types: ['aws_docdb_cluster_snapshot'],
  bill({ usage }, bill) {
    bill.line('Backup storage', () => ({
      unit: 'GB',
      rate: 'aws.docdb.backup-storage',
      quantity: usage.number('backup_storage_gb'),
      usageBased: true,
    }));
  },
};

/** `aws_docdbelastic_cluster`: the vCPUs of all instances of all shards, storage and snapshots. */
const elasticCluster: CostModel = {
  types: ['aws_docdbelastic_cluster'],
  bill(resource, bill) {
    const { usage, hours } = resource;
    bill.line('Shards', () => ({
      unit: 'vCPU-hours',
      rate: 'aws.docdb.elastic-vcpu-hours',
      quantity: needed(resource, 'shard_capacity')
        .times(needed(resource, 'shard_count'))
        .times(resource.number('shard_instance_count', 2))
        .times(hours),
    }));
    bill.line('Storage', () => {
      const quantity = usage.number('storage_gb');
      return { unit: 'GB', rate: 'aws.docdb.elastic-storage', quantity, usageBased: true };
    });
    bill.line('Backup storage', () => {
      const quantity = usage.number('backup_storage_gb');
      return { unit: 'GB', rate: 'aws.docdb.elastic-backup-storage', quantity, usageBased: true };
    });
  },
};

function needed(resource: BilledResource, name: string) {
  return resource.number(name) ?? amount(resource.neededText(name));
}

/** `aws_docdb_global_cluster`: writes that are copied to secondary regions, counted for each. */
const globalCluster: CostModel = {
  types: ['aws_docdb_global_cluster'],
  bill({ usage }, bill) {
    bill.line('Replicated write I/Os', () => {
      const quantity = usage.number('monthly_replicated_write_requests');
      return { unit: '1M requests', rate: 'aws.docdb.replicated-writes', quantity, per: 1_000_000, usageBased: true };
    });
  },
};

export const docDbModels: readonly CostModel[] = [
  cluster,
  clusterInstance,
  clusterSnapshot,
  elasticCluster,
  globalCluster,
];
