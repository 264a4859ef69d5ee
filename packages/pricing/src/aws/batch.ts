import type { Bill } from '../estimate/bill.ts';
import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount, roundUp } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold } from '../resource/undetermined.ts';
import { billVolume } from './ebs.ts';
import { billCompute } from './ec2-compute.ts';
import { launchOfTemplate, templateNamed } from './ec2-launch.ts';

/** GB of the root volume of the images that Batch takes. */
const imageSize = 30;

/**
 * `aws_batch_compute_environment`: Batch itself is free. Its instances are billed as far as they are kept without jobs, or for the hours
 * that usage tells; jobs on Fargate for what usage tells of them.
 */
const computeEnvironment: CostModel = {
  types: ['aws_batch_compute_environment'],
  bill(resource, bill) {
    const resources = resource.block('compute_resources');
    if (resources === undefined) return;
    const type = resources.text('type') ?? notTold('`compute_resources` has no `type`');
    if (type.startsWith('FARGATE')) billFargate(resource, bill, type === 'FARGATE_SPOT' ? '-spot' : '');
    else billInstances(resource, bill, resources, type === 'SPOT');
  },
};

function billFargate({ usage }: BilledResource, bill: Bill, suffix: string): void {
  const shown = suffix === '' ? '' : ' (Spot)';
  bill.line(`Per GB per hour${shown}`, () => ({
    unit: 'GB-hours',
    rate: `aws.ecs.fargate-memory${suffix}`,
    quantity: usage.number('monthly_memory_gb_hrs'),
    usageBased: true,
  }));
  bill.line(`Per vCPU per hour${shown}`, () => ({
    unit: 'vCPU-hours',
    rate: `aws.ecs.fargate-vcpu${suffix}`,
    quantity: usage.number('monthly_vcpu_hrs'),
    usageBased: true,
  }));
}

function billInstances(resource: BilledResource, bill: Bill, resources: Attributes, isSpot: boolean): void {
  const { usage, hours, facts } = resource;
  const given = usage.number('monthly_instance_hrs');
  const instanceType = () => {
    const [first = ''] = resources.texts('instance_type');
    return first.includes('.') ? first : notTold(`Batch picks the instance types itself, of "${first}"`);
  };
  const kept = () => {
    const minimum = resources.number('min_vcpus') ?? amount(0);
    if (minimum.lte(0)) return amount(0);
    return roundUp(minimum.div(amountFact(facts, 'aws/ec2-types', instanceType(), 'vcpus')));
  };
  const count = (): Amount => given?.div(hours) ?? kept();
  bill.line('Instance usage for jobs', () => {
    if (given !== undefined || kept().gt(0)) return null;
    const rate = isSpot ? 'aws.ec2.instance-spot' : 'aws.ec2.instance';
    const quantity = undefined;
    return { unit: 'hours', rate, dimensions: { instanceType: instanceType() }, quantity, usageBased: true };
  });
  billCompute(bill, {
    instanceType,
    tenancy: () => 'default',
    cpuCredits: () => undefined,
    ebsOptimized: () => false,
    detailedMonitoring: () => false,
    count,
    spot: () => (isSpot ? count() : amount(0)),
    hours,
    usage,
    facts,
  });
  const root = () => {
    const block = resources.block('launch_template');
    if (block === undefined) return undefined;
    return launchOfTemplate(templateNamed(block, 'launch_template_id', 'launch_template_name')).root();
  };
  billVolume(bill.group('root_block_device'), {
    type: () => root()?.text('volume_type', 'gp2') ?? 'gp2',
    size: () => root()?.number('volume_size', imageSize) ?? assumedSize(resource),
    iops: () => root()?.number('iops'),
    throughput: () => root()?.number('throughput'),
    requests: undefined,
    count,
    facts,
  });
}

function assumedSize(resource: BilledResource): Amount {
  resource.assume('root_block_device.volume_size', String(imageSize));
  return amount(imageSize);
}

export const batchModels: readonly CostModel[] = [computeEnvironment];
