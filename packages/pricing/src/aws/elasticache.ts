import type { Bill } from '../estimate/bill.ts';
import type { FactRow, Facts } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';
import { reservationOf } from './reservation.ts';
import { scaledCapacity } from './scaling-target.ts';

/** The nodes of a cache. */
interface CacheNodes {
  readonly engine: () => string;
  readonly nodeType: () => string;
  readonly count: () => Amount;
  readonly isScaled: () => boolean;
}

/** `aws_elasticache_cluster`. One that belongs to a replication group is billed with the group. */
const cluster: CostModel = {
  types: ['aws_elasticache_cluster'],
  bill(resource, bill) {
    if (resource.has('replication_group_id')) return;
    billCache(resource, bill, {
      engine: () => resource.text('engine', 'memcached'),
      nodeType: () => resource.neededText('node_type'),
      count: () => resource.number('num_cache_nodes', 1),
      isScaled: () => false,
    });
  },
};

/** `aws_elasticache_replication_group`: a primary and its replicas, in each of its shards. Scaling decides over what is written. */
const replicationGroup: CostModel = {
  types: ['aws_elasticache_replication_group'],
  bill(resource, bill) {
    const scaled = (what: string) =>
      scaledCapacity(resource, `elasticache:replication-group:${what}`, ['replication-group/{replication_group_id}']);
    // A secondary group of a global datastore has the nodes of the primary.
    const primary = () =>
      resource
        .target('global_replication_group_id', 'aws_elasticache_global_replication_group', [
          'global_replication_group_id',
        ])
        ?.target('primary_replication_group_id', 'aws_elasticache_replication_group', ['id', 'replication_group_id']);
    billCache(resource, bill, {
      engine: () => resource.text('engine') ?? primary()?.text('engine') ?? 'redis',
      nodeType: () => resource.text('node_type') ?? primary()?.text('node_type') ?? notTold(resource),
      count() {
        const mode = resource.block('cluster_mode');
        const shards = scaled('NodeGroups') ?? resource.number('num_node_groups') ?? mode?.number('num_node_groups');
        const replicas =
          scaled('Replicas') ?? resource.number('replicas_per_node_group') ?? mode?.number('replicas_per_node_group');
        if (shards !== undefined || replicas !== undefined) {
          return (shards ?? amount(1)).times((replicas ?? amount(0)).plus(1));
        }
        return resource.number('number_cache_clusters') ?? resource.number('num_cache_clusters', 1);
      },
      isScaled: () => scaled('NodeGroups') !== undefined || scaled('Replicas') !== undefined,
    });
  },
};

function notTold({ address }: BilledResource): never {
  throw new Undetermined(`neither ${address} nor the primary of its global datastore sets \`node_type\``);
}

function billCache(resource: BilledResource, bill: Bill, nodes: CacheNodes): void {
  const { usage, hours, facts, date } = resource;
  const engine = () => engineFacts(nodes.engine(), facts);

  bill.line('ElastiCache', () => {
    const nodeType = nodes.nodeType();
    const line = { unit: 'hours', quantity: nodes.count().times(hours) };
    const reservation = reservationOf(usage);
    const product = engine().product ?? '';
    if (reservation === undefined) {
      const name = `ElastiCache (on-demand, ${nodeType}${nodes.isScaled() ? ', autoscaling' : ''})`;
      return { ...line, name, rate: 'aws.elasticache.node', dimensions: { engine: product, nodeType } };
    }
    const name = `ElastiCache (reserved, ${nodeType})`;
    if (reservation.isPaid) return { ...line, name, rate: 'aws.elasticache.node-reserved-upfront' };
    const { term, paymentOption } = reservation;
    const dimensions = { engine: product, term, paymentOption, nodeType };
    return { ...line, name, rate: 'aws.elasticache.node-reserved', dimensions };
  });
  bill.line('Extended support', () => {
    // Valkey has none, and Memcached neither.
    if (engine().product !== 'Redis') return null;
    const major = resource.text('engine_version')?.split('.')[0] ?? '';
    const from = facts('aws/elasticache-support').row(major)?.year_1_from;
    if (from === undefined || date < from) return null;
    const dimensions = { nodeType: nodes.nodeType() };
    return {
      unit: 'hours',
      rate: 'aws.elasticache.extended-support',
      dimensions,
      quantity: nodes.count().times(hours),
    };
  });
  bill.line('Backup storage', () => {
    if (engine().has_snapshots !== 'yes') return null;
    // The newest snapshot is free.
    const kept = resource.number('snapshot_retention_limit', 0).minus(1);
    const quantity = kept.lte(0) ? amount(0) : usage.number('snapshot_storage_size_gb')?.times(kept);
    return { unit: 'GB', rate: 'aws.elasticache.backup-storage', quantity, usageBased: true };
  });
}

/** What the tables know of an engine. @throws Undetermined when there is no such engine. */
export function engineFacts(engine: string, facts: Facts): FactRow {
  const row = facts('aws/elasticache-engines').row(engine.toLowerCase());
  if (row === undefined) throw new Undetermined(`the table of facts aws/elasticache-engines has no engine "${engine}"`);
  return row;
}

/** `aws_elasticache_serverless_cache`: what is stored, by the hour, and processing units. */
const serverlessCache: CostModel = {
  types: ['aws_elasticache_serverless_cache'],
  bill(resource, bill) {
    const { usage, hours, facts } = resource;
    const dimensions = () => ({ engine: engineFacts(resource.neededText('engine'), facts).product ?? '' });
    bill.line('Data stored', () => {
      const quantity = usage.number('data_storage_gb')?.times(hours);
      const rate = 'aws.elasticache.serverless-storage';
      return { unit: 'GB-hours', rate, dimensions: dimensions(), quantity, usageBased: true };
    });
    bill.line('Processing units', () => {
      const quantity = usage.number('monthly_ecpus');
      const rate = 'aws.elasticache.serverless-requests';
      return { unit: '1M ECPUs', rate, dimensions: dimensions(), quantity, per: 1_000_000, usageBased: true };
    });
    bill.line('Backup storage', () => {
      // The newest snapshot is free.
      const kept = resource.number('snapshot_retention_limit', 0).minus(1);
      const quantity = kept.lte(0) ? amount(0) : usage.number('snapshot_storage_size_gb')?.times(kept);
      return { unit: 'GB', rate: 'aws.elasticache.backup-storage', quantity, usageBased: true };
    });
  },
};

export const elastiCacheModels: readonly CostModel[] = [cluster, replicationGroup, serverlessCache];
