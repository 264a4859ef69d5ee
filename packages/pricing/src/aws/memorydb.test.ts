import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_memorydb_cluster is billed by the nodes of all shards, data written and snapshots', () => {
  const configuration = `
    resource "aws_memorydb_cluster" "least" {
      acl_name  = "open-access"
      node_type = "db.t4g.small"
    }
    resource "aws_memorydb_cluster" "large" {
      acl_name                 = "open-access"
      engine                   = "redis"
      node_type                = "db.r6g.large"
      num_shards               = 2
      num_replicas_per_shard   = 2
      snapshot_retention_limit = 7
    }
    resource "aws_memorydb_cluster" "valkey" {
      acl_name   = "open-access"
      engine     = "valkey"
      node_type  = "db.r6g.large"
      num_shards = 1
    }
    resource "aws_memorydb_snapshot" "copy" {
      cluster_name = "large"
    }
  `;
  const prices = `
    aws.memorydb.node Redis,t4g.small 0.048
    aws.memorydb.node Redis,r6g.large 0.309
    aws.memorydb.node Valkey,r6g.large 0.2163
    aws.memorydb.data-written-redis 0.2
    aws.memorydb.snapshot-storage 0.021
  `;
  const usage =
    'resource_usage: { aws_memorydb_cluster.large: { monthly_data_written_gb: 50, snapshot_storage_size_gb: 10 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_memorydb_cluster.least
      MemoryDB (on-demand, db.t4g.small)  1460 hours  0.048   70.08
      Data written                        ? GB        0.2     usage needed
      assumed: num_replicas_per_shard = 1, engine = redis, num_shards = 1, snapshot_retention_limit = 0
    aws_memorydb_cluster.large
      MemoryDB (on-demand, db.r6g.large)  4380 hours  0.309   1353.42
      Data written                        50 GB       0.2     10
      Snapshot storage                    10 GB       0.021   0.21
    aws_memorydb_cluster.valkey
      MemoryDB (on-demand, db.r6g.large)  1460 hours  0.2163  315.798
      assumed: num_replicas_per_shard = 1, usage monthly_data_written_gb = at most 10000, snapshot_retention_limit = 0
    aws_memorydb_snapshot.copy
      Snapshot storage                    ? GB        0.021   usage needed
    total                                                     1749.508
    "
  `);
});
