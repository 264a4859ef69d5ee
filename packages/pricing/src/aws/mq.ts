import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/** A cluster of RabbitMQ has three brokers, each with a copy of the data. */
const rabbitMqNodes = 3;

/**
 * `aws_mq_broker`. The price of a Multi-AZ broker pays all of its instances. ActiveMQ keeps messages on EFS unless told otherwise,
 * RabbitMQ always on EBS, one copy for each node.
 */
const broker: CostModel = {
  types: ['aws_mq_broker'],
  bill(resource, bill) {
    const isRabbit = () => resource.neededText('engine_type').toLowerCase() === 'rabbitmq';
    bill.line('Instance usage', () => {
      const engine = isRabbit() ? 'RabbitMQ' : 'ActiveMQ';
      const instanceType = resource.neededText('host_instance_type');
      const mode = modeOf(resource);
      return {
        name: `Instance usage (${engine}, ${instanceType}, ${mode})`,
        unit: 'hours',
        rate: `aws.mq.broker-${engine.toLowerCase()}${mode.endsWith('multi_az') ? '-multi-az' : ''}`,
        dimensions: { instanceType: instanceType.replace(/^mq\./, '') },
        quantity: resource.hours,
      };
    });
    bill.line('Storage', () => {
      const stored = resource.usage.number('storage_size_gb');
      const isEbs = isRabbit() || resource.text('storage_type', 'efs').toLowerCase() === 'ebs';
      const copies = isRabbit() && modeOf(resource) === 'cluster_multi_az' ? rabbitMqNodes : 1;
      return {
        name: `Storage (${isRabbit() ? 'RabbitMQ' : 'ActiveMQ'}, ${isEbs ? 'EBS' : 'EFS'})`,
        unit: 'GB',
        rate: isEbs ? 'aws.mq.storage-ebs' : 'aws.mq.storage-efs',
        quantity: stored?.times(copies),
        usageBased: true,
      };
    });
  },
};

function modeOf(resource: BilledResource): string {
  return resource.text('deployment_mode', 'SINGLE_INSTANCE').toLowerCase();
}

export const mqModels: readonly CostModel[] = [broker];
