import type { Bill, Line } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';
import { billCpuCredits, engineFacts, vcpusOf } from './rds-class.ts';
import { billClusterOfInstances } from './rds-cluster.ts';
import { billInsights } from './rds-insights.ts';
import { billExtendedSupport } from './rds-support.ts';
import { reservationOf } from './reservation.ts';

const secondsOfHour = 3600;

/**
 * `aws_rds_cluster`. An Aurora cluster is billed for its storage, requests, backups and, when it is serverless of the first version,
 * its capacity; instances are resources of their own. With I/O-optimized storage requests cost nothing. A cluster of MySQL or
 * PostgreSQL has its three instances in itself.
 */
const cluster: CostModel = {
  types: ['aws_rds_cluster'],
  bill(resource, bill) {
    if (resource.has('db_cluster_instance_class')) billClusterOfInstances(resource, bill);
    else billAuroraCluster(resource, bill);
  },
};

function billAuroraCluster(resource: BilledResource, bill: Bill): void {
  const { usage, hours, facts } = resource;
  const product = () => engineFacts(resource.text('engine', 'aurora'), facts).product ?? '';
  const isServerless = () => resource.text('engine_mode') === 'serverless';

  bill.line('Aurora serverless', () => {
    if (!isServerless()) return null;
    const quantity = usage.number('capacity_units_per_hr')?.times(hours);
    const dimensions = { engine: product() };
    return { unit: 'ACU-hours', rate: 'aws.rds.aurora-serverless', dimensions, quantity, usageBased: true };
  });
  bill.line('Storage', () => {
    const line = { unit: 'GB', quantity: usage.number('storage_gb'), usageBased: true };
    return isIoOptimized(resource)
      ? { ...line, name: 'Storage (I/O-optimized)', rate: 'aws.rds.aurora-storage-io-optimized' }
      : { ...line, rate: 'aws.rds.aurora-storage' };
  });
  bill.line('I/O requests', () => {
    if (isIoOptimized(resource)) return null;
    const read = usage.number('read_requests_per_sec');
    const written = usage.number('write_requests_per_sec');
    const quantity = read && written && read.plus(written).times(hours).times(secondsOfHour);
    return { unit: '1M requests', rate: 'aws.rds.aurora-requests', quantity, per: 1_000_000, usageBased: true };
  });
  bill.line('Backup storage', () => {
    // A day of backups is free; usage tells the size of one snapshot.
    const days = resource.number('backup_retention_period', 1).minus(1);
    const quantity = days.lte(0) ? amount(0) : usage.number('backup_snapshot_size_gb')?.times(days);
    return { unit: 'GB', rate: 'aws.rds.aurora-backup-storage', quantity, usageBased: true };
  });
  bill.line('Backtrack', () => {
    const window = backtrackHours(resource);
    if (window === undefined || isServerless() || product() !== 'Aurora MySQL') return null;
    const statements = usage.number('average_statements_per_hr');
    const records = usage.number('change_records_per_statement');
    const quantity = statements && records && statements.times(hours).times(records).times(window);
    return { unit: '1M change-records', rate: 'aws.rds.aurora-backtrack', quantity, per: 1_000_000, usageBased: true };
  });
  bill.line('Snapshot export', () => {
    const quantity = usage.number('snapshot_export_size_gb');
    return { unit: 'GB', rate: 'aws.rds.aurora-snapshot-export', quantity, usageBased: true };
  });
}

/** The hours that a cluster can be taken back; undefined when it cannot, which is so unless it is asked for. */
function backtrackHours(resource: BilledResource): Amount | undefined {
  const told = resource.usage.number('backtrack_window_hrs');
  if (told !== undefined) return told;
  const seconds = resource.number('backtrack_window');
  return seconds === undefined || seconds.eq(0) ? undefined : seconds.div(secondsOfHour);
}

function isIoOptimized(resource: BilledResource | undefined): boolean {
  return resource?.text('storage_type') === 'aurora-iopt1';
}

/**
 * `aws_rds_cluster_instance`. What it does not say (engine, version) is that of its cluster, whose storage decides its price too.
 * One of `db.serverless` is billed by the capacity that it uses.
 */
const clusterInstance: CostModel = {
  types: ['aws_rds_cluster_instance'],
  bill(resource, bill) {
    const { usage, hours, facts, date } = resource;
    const clusterOf = () =>
      resource.target('cluster_identifier', 'aws_rds_cluster', ['id', 'cluster_identifier', 'arn']);
    const engine = () => resource.text('engine') ?? clusterOf()?.text('engine') ?? 'aurora';
    const product = () => engineFacts(engine(), facts).product ?? '';
    const instanceClass = () => resource.neededText('instance_class');
    const isServerless = () => instanceClass() === 'db.serverless';
    const capacity = () => usage.number('capacity_units_per_hr')?.times(hours);

    bill.line('Database instance', () =>
      isServerless() ? serverlessLine() : instanceLine(resource, product(), isIoOptimized(clusterOf())),
    );
    billCpuCredits(bill, { product, instanceClass, usage, facts });
    billInsights(bill, { settings: resource, cluster: clusterOf, instanceClass, hours, usage, facts });
    billExtendedSupport(bill, {
      engine,
      version: () => resource.text('engine_version') ?? clusterOf()?.text('engine_version'),
      isDeclined: () => clusterOf()?.text('engine_lifecycle_support') === 'open-source-rds-extended-support-disabled',
      vcpuHours: () => (isServerless() ? notByVcpu() : vcpusOf(instanceClass(), facts).times(hours)),
      date,
      facts,
    });

    function serverlessLine(): Line {
      const line = { unit: 'ACU-hours', dimensions: { engine: product() }, quantity: capacity(), usageBased: true };
      return isIoOptimized(clusterOf())
        ? {
            ...line,
            name: 'Aurora serverless v2 (I/O-optimized)',
            rate: 'aws.rds.aurora-serverless-v2-io-optimized',
          }
        : { ...line, name: 'Aurora serverless v2', rate: 'aws.rds.aurora-serverless-v2' };
    }
  },
};

function notByVcpu(): never {
  throw new Undetermined(
    'extended support of serverless capacity has a price of its own, which the book does not have',
  );
}

function instanceLine(resource: BilledResource, engine: string, ioOptimized: boolean): Line {
  const instanceClass = resource.neededText('instance_class');
  const line = { unit: 'hours', quantity: resource.hours };
  const reservation = reservationOf(resource.usage);
  if (reservation === undefined) {
    const name = `Database instance (on-demand, ${instanceClass})`;
    const rate = ioOptimized ? 'aws.rds.aurora-instance-io-optimized' : 'aws.rds.aurora-instance';
    return { ...line, name, rate, dimensions: { engine, instanceClass } };
  }
  const name = `Database instance (reserved, ${instanceClass})`;
  if (reservation.isPaid) return { ...line, name, rate: 'aws.rds.instance-reserved-upfront' };
  const { term, paymentOption } = reservation;
  const dimensions = { engine, term, paymentOption, deployment: 'Single-AZ', instanceClass };
  return { ...line, name, rate: 'aws.rds.instance-reserved', dimensions };
}

/** `aws_rds_global_cluster`: writes that are copied to secondary regions, counted for each. */
const globalCluster: CostModel = {
  types: ['aws_rds_global_cluster'],
  bill({ usage }, bill) {
    bill.line('Replicated write I/Os', () => {
      const quantity = usage.number('monthly_replicated_write_requests');
      return {
        unit: '1M requests',
        rate: 'aws.rds.aurora-replicated-writes',
        quantity,
        per: 1_000_000,
        usageBased: true,
      };
    });
  },
};

export const auroraModels: readonly CostModel[] = [cluster, clusterInstance, globalCluster];
