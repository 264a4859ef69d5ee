import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';
import { billInsights } from './rds-insights.ts';
import { billDatabase } from './rds-instance.ts';
import { billLogVolume } from './rds-storage.ts';

/**
 * `aws_db_instance`. A replica has the engine and the storage of its source where it does not set them. An Aurora engine has no
 * storage here: AWS bills it with the cluster.
 */
const dbInstance: CostModel = {
  types: ['aws_db_instance'],
  bill(resource, bill) {
    const { hours, date, usage, facts } = resource;
    const instanceClass = () => resource.neededText('instance_class');
    billDatabase(bill, {
      engine: () => resource.text('engine') ?? sourceOf(resource)?.text('engine') ?? notTold(resource),
      engineVersion: () => resource.text('engine_version') ?? sourceOf(resource)?.text('engine_version'),
      license: () => resource.text('license_model') ?? sourceOf(resource)?.text('license_model'),
      instanceClass,
      isMultiAz: () => resource.flag('multi_az'),
      storageType: () => resource.text('storage_type'),
      storage: () =>
        resource.number('allocated_storage') ??
        sourceOf(resource)?.number('allocated_storage') ??
        assumedStorage(resource),
      iops: () => resource.number('iops'),
      throughput: () => resource.number('storage_throughput'),
      hasBackups: () => resource.number('backup_retention_period')?.gt(0) === true,
      isSupportDeclined: () =>
        resource.text('engine_lifecycle_support') === 'open-source-rds-extended-support-disabled',
      hours,
      date,
      usage,
      facts,
    });
    billInsights(bill, { settings: resource, cluster: () => undefined, instanceClass, hours, usage, facts });
    const deployment = () => (resource.flag('multi_az') ? 'Multi-AZ' : 'Single-AZ');
    if (resource.flag('dedicated_log_volume')) billLogVolume(bill.group('dedicated_log_volume'), deployment, facts);
  },
};

/** The database that this one is a replica of, when it is in the configuration. */
function sourceOf(resource: BilledResource): BilledResource | undefined {
  return resource.target('replicate_source_db', 'aws_db_instance', ['id', 'identifier', 'arn']);
}

function notTold({ address }: BilledResource): never {
  throw new Undetermined(`neither ${address} nor a source that it replicates sets \`engine\``);
}

/** The storage of a snapshot is not known; 20 GB is the least that RDS has of most engines. */
function assumedStorage(resource: BilledResource) {
  resource.assume('allocated_storage', '20');
  return amount(20);
}

/** `aws_db_snapshot` and others: a copy by hand is billed until it is deleted. */
const snapshot: CostModel = {
  types: ['aws_db_snapshot', 'aws_db_snapshot_copy', 'aws_db_instance_automated_backups_replication'],
  bill({ usage }, bill) {
    bill.line('Backup storage', () => ({
      unit: 'GB',
      rate: 'aws.rds.backup-storage',
      quantity: usage.number('backup_storage_gb'),
      usageBased: true,
    }));
  },
};

/** `aws_db_cluster_snapshot`: a snapshot of Aurora that outlives the retention of its cluster. */
const clusterSnapshot: CostModel = {
  types: ['aws_db_cluster_snapshot'],
  bill({ usage }, bill) {
    bill.line('Backup storage', () => ({
      unit: 'GB',
      rate: 'aws.rds.aurora-backup-storage',
      quantity: usage.number('backup_storage_gb'),
      usageBased: true,
    }));
  },
};

export const rdsModels: readonly CostModel[] = [dbInstance, snapshot, clusterSnapshot];
