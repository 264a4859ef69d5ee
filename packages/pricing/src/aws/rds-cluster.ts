import type { Bill } from '../estimate/bill.ts';
import { amount, larger, parseAmount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';
import { engineFacts, vcpusOf } from './rds-class.ts';
import { billInsights } from './rds-insights.ts';
import { billExtendedSupport } from './rds-support.ts';

/** The instances of a Multi-AZ DB cluster: a writer and two standbys that can be read. */
const instances = 3;

/** Bills a Multi-AZ DB cluster of MySQL or PostgreSQL: the prices of its hours, storage and IOPS pay all three instances. */
export function billClusterOfInstances(resource: BilledResource, bill: Bill): void {
  const { usage, hours, facts, date } = resource;
  const engine = () => resource.neededText('engine');
  const instanceClass = () => resource.neededText('db_cluster_instance_class');
  const storageType = () => resource.text('storage_type', 'io1');

  bill.line('Database cluster', () => ({
    name: `Database cluster (on-demand, three instances, ${instanceClass()})`,
    unit: 'hours',
    rate: 'aws.rds.instance-readable-standbys',
    dimensions: { engine: engineFacts(engine(), facts).product ?? '', instanceClass: instanceClass() },
    quantity: hours,
  }));
  bill.line('Storage', () => {
    const type = storageType();
    const kind = facts('aws/rds-volume-kinds').row(type);
    if (kind?.volume_type === undefined) throw new Undetermined(`there is no volume type "${type}"`);
    const size = resource.number('allocated_storage');
    if (size === undefined) throw new Undetermined('a Multi-AZ cluster has no `allocated_storage`');
    const least = type === 'gp3' ? undefined : engineFacts(engine(), facts).io1_least_gb;
    return {
      name: `Storage (${kind.kind}, ${type})`,
      unit: 'GB',
      rate: 'aws.rds.storage-readable-standbys',
      dimensions: { volumeType: kind.volume_type },
      quantity: larger(size, parseAmount(least ?? '') ?? amount(0)),
    };
  });
  bill.line('Provisioned IOPS', () => {
    if (storageType() === 'gp3') return null;
    const iops = resource.number('iops');
    if (iops === undefined) throw new Undetermined('a Multi-AZ cluster has no `iops`');
    return { unit: 'IOPS', rate: 'aws.rds.iops-readable-standbys', quantity: iops };
  });
  bill.line('Backup storage', () => {
    const days = resource.number('backup_retention_period', 1).minus(1);
    const quantity = days.lte(0) ? amount(0) : usage.number('backup_snapshot_size_gb')?.times(days);
    return { unit: 'GB', rate: 'aws.rds.backup-storage', quantity, usageBased: true };
  });
  bill.line('Snapshot export', () => {
    const quantity = usage.number('snapshot_export_size_gb');
    return { unit: 'GB', rate: 'aws.rds.snapshot-export', quantity, usageBased: true };
  });
  billInsights(bill, { settings: resource, cluster: () => undefined, instanceClass, hours, usage, facts });
  billExtendedSupport(bill, {
    engine,
    version: () => resource.text('engine_version'),
    isDeclined: () => resource.text('engine_lifecycle_support') === 'open-source-rds-extended-support-disabled',
    vcpuHours: () => vcpusOf(instanceClass(), facts).times(hours).times(instances),
    date,
    facts,
  });
}
