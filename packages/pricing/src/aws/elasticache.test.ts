import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.elasticache.node Redis,cache.m6g.large 0.149
  aws.elasticache.node Valkey,cache.m6g.large 0.1192
  aws.elasticache.node Memcached,cache.m6g.large 0.149
  aws.elasticache.node-reserved Redis,1_year,no_upfront,cache.m6g.large 0.1
  aws.elasticache.node-reserved-upfront 0
  aws.elasticache.backup-storage 0.085
  aws.elasticache.serverless-storage Valkey 0.084
  aws.elasticache.serverless-requests Valkey 0.0000000023
`;

describe('aws_elasticache_cluster', () => {
  it('is billed by nodes and by snapshots beyond the first, and with its group when it has one', () => {
    const configuration = `
      resource "aws_elasticache_cluster" "memcached" {
        cluster_id               = "a"
        engine                   = "memcached"
        node_type                = "cache.m6g.large"
        num_cache_nodes          = 2
        snapshot_retention_limit = 5
      }
      resource "aws_elasticache_cluster" "redis" {
        cluster_id               = "b"
        engine                   = "redis"
        node_type                = "cache.m6g.large"
        num_cache_nodes          = 1
        snapshot_retention_limit = 5
      }
      resource "aws_elasticache_cluster" "old" {
        cluster_id      = "c"
        engine          = "redis"
        engine_version  = "5.0.6"
        node_type       = "cache.m6g.large"
        num_cache_nodes = 1
      }
      resource "aws_elasticache_cluster" "member" {
        cluster_id           = "d"
        replication_group_id = "group"
      }
    `;
    const usage = 'resource_usage: { aws_elasticache_cluster.redis: { snapshot_storage_size_gb: 100 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_elasticache_cluster.memcached
        ElastiCache (on-demand, cache.m6g.large)  1460 hours  0.149  217.54
      aws_elasticache_cluster.redis
        ElastiCache (on-demand, cache.m6g.large)  730 hours   0.149  108.77
        Backup storage                            400 GB      0.085  34
      aws_elasticache_cluster.old (unpriced)
        ElastiCache (on-demand, cache.m6g.large)  730 hours   0.149  108.77
        Extended support                          730 hours   unpriced: no price for aws.elasticache.extended-support cache.m6g.large
        assumed: snapshot_retention_limit = 0
      aws_elasticache_cluster.member (free)
      total                                                          469.08
      "
    `);
  });

  it('pays the hours of a reservation, and nothing by the hour for what was paid upfront', () => {
    const configuration = `
      resource "aws_elasticache_cluster" "each" {
        for_each        = toset(["no_upfront", "all_upfront"])
        cluster_id      = each.key
        engine          = "redis"
        node_type       = "cache.m6g.large"
        num_cache_nodes = 1
      }
    `;
    const usage = `resource_usage:
      'aws_elasticache_cluster.each["no_upfront"]': { reserved_instance_term: 1_year, reserved_instance_payment_option: no_upfront }
      'aws_elasticache_cluster.each["all_upfront"]': { reserved_instance_term: 1_year, reserved_instance_payment_option: all_upfront }`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_elasticache_cluster.each["all_upfront"]
        ElastiCache (reserved, cache.m6g.large)  730 hours  0    0
        assumed: snapshot_retention_limit = 0
      aws_elasticache_cluster.each["no_upfront"]
        ElastiCache (reserved, cache.m6g.large)  730 hours  0.1  73
        assumed: snapshot_retention_limit = 0
      total                                                      73
      "
    `);
  });
});

describe('aws_elasticache_replication_group', () => {
  it('has a primary and replicas in each shard', () => {
    const configuration = `
      variable "shards" {}
      resource "aws_elasticache_replication_group" "least" {
        replication_group_id = "a"
        node_type            = "cache.m6g.large"
      }
      resource "aws_elasticache_replication_group" "shards" {
        replication_group_id    = "b"
        engine                  = "valkey"
        node_type               = "cache.m6g.large"
        num_node_groups         = 3
        replicas_per_node_group = 2
      }
      resource "aws_elasticache_replication_group" "clusters" {
        replication_group_id = "c"
        node_type            = "cache.m6g.large"
        num_cache_clusters   = 3
      }
      resource "aws_elasticache_replication_group" "unknown" {
        replication_group_id = "d"
        node_type            = "cache.m6g.large"
        num_node_groups      = var.shards
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_elasticache_replication_group.least
        ElastiCache (on-demand, cache.m6g.large)  730 hours   0.149   108.77
        assumed: num_cache_clusters = 1, snapshot_retention_limit = 0
      aws_elasticache_replication_group.shards
        ElastiCache (on-demand, cache.m6g.large)  6570 hours  0.1192  783.144
        assumed: snapshot_retention_limit = 0
      aws_elasticache_replication_group.clusters
        ElastiCache (on-demand, cache.m6g.large)  2190 hours  0.149   326.31
        assumed: snapshot_retention_limit = 0
      aws_elasticache_replication_group.unknown (unpriced)
        ElastiCache                                           unpriced: \`num_node_groups\`: variable shards has no value
        assumed: snapshot_retention_limit = 0
      total                                                           1218.224
      "
    `);
  });

  it('has as many shards and replicas as it is scaled to', () => {
    const configuration = `
      resource "aws_elasticache_replication_group" "scaled" {
        replication_group_id    = "a"
        node_type               = "cache.m6g.large"
        num_node_groups         = 1
        replicas_per_node_group = 1
      }
      resource "aws_appautoscaling_target" "shards" {
        service_namespace  = "elasticache"
        scalable_dimension = "elasticache:replication-group:NodeGroups"
        resource_id        = "replication-group/\${aws_elasticache_replication_group.scaled.replication_group_id}"
        min_capacity       = 2
        max_capacity       = 8
      }
      resource "aws_appautoscaling_target" "replicas" {
        service_namespace  = "elasticache"
        scalable_dimension = "elasticache:replication-group:Replicas"
        resource_id        = "replication-group/a"
        min_capacity       = 1
        max_capacity       = 5
      }
    `;
    const usage = 'resource_usage: { aws_appautoscaling_target.replicas: { capacity: 3 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_elasticache_replication_group.scaled
        ElastiCache (on-demand, cache.m6g.large, autoscaling)  5840 hours  0.149  870.16
        assumed: snapshot_retention_limit = 0
      aws_appautoscaling_target.shards (free)
      aws_appautoscaling_target.replicas (free)
      total                                                                       870.16
      "
    `);
  });
});

it('aws_elasticache_serverless_cache is billed by what it stores and does', () => {
  const configuration = `
    resource "aws_elasticache_serverless_cache" "cache" {
      engine = "valkey"
      name   = "cache"
    }
  `;
  const usage =
    'resource_usage: { aws_elasticache_serverless_cache.cache: { data_storage_gb: 2, monthly_ecpus: 1000000000 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_elasticache_serverless_cache.cache
      Data stored       1460 GB-hours  0.084   122.64
      Processing units  1000 1M ECPUs  0.0023  2.3
      assumed: snapshot_retention_limit = 0
    total                                      124.94
    "
  `);
});
