import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.msk.broker m5.4xlarge 1.68
  aws.msk.broker t3.small 0.0456
  aws.msk.broker-express m7g.large 0.408
  aws.msk.storage 0.1
  aws.msk.storage-throughput 0.08
  aws.msk.tiered-storage 0.06
  aws.msk.tiered-retrieval 0.0015
  aws.msk.express-storage 0.1
  aws.msk.express-data-in 0.01
  aws.msk.serverless-hours 0.75
  aws.msk.serverless-partition-hours 0.0015
  aws.msk.serverless-data-in 0.1
  aws.msk.serverless-data-out 0.05
  aws.msk.serverless-storage 0.1
  aws.msk.connect-capacity 0.11
  aws.msk.replicator-hours 0.3
  aws.msk.replicator-data 0.08
`;

it('aws_msk_cluster is billed by brokers, each with a volume', () => {
  const configuration = `
    variable "brokers" {}
    resource "aws_msk_cluster" "plain" {
      cluster_name           = "plain"
      number_of_broker_nodes = 3
      broker_node_group_info {
        instance_type   = "kafka.t3.small"
        ebs_volume_size = 100
      }
    }
    resource "aws_msk_cluster" "fast" {
      cluster_name           = "fast"
      number_of_broker_nodes = 2
      storage_mode           = "TIERED"
      broker_node_group_info {
        instance_type = "kafka.m5.4xlarge"
        storage_info {
          ebs_storage_info {
            volume_size = 1000
            provisioned_throughput {
              enabled           = true
              volume_throughput = 300
            }
          }
        }
      }
    }
    resource "aws_msk_cluster" "express" {
      cluster_name           = "express"
      number_of_broker_nodes = 3
      broker_node_group_info { instance_type = "express.m7g.large" }
    }
    resource "aws_msk_cluster" "scaled" {
      cluster_name           = "scaled"
      number_of_broker_nodes = 3
      broker_node_group_info {
        instance_type   = "kafka.t3.small"
        ebs_volume_size = 100
      }
    }
    resource "aws_appautoscaling_target" "scaled" {
      service_namespace  = "kafka"
      scalable_dimension = "kafka:broker-storage:VolumeSize"
      resource_id        = aws_msk_cluster.scaled.arn
      min_capacity       = 200
      max_capacity       = 1000
    }
    resource "aws_msk_cluster" "unknown" {
      cluster_name           = "unknown"
      number_of_broker_nodes = var.brokers
      broker_node_group_info { instance_type = "kafka.t3.small" }
    }
  `;
  const usage = `resource_usage:
    aws_msk_cluster.fast: { tiered_storage_gb: 500 }
    aws_msk_cluster.express: { data_storage_gb: 100, monthly_data_in_gb: 1000 }`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_msk_cluster.plain
      Instance (kafka.t3.small)       2190 hours  0.0456  99.864
      Storage                         300 GB      0.1     30
    aws_msk_cluster.fast
      Instance (kafka.m5.4xlarge)     1460 hours  1.68    2452.8
      Storage                         2000 GB     0.1     200
      Provisioned storage throughput  100 MBps    0.08    8
      Tiered storage                  500 GB      0.06    30
      Tiered data retrieved           ? GB        0.0015  usage needed
    aws_msk_cluster.express
      Instance (express.m7g.large)    2190 hours  0.408   893.52
      Storage                         100 GB      0.1     10
      Data in                         1000 GB     0.01    10
    aws_msk_cluster.scaled
      Instance (kafka.t3.small)       2190 hours  0.0456  99.864
      Storage (autoscaling)           600 GB      0.1     60
    aws_appautoscaling_target.scaled (free)
    aws_msk_cluster.unknown (unpriced)
      Instance                                    unpriced: \`number_of_broker_nodes\`: variable brokers has no value
      Storage                                     unpriced: the brokers have no \`volume_size\`
    total                                                 3894.048
    "
  `);
});

it('serverless clusters, connectors and replicators are billed by the hour and by what they do', () => {
  const configuration = `
    resource "aws_msk_serverless_cluster" "main" { cluster_name = "main" }
    resource "aws_mskconnect_connector" "fixed" {
      name = "fixed"
      capacity {
        provisioned_capacity {
          mcu_count    = 2
          worker_count = 3
        }
      }
    }
    resource "aws_mskconnect_connector" "scaled" {
      name = "scaled"
      capacity {
        autoscaling {
          min_worker_count = 1
          max_worker_count = 4
        }
      }
    }
    resource "aws_msk_replicator" "copy" { replicator_name = "copy" }
  `;
  const usage = `resource_usage:
    aws_msk_serverless_cluster.main: { partitions: 10, data_storage_gb: 50, monthly_data_in_gb: 100, monthly_data_out_gb: 200 }
    aws_msk_replicator.copy: { monthly_data_replicated_gb: 100 }`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_msk_serverless_cluster.main
      Cluster           730 hours             0.75    547.5
      Partitions        7300 partition-hours  0.0015  10.95
      Storage           50 GB                 0.1     5
      Data in           100 GB                0.1     10
      Data out          200 GB                0.05    10
    aws_mskconnect_connector.fixed
      Connect capacity  4380 MCU-hours        0.11    481.8
    aws_mskconnect_connector.scaled
      Connect capacity  730 MCU-hours         0.11    80.3
      assumed: capacity[0].autoscaling[0].mcu_count = 1
    aws_msk_replicator.copy
      Replicator        730 hours             0.3     219
      Data replicated   100 GB                0.08    8
    total                                             1372.55
    "
  `);
});
