import type { Bill } from '../estimate/bill.ts';
import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount, roundUp } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold } from '../resource/undetermined.ts';
import { billVolume } from './ebs.ts';
import { billCompute } from './ec2-compute.ts';

/**
 * `aws_emr_cluster`: for every group of instances what EMR asks above EC2, the instances, and their volumes. A cluster is taken to run
 * all the month unless usage tells its hours.
 */
const cluster: CostModel = {
  types: ['aws_emr_cluster'],
  bill(resource, bill) {
    const root = () =>
      resource.number('ebs_root_volume_size') ?? amountFact(resource.facts, 'aws/amounts', 'emr-root-volume');
    for (const part of ['master', 'core']) {
      for (const group of resource.blocks(`${part}_instance_group`)) {
        billNodes(bill.group(`${part}_instance_group`), { ...groupNodes(group), resource, root });
      }
      for (const fleet of resource.blocks(`${part}_instance_fleet`)) {
        billNodes(bill.group(`${part}_instance_fleet`), { ...fleetNodes(fleet), resource, root });
      }
    }
  },
};

/** `aws_emr_instance_group` and `aws_emr_instance_fleet`: task nodes, beside the cluster that they work for. */
const taskNodes: CostModel = {
  types: ['aws_emr_instance_group', 'aws_emr_instance_fleet'],
  bill(resource, bill) {
    const nodes = resource.type === 'aws_emr_instance_group' ? groupNodes(resource) : fleetNodes(resource);
    const root = () => {
      const own = resource.target('cluster_id', 'aws_emr_cluster')?.number('ebs_root_volume_size');
      return own ?? amountFact(resource.facts, 'aws/amounts', 'emr-root-volume');
    };
    billNodes(bill, { ...nodes, resource, root });
  },
};

interface Nodes {
  readonly instanceType: () => string;
  readonly count: () => Amount;
  readonly spot: () => Amount;
  readonly volumes: () => readonly Attributes[];
}

function groupNodes(group: Attributes): Nodes {
  const count = () => group.number('instance_count') ?? amount(1);
  return {
    instanceType: () => group.text('instance_type') ?? notTold('`instance_type` is not set'),
    count,
    spot: () => (group.has('bid_price') ? count() : amount(0)),
    volumes: () => group.blocks('ebs_config'),
  };
}

/** A fleet fills its capacity with instances of its types; the first one is billed. */
function fleetNodes(fleet: Attributes): Nodes {
  const first = () => fleet.block('instance_type_configs');
  const instances = (capacity: string) => {
    const weight = first()?.number('weighted_capacity') ?? amount(1);
    if (weight.lte(0)) notTold('`weighted_capacity` is zero');
    return roundUp((fleet.number(capacity) ?? amount(0)).div(weight));
  };
  return {
    instanceType: () => first()?.text('instance_type') ?? notTold('the fleet has no `instance_type_configs`'),
    count: () => instances('target_on_demand_capacity').plus(instances('target_spot_capacity')),
    spot: () => instances('target_spot_capacity'),
    volumes: () => first()?.blocks('ebs_config') ?? [],
  };
}

interface BilledNodes extends Nodes {
  readonly resource: BilledResource;
  /** Size of the root volume in GB. */
  readonly root: () => Amount;
}

function billNodes(bill: Bill, { resource, instanceType, count, spot, volumes, root }: BilledNodes): void {
  const { usage, hours, facts } = resource;
  bill.line('EMR', () => ({
    name: `EMR (${instanceType()})`,
    unit: 'hours',
    rate: 'aws.emr.instance',
    dimensions: { instanceType: instanceType() },
    quantity: (usage.number('monthly_hrs') ?? hours).times(count()),
  }));
  billCompute(bill, {
    instanceType,
    tenancy: () => 'default',
    cpuCredits: () => undefined,
    ebsOptimized: () => false,
    detailedMonitoring: () => false,
    count,
    spot,
    hours,
    usage,
    facts,
  });
  // Volumes go with their instances, so that those of a cluster that runs for some hours cost as little of a month.
  const share = () => (usage.number('monthly_hrs') ?? hours).div(hours);
  const billDisk = (name: string, size: () => Amount, disk?: Attributes) =>
    billVolume(bill.group(name), {
      type: () => disk?.text('type') ?? 'gp2',
      size,
      iops: () => disk?.number('iops'),
      throughput: () => disk?.number('throughput'),
      requests: undefined,
      count: () =>
        count()
          .times(disk?.number('volumes_per_instance') ?? 1)
          .times(share()),
      facts,
    });
  billDisk('root_volume', root);
  const configured = volumes();
  for (const [index, disk] of configured.entries()) {
    billDisk(`ebs_config[${index}]`, () => disk.number('size') ?? notTold('`ebs_config` has no `size`'), disk);
  }
  if (configured.length === 0) billDisk('default_volumes', () => defaultStorage(resource, instanceType()));
}

/** GB that EMR gives an instance that has no disks of its own, in all of its volumes. */
function defaultStorage(resource: BilledResource, instanceType: string): Amount {
  const { facts } = resource;
  const [family = ''] = instanceType.split('.');
  if (facts('aws/ec2-instance-store').row(family) !== undefined) return amount(0);
  const perCpu = amountFact(facts, 'aws/amounts', 'emr-default-storage-per-vcpu');
  const size = perCpu.times(amountFact(facts, 'aws/ec2-types', instanceType, 'vcpus'));
  resource.assume('ebs_config', `${size.toFixed()} GB of gp2 for ${instanceType}`);
  return size;
}

export const emrModels: readonly CostModel[] = [cluster, taskNodes];
