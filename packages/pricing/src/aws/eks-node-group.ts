import type { CostModel } from '../model.ts';
import type { Amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { billVolume } from './ebs.ts';
import { billCompute } from './ec2-compute.ts';
import { billLaunch, launchOfTemplate, launchTemplateOf } from './ec2-launch.ts';

/** GB that EKS gives a node without a launch template, which is the size of its images too. */
const linuxDisk = 20;
const windowsDisk = 50;

/**
 * `aws_eks_node_group`: as many nodes as are desired, of the first instance type, with their volumes. With a launch template the
 * volumes, the addresses and the rest are those of the template.
 */
const nodeGroup: CostModel = {
  types: ['aws_eks_node_group'],
  bill(resource, bill) {
    const { usage, hours, facts } = resource;
    const isWindows = () => resource.text('ami_type')?.startsWith('WINDOWS') === true;
    const operatingSystem = () => (isWindows() ? 'windows' : 'linux');
    const count = () => nodesOf(resource);
    const spot = () => (resource.text('capacity_type') === 'SPOT' ? count() : count().times(0));
    const ownType = () => resource.texts('instance_types')[0]?.toLowerCase();
    const template = launchTemplateOf(resource);
    if (template !== undefined) {
      const launch = launchOfTemplate(template);
      billLaunch(bill.group(launch.address), launch, {
        instanceType: () => ownType() ?? launch.instanceType() ?? defaultType(resource),
        count,
        spot: () => (launch.isSpot() ? count() : spot()),
        rootSize: linuxDisk,
        operatingSystem,
        usage,
        owner: resource,
      });
      return;
    }
    billCompute(bill, {
      instanceType: () => ownType() ?? defaultType(resource),
      tenancy: () => 'default',
      cpuCredits: () => undefined,
      ebsOptimized: () => false,
      detailedMonitoring: () => false,
      count,
      spot,
      operatingSystem,
      hours,
      usage,
      facts,
    });
    billVolume(bill, {
      type: () => {
        resource.assume('volume_type', 'gp2');
        return 'gp2';
      },
      size: () => resource.number('disk_size', isWindows() ? windowsDisk : linuxDisk),
      iops: () => undefined,
      throughput: () => undefined,
      requests: undefined,
      count,
      facts,
    });
  },
};

function nodesOf(resource: BilledResource): Amount {
  const given = resource.usage.number('instances');
  if (given !== undefined) return given;
  const scaling = resource.block('scaling_config');
  return scaling?.number('desired_size') ?? scaling?.number('min_size') ?? resource.hours.times(0);
}

function defaultType(resource: BilledResource): string {
  resource.assume('instance_types', 't3.medium');
  return 't3.medium';
}

export const eksNodeGroupModels: readonly CostModel[] = [nodeGroup];
