import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_mq_broker is billed by engine and deployment, and by copies of the data', () => {
  const configuration = `
    variable "type" {}
    locals {
      brokers = {
        activemq         = { engine = "ActiveMQ", mode = null, storage = null }
        activemq-standby = { engine = "ActiveMQ", mode = "ACTIVE_STANDBY_MULTI_AZ", storage = "ebs" }
        rabbitmq         = { engine = "RabbitMQ", mode = "SINGLE_INSTANCE", storage = null }
        rabbitmq-cluster = { engine = "RabbitMQ", mode = "CLUSTER_MULTI_AZ", storage = null }
      }
    }
    resource "aws_mq_broker" "each" {
      for_each           = local.brokers
      broker_name        = each.key
      engine_type        = each.value.engine
      deployment_mode    = each.value.mode
      storage_type       = each.value.storage
      host_instance_type = "mq.m5.large"
    }
    resource "aws_mq_broker" "unknown" {
      broker_name        = "unknown"
      engine_type        = "ActiveMQ"
      host_instance_type = var.type
    }
  `;
  const prices = `
    aws.mq.broker-activemq m5.large 0.288
    aws.mq.broker-activemq-multi-az m5.large 0.576
    aws.mq.broker-rabbitmq m5.large 0.288
    aws.mq.broker-rabbitmq-multi-az m5.large 0.864
    aws.mq.storage-efs 0.3
    aws.mq.storage-ebs 0.1
  `;
  const usage = 'resource_usage: { "aws_mq_broker.each[*]": { storage_size_gb: 10 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_mq_broker.each["activemq"]
      Instance usage (ActiveMQ, mq.m5.large, single_instance)          730 hours  0.288  210.24
      Storage (ActiveMQ, EFS)                                          10 GB      0.3    3
      assumed: deployment_mode = SINGLE_INSTANCE, storage_type = efs
    aws_mq_broker.each["activemq-standby"]
      Instance usage (ActiveMQ, mq.m5.large, active_standby_multi_az)  730 hours  0.576  420.48
      Storage (ActiveMQ, EBS)                                          10 GB      0.1    1
    aws_mq_broker.each["rabbitmq"]
      Instance usage (RabbitMQ, mq.m5.large, single_instance)          730 hours  0.288  210.24
      Storage (RabbitMQ, EBS)                                          10 GB      0.1    1
    aws_mq_broker.each["rabbitmq-cluster"]
      Instance usage (RabbitMQ, mq.m5.large, cluster_multi_az)         730 hours  0.864  630.72
      Storage (RabbitMQ, EBS)                                          30 GB      0.1    3
    aws_mq_broker.unknown (unpriced)
      Instance usage                                                              unpriced: \`host_instance_type\`: variable type has no value
      Storage (ActiveMQ, EFS)                                          ? GB       0.3    usage needed
      assumed: storage_type = efs
    total                                                                                1479.68
    "
  `);
});
