import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, larger, sumOf } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';
import { vcpusOf } from './rds-class.ts';

/**
 * `aws_db_proxy`: an hour of each vCPU of the databases behind it, of which an instance counts at least two. Serverless instances are
 * counted by their capacity, which usage tells.
 */
const proxy: CostModel = {
  types: ['aws_db_proxy'],
  bill(resource, bill) {
    const { hours, usage } = resource;
    bill.line('Proxy', () => {
      const vcpus = provisioned(instancesBehind(resource)).map((instance) => countedVcpus(instance));
      return { unit: 'vCPU-hours', rate: 'aws.rds.proxy-vcpu-hours', quantity: sumOf(vcpus).times(hours) };
    });
    bill.line('Proxy of serverless instances', () => {
      const instances = instancesBehind(resource);
      if (provisioned(instances).length === instances.length) return null;
      const quantity = usage.number('capacity_units_per_hr')?.times(hours);
      return { unit: 'ACU-hours', rate: 'aws.rds.proxy-acu-hours', quantity, usageBased: true };
    });
  },
};

function provisioned(instances: readonly BilledResource[]): readonly BilledResource[] {
  return instances.filter((instance) => instance.text('instance_class') !== 'db.serverless');
}

function countedVcpus(instance: BilledResource): Amount {
  const least = amountFact(instance.facts, 'aws/amounts', 'rds-proxy-least-vcpus');
  return larger(vcpusOf(instance.neededText('instance_class'), instance.facts), least);
}

/** The databases of the targets of a proxy: an instance, or all of a cluster. @throws Undetermined when there are none. */
function instancesBehind(resource: BilledResource): readonly BilledResource[] {
  const identifiers = ['id', 'identifier', 'cluster_identifier', 'arn'];
  const instances = resource.referrers('aws_db_proxy_target', 'db_proxy_name', ['id', 'name']).flatMap((target) => {
    const instance = target.target('db_instance_identifier', 'aws_db_instance', identifiers);
    const cluster = target.target('db_cluster_identifier', 'aws_rds_cluster', identifiers);
    const ofCluster = cluster?.referrers('aws_rds_cluster_instance', 'cluster_identifier', identifiers) ?? [];
    return instance === undefined ? ofCluster : [instance];
  });
  if (instances.length === 0) throw new Undetermined('the databases behind the proxy are not in this configuration');
  return instances;
}

export const rdsProxyModels: readonly CostModel[] = [proxy];
