import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_neptune_cluster`: storage, requests, and backups that are kept for more than the day that is free. With I/O-optimized storage
 * the storage is dearer and requests cost nothing.
 */
const cluster: CostModel = {
  types: ['aws_neptune_cluster'],
  bill(resource, bill) {
    const { usage } = resource;
    bill.line('Storage', () => {
      const line = { unit: 'GB', quantity: usage.number('storage_gb'), usageBased: true };
      return isIoOptimized(resource)
        ? { ...line, name: 'Storage (I/O-optimized)', rate: 'aws.neptune.storage-io-optimized' }
        : { ...line, rate: 'aws.neptune.storage' };
    });
    bill.line('I/O requests', () => {
      if (isIoOptimized(resource)) return null;
      const quantity = usage.number('monthly_io_requests');
      return { unit: '1M request', rate: 'aws.neptune.requests', quantity, per: 1_000_000, usageBased: true };
    });
    bill.line('Backup storage', () => {
      const quantity = hasFreeBackups(resource) ? amount(0) : usage.number('backup_storage_gb');
      return { unit: 'GB', rate: 'aws.neptune.backup-storage', quantity, usageBased: true };
    });
  },
};

function isIoOptimized(resource: Attributes | undefined): boolean {
  return resource?.text('storage_type')?.toLowerCase() === 'iopt1';
}

function hasFreeBackups(resource: Attributes): boolean {
  return resource.number('backup_retention_period', 1).lte(1);
}

const clusterOf = (resource: BilledResource, attribute: string) =>
  resource.target(attribute, 'aws_neptune_cluster', ['id', 'cluster_identifier', 'arn']);

/**
 * `aws_neptune_cluster_instance`; the storage of its cluster decides the price. One of `db.serverless` is billed by the capacity that
 * it uses. CPU credits are vCPU-hours a month, and not an hour.
 */
const clusterInstance: CostModel = {
  types: ['aws_neptune_cluster_instance'],
  bill(resource, bill) {
    const { usage, hours } = resource;
    const suffix = () => (isIoOptimized(clusterOf(resource, 'cluster_identifier')) ? '-io-optimized' : '');
    bill.line('Database instance', () => {
      const instanceClass = resource.neededText('instance_class');
      if (instanceClass === 'db.serverless') {
        const quantity = usage.number('capacity_units_per_hr')?.times(hours);
        const name = 'Serverless capacity';
        return { name, unit: 'NCU-hours', rate: `aws.neptune.serverless${suffix()}`, quantity, usageBased: true };
      }
      return {
        name: `Database instance (on-demand, ${instanceClass})`,
        unit: 'hours',
        rate: `aws.neptune.instance${suffix()}`,
        dimensions: { instanceClass: instanceClass.replace(/^db\./, '') },
        quantity: hours,
      };
    });
    bill.line('CPU credits', () => {
      const [, family = ''] = resource.neededText('instance_class').split('.');
      if (!['t3', 't4g'].includes(family)) return null;
      const quantity = usage.number('monthly_cpu_credit_hrs');
      return {
        unit: 'vCPU-hours',
        rate: 'aws.neptune.cpu-credits',
        dimensions: { family },
        quantity,
        usageBased: true,
      };
    });
  },
};

/** `aws_neptune_cluster_snapshot`. Of a cluster that keeps backups for a day the snapshots count to what is free. */
const clusterSnapshot: CostModel = {
  types: ['aws_neptune_cluster_snapshot'],
  bill(resource, bill) {
    const { usage } = resource;
    bill.line('Backup storage', () => {
      const source = clusterOf(resource, 'db_cluster_identifier');
      const isFree = source !== undefined && hasFreeBackups(source);
      const quantity = isFree ? amount(0) : usage.number('backup_storage_gb');
      return { unit: 'GB', rate: 'aws.neptune.backup-storage', quantity, usageBased: true };
    });
  },
};

/** `aws_neptune_global_cluster`: writes that are copied to secondary regions, counted for each. */
const globalCluster: CostModel = {
  types: ['aws_neptune_global_cluster'],
  bill({ usage }, bill) {
    bill.line('Replicated write I/Os', () => {
      const quantity = usage.number('monthly_replicated_write_requests');
      return { unit: '1M requests', rate: 'aws.neptune.replicated-writes', quantity, per: 1_000_000, usageBased: true };
    });
  },
};

export const neptuneModels: readonly CostModel[] = [cluster, clusterInstance, clusterSnapshot, globalCluster];
