import type { Bill } from '../estimate/bill.ts';
import { amountFact, type Facts } from '../facts/table.ts';
import { type Amount, amount, amountText, larger, parseAmount } from '../money/amount.ts';
import { Undetermined } from '../resource/undetermined.ts';
import { engineFacts } from './rds-class.ts';

/** The volume of a database instance. */
export interface DatabaseVolume {
  readonly engine: () => string;
  /** `Single-AZ` or `Multi-AZ`: the price of the latter pays both copies. */
  readonly deployment: () => string;
  /** `gp3`. */
  readonly type: () => string;
  /** In GB. */
  readonly size: () => Amount;
  readonly iops: () => Amount | undefined;
  /** In MiB/s. */
  readonly throughput: () => Amount | undefined;
  /** Requests to a magnetic volume a month, when usage tells them. */
  readonly requests: Amount | undefined;
  readonly facts: Facts;
}

/**
 * Bills the volume of a database instance. A gp3 volume includes more IOPS and throughput once it is large enough to be striped, by
 * the engine; SQL Server does not stripe. Volumes of io1 and io2 have a least size and least IOPS. Aurora has no volumes: its
 * storage is that of the cluster.
 */
export function billDatabaseVolume(bill: Bill, volume: DatabaseVolume): void {
  const { facts } = volume;
  const deployment = volume.deployment;
  const hasVolume = () => engineFacts(volume.engine(), facts).kind !== 'aurora';
  const isProvisioned = () => ['io1', 'io2'].includes(volume.type());
  const isGp3 = () => hasVolume() && volume.type() === 'gp3';

  bill.line('Storage', () => {
    if (!hasVolume()) return null;
    const type = volume.type();
    const kind = facts('aws/rds-volume-kinds').row(type);
    if (kind?.volume_type === undefined) throw new Undetermined(`there is no volume type "${type}"`);
    const least = isProvisioned() ? engineFacts(volume.engine(), facts).io1_least_gb : undefined;
    return {
      name: `Storage (${type === 'standard' ? kind.kind : `${kind.kind}, ${type}`})`,
      unit: 'GB',
      rate: 'aws.rds.storage',
      dimensions: { volumeType: kind.volume_type, deployment: deployment() },
      quantity: larger(volume.size(), parseAmount(least ?? '') ?? amount(0)),
    };
  });
  bill.line('Provisioned IOPS', () => {
    if (!hasVolume() || !isProvisioned()) return null;
    const least = amountFact(facts, 'aws/amounts', 'rds-io1-least-iops');
    return {
      unit: 'IOPS',
      rate: `aws.rds.iops-${volume.type()}`,
      dimensions: { deployment: deployment() },
      quantity: larger(volume.iops() ?? least, least),
    };
  });
  bill.line('Provisioned GP3 IOPS', () => {
    const iops = isGp3() ? volume.iops() : undefined;
    if (iops === undefined) return null;
    const free = included(volume, 'iops');
    return {
      name: `Provisioned GP3 IOPS (above ${amountText(free).replace(/000$/, ',000')})`,
      unit: 'IOPS',
      rate: 'aws.rds.iops-gp3',
      dimensions: { deployment: deployment() },
      quantity: iops.minus(free),
    };
  });
  bill.line('Provisioned GP3 throughput', () => {
    const throughput = isGp3() ? volume.throughput() : undefined;
    if (throughput === undefined) return null;
    const free = included(volume, 'throughput');
    return {
      name: `Provisioned GP3 throughput (above ${amountText(free)})`,
      unit: 'MBps',
      rate: 'aws.rds.throughput-gp3',
      dimensions: { deployment: deployment() },
      quantity: throughput.minus(free),
    };
  });
  bill.line('I/O requests', () => {
    if (!hasVolume() || volume.type() !== 'standard') return null;
    const rate = 'aws.rds.requests-magnetic';
    return { unit: '1M requests', rate, quantity: volume.requests, per: 1_000_000, usageBased: true };
  });
}

/** Bills the volume that keeps the transaction logs apart, which has a fixed size and fixed IOPS. */
export function billLogVolume(bill: Bill, deployment: () => string, facts: Facts): void {
  bill.line('Storage (provisioned IOPS SSD, io1)', () => ({
    unit: 'GB',
    rate: 'aws.rds.storage',
    dimensions: { volumeType: 'Provisioned IOPS', deployment: deployment() },
    quantity: amountFact(facts, 'aws/amounts', 'rds-log-volume-storage'),
  }));
  bill.line('Provisioned IOPS', () => ({
    unit: 'IOPS',
    rate: 'aws.rds.iops-io1',
    dimensions: { deployment: deployment() },
    quantity: amountFact(facts, 'aws/amounts', 'rds-log-volume-iops'),
  }));
}

/** What a gp3 volume has without paying for it. */
function included({ engine, size, facts }: DatabaseVolume, what: 'iops' | 'throughput'): Amount {
  const stripedFrom = parseAmount(engineFacts(engine(), facts).gp3_striped_from_gb ?? '');
  const isStriped = stripedFrom !== undefined && size().gte(stripedFrom);
  return amountFact(facts, 'aws/amounts', `rds-gp3-${isStriped ? 'striped-' : ''}included-${what}`);
}
