import type { Bill, Line } from '../estimate/bill.ts';
import type { Facts } from '../facts/table.ts';
import type { Amount } from '../money/amount.ts';
import { Undetermined } from '../resource/undetermined.ts';
import type { ResourceUsage } from '../usage/resource-usage.ts';
import { billCpuCredits, engineFacts, vcpusOf } from './rds-class.ts';
import { billDatabaseVolume } from './rds-storage.ts';
import { billExtendedSupport } from './rds-support.ts';
import { reservationOf } from './reservation.ts';

/** A database instance to be billed. Its settings are asked for inside of lines, where one that is unknown leaves the others priced. */
export interface Database {
  /** `mysql`. */
  readonly engine: () => string;
  readonly engineVersion: () => string | undefined;
  /** `bring-your-own-license`; undefined for what the engine has by default. */
  readonly license: () => string | undefined;
  /** `db.t4g.medium`. */
  readonly instanceClass: () => string;
  readonly isMultiAz: () => boolean;
  /** Undefined for what RDS takes: io1 when IOPS are given, gp2 otherwise. */
  readonly storageType: () => string | undefined;
  /** In GB. */
  readonly storage: () => Amount;
  readonly iops: () => Amount | undefined;
  /** In MiB/s. */
  readonly throughput: () => Amount | undefined;
  /** Whether backups are kept, so that there can be more of them than is free. */
  readonly hasBackups: () => boolean;
  /** Whether extended support was declined. */
  readonly isSupportDeclined: () => boolean;
  readonly hours: Amount;
  readonly date: string;
  readonly usage: ResourceUsage;
  readonly facts: Facts;
}

/** Bills an instance of RDS: hours with their licence, storage, backups, CPU credits and extended support. */
export function billDatabase(bill: Bill, database: Database): void {
  const { engine, instanceClass, usage, facts, hours, date } = database;
  const deployment = () => (database.isMultiAz() ? 'Multi-AZ' : 'Single-AZ');

  bill.line('Database instance', () => instanceLine(database, deployment()));
  bill.line('Db2 licence', () => {
    if (engineFacts(engine(), facts).kind !== 'db2' || database.license() !== 'marketplace-license') return null;
    throw new Undetermined('the licence of Db2 is billed by AWS Marketplace, whose prices the book does not have');
  });
  billDatabaseVolume(bill, {
    engine,
    deployment,
    type: () => database.storageType() ?? (database.iops()?.gt(0) === true ? 'io1' : 'gp2'),
    size: database.storage,
    iops: database.iops,
    throughput: database.throughput,
    requests: usage.number('monthly_standard_io_requests'),
    facts,
  });
  bill.line('Additional backup storage', () => {
    // As much as the storage of the databases of a region is free; usage tells what is more.
    const quantity = usage.number('additional_backup_storage_gb');
    if (quantity === undefined && !database.hasBackups()) return null;
    const isAurora = engineFacts(engine(), facts).kind === 'aurora';
    const rate = isAurora ? 'aws.rds.aurora-backup-storage' : 'aws.rds.backup-storage';
    return { unit: 'GB', rate, quantity, usageBased: true };
  });
  billCpuCredits(bill, { product: () => engineFacts(engine(), facts).product ?? '', instanceClass, usage, facts });
  billExtendedSupport(bill, {
    engine,
    version: database.engineVersion,
    isDeclined: database.isSupportDeclined,
    vcpuHours: () =>
      vcpusOf(instanceClass(), facts)
        .times(hours)
        .times(database.isMultiAz() ? 2 : 1),
    date,
    facts,
  });
}

function instanceLine(database: Database, deployment: string): Line {
  const { usage, facts, hours } = database;
  const instanceClass = database.instanceClass();
  const engine = engineFacts(database.engine(), facts);
  const line = { unit: 'hours', quantity: hours };
  const reservation = reservationOf(usage);
  if (reservation !== undefined) {
    const name = `Database instance (reserved, ${deployment}, ${instanceClass})`;
    if (reservation.isPaid) return { ...line, name, rate: 'aws.rds.instance-reserved-upfront' };
    const { term, paymentOption } = reservation;
    const dimensions = { engine: engine.product ?? '', term, paymentOption, deployment, instanceClass };
    return { ...line, name, rate: 'aws.rds.instance-reserved', dimensions };
  }
  return { ...line, name: `Database instance (on-demand, ${deployment}, ${instanceClass})`, ...onDemand() };

  function onDemand(): Pick<Line, 'rate' | 'dimensions'> {
    const { kind, product = '', edition = '' } = engine;
    const license = database.license() ?? engine.license;
    switch (kind) {
      case 'open':
        return { rate: 'aws.rds.instance', dimensions: { engine: product, deployment, instanceClass } };
      case 'aurora':
        return { rate: 'aws.rds.aurora-instance', dimensions: { engine: product, instanceClass } };
      case 'sqlserver': {
        const rate = `aws.rds.instance-sqlserver${deployment === 'Multi-AZ' ? '-multi-az' : ''}`;
        return { rate, dimensions: { edition, instanceClass } };
      }
      case 'db2':
        return { rate: 'aws.rds.instance-db2', dimensions: { deployment, instanceClass } };
      default:
        if (license !== 'license-included') {
          return { rate: 'aws.rds.instance-oracle-byol', dimensions: { deployment, instanceClass } };
        }
        if (edition === 'Standard Two') {
          return { rate: 'aws.rds.instance-oracle-se2', dimensions: { deployment, instanceClass } };
        }
        throw new Undetermined(`RDS does not sell licences of Oracle ${edition} Edition`);
    }
  }
}
