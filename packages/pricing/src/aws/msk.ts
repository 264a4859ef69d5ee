import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';
import { scaledCapacity } from './scaling-target.ts';

/**
 * `aws_msk_cluster`: brokers, the volume of each, throughput that is provisioned beyond what a volume has, and tiered storage.
 * Express brokers have no volumes: what they store and take in is billed.
 */
const cluster: CostModel = {
  types: ['aws_msk_cluster'],
  bill(resource, bill) {
    const { usage, hours, facts } = resource;
    const nodes = () => resource.block('broker_node_group_info');
    const instanceType = () => nodes()?.text('instance_type') ?? resource.neededText('broker_node_group_info');
    const isExpress = () => instanceType().startsWith('express.');
    const count = () =>
      resource.number('number_of_broker_nodes') ?? amount(resource.neededText('number_of_broker_nodes'));
    const volume = () => nodes()?.block('storage_info')?.block('ebs_storage_info');
    const isTiered = () => resource.text('storage_mode') === 'TIERED';

    bill.line('Instance', () => ({
      name: `Instance (${instanceType()})`,
      unit: 'hours',
      rate: isExpress() ? 'aws.msk.broker-express' : 'aws.msk.broker',
      dimensions: { instanceType: instanceType().replace(/^(?:kafka|express)\./, '') },
      quantity: count().times(hours),
    }));
    bill.line('Storage', () => {
      if (isExpress()) {
        const quantity = usage.number('data_storage_gb');
        return { unit: 'GB', rate: 'aws.msk.express-storage', quantity, usageBased: true };
      }
      const scaled = scaledCapacity(resource, 'kafka:broker-storage:VolumeSize', ['arn', 'id', 'cluster_name']);
      const size = scaled ?? volumeSize(nodes(), volume());
      const name = scaled === undefined ? 'Storage' : 'Storage (autoscaling)';
      const usageBased = scaled !== undefined;
      return { name, unit: 'GB', rate: 'aws.msk.storage', quantity: size.times(count()), usageBased };
    });
    bill.line('Data in', () => {
      if (!isExpress()) return null;
      const quantity = usage.number('monthly_data_in_gb');
      return { unit: 'GB', rate: 'aws.msk.express-data-in', quantity, usageBased: true };
    });
    bill.line('Provisioned storage throughput', () => {
      const provisioned = isExpress() ? undefined : volume()?.block('provisioned_throughput');
      const throughput = provisioned?.flag('enabled') === true ? provisioned.number('volume_throughput') : undefined;
      if (throughput === undefined) return null;
      const above = throughput.minus(amountFact(facts, 'aws/amounts', 'msk-included-throughput'));
      return { unit: 'MBps', rate: 'aws.msk.storage-throughput', quantity: above.times(count()) };
    });
    bill.line('Tiered storage', () => {
      if (!isTiered()) return null;
      const quantity = usage.number('tiered_storage_gb');
      return { unit: 'GB', rate: 'aws.msk.tiered-storage', quantity, usageBased: true };
    });
    bill.line('Tiered data retrieved', () => {
      if (!isTiered()) return null;
      const quantity = usage.number('monthly_tiered_data_retrieved_gb');
      return { unit: 'GB', rate: 'aws.msk.tiered-retrieval', quantity, usageBased: true };
    });
  },
};

/** The size of the volume of one broker, in GB. */
function volumeSize(nodes: Attributes | undefined, volume: Attributes | undefined): Amount {
  const size = nodes?.number('ebs_volume_size') ?? volume?.number('volume_size');
  if (size === undefined) throw new Undetermined('the brokers have no `volume_size`');
  return size;
}

/** `aws_msk_serverless_cluster`: hours of the cluster and of its partitions, data in, out and stored. */
const serverlessCluster: CostModel = {
  types: ['aws_msk_serverless_cluster'],
  bill({ usage, hours }, bill) {
    bill.line('Cluster', () => ({ unit: 'hours', rate: 'aws.msk.serverless-hours', quantity: hours }));
    bill.line('Partitions', () => {
      const quantity = usage.number('partitions')?.times(hours);
      return { unit: 'partition-hours', rate: 'aws.msk.serverless-partition-hours', quantity, usageBased: true };
    });
    bill.line('Storage', () => {
      const quantity = usage.number('data_storage_gb');
      return { unit: 'GB', rate: 'aws.msk.serverless-storage', quantity, usageBased: true };
    });
    bill.line('Data in', () => {
      const quantity = usage.number('monthly_data_in_gb');
      return { unit: 'GB', rate: 'aws.msk.serverless-data-in', quantity, usageBased: true };
    });
    bill.line('Data out', () => {
      const quantity = usage.number('monthly_data_out_gb');
      return { unit: 'GB', rate: 'aws.msk.serverless-data-out', quantity, usageBased: true };
    });
  },
};

/** `aws_mskconnect_connector`: the units of all workers; of a scaled connector those of the fewest workers. */
const connector: CostModel = {
  types: ['aws_mskconnect_connector'],
  bill(resource, bill) {
    bill.line('Connect capacity', () => ({
      unit: 'MCU-hours',
      rate: 'aws.msk.connect-capacity',
      quantity: connectUnits(resource).times(resource.hours),
    }));
  },
};

function connectUnits(resource: BilledResource): Amount {
  const capacity = resource.block('capacity');
  const scaled = capacity?.block('autoscaling');
  const place = scaled ?? capacity?.block('provisioned_capacity');
  const workers = place?.number(scaled === undefined ? 'worker_count' : 'min_worker_count');
  if (place === undefined || workers === undefined) throw new Undetermined('the connector has no number of workers');
  return workers.times(place.number('mcu_count', 1));
}

/** `aws_msk_replicator`: its hours, and the data that it copies. */
const replicator: CostModel = {
  types: ['aws_msk_replicator'],
  bill({ usage, hours }, bill) {
    bill.line('Replicator', () => ({ unit: 'hours', rate: 'aws.msk.replicator-hours', quantity: hours }));
    bill.line('Data replicated', () => {
      const quantity = usage.number('monthly_data_replicated_gb');
      return { unit: 'GB', rate: 'aws.msk.replicator-data', quantity, usageBased: true };
    });
  },
};

export const mskModels: readonly CostModel[] = [cluster, serverlessCluster, connector, replicator];
