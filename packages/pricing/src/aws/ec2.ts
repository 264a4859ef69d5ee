import type { Bill } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';
import { billVolume } from './ebs.ts';
import { billCompute } from './ec2-compute.ts';

/**
 * `aws_instance`: its hours, its volumes, and its public address. What it does not set is taken from its launch template. The
 * operating system is told by usage, since an image is known by its id alone.
 */
const instance: CostModel = {
  types: ['aws_instance'],
  bill(resource, bill) {
    const template = () => launchTemplateOf(resource);
    billCompute(bill, {
      instanceType: () => resource.text('instance_type') ?? template()?.text('instance_type') ?? notTold(resource),
      tenancy: () => resource.text('tenancy') ?? template()?.block('placement')?.text('tenancy') ?? 'default',
      cpuCredits: () =>
        resource.block('credit_specification')?.text('cpu_credits') ??
        template()?.block('credit_specification')?.text('cpu_credits'),
      ebsOptimized: () => (resource.has('ebs_optimized') ? resource : template())?.flag('ebs_optimized') ?? false,
      detailedMonitoring: () =>
        resource.has('monitoring')
          ? resource.flag('monitoring')
          : (template()?.block('monitoring')?.flag('enabled') ?? false),
      hours: resource.hours,
      usage: resource.usage,
      facts: resource.facts,
    });
    bill.line('Public IPv4 address', () =>
      resource.flag('associate_public_ip_address')
        ? {
            unit: 'hours',
            rate: 'aws.vpc.public-ipv4-in-use',
            quantity: resource.usage.number('monthly_hrs') ?? resource.hours,
          }
        : null,
    );
    billDevices(resource, bill);
  },
};

/** The template that is named by id or by name; undefined without one. @throws Undetermined when it is not in the configuration. */
export function launchTemplateOf(resource: Attributes): BilledResource | undefined {
  const block = resource.block('launch_template');
  if (block === undefined) return undefined;
  const found = block.target('id', 'aws_launch_template') ?? block.target('name', 'aws_launch_template');
  if (found === undefined) throw new Undetermined('the launch template is not in this configuration');
  return found;
}

function notTold({ address }: BilledResource): never {
  throw new Undetermined(`neither ${address} nor a launch template sets \`instance_type\``);
}

/** Volumes of the instance, and those of its template that it does not set itself. */
function billDevices(resource: BilledResource, bill: Bill): void {
  const { facts } = resource;
  const root = () => resource.block('root_block_device');
  billVolume(bill.group('root_block_device'), {
    type: () => root()?.text('volume_type', 'gp2') ?? defaulted(resource, 'root_block_device.volume_type', 'gp2'),
    size: () => root()?.number('volume_size', 8) ?? amount(defaulted(resource, 'root_block_device.volume_size', '8')),
    iops: () => root()?.number('iops'),
    throughput: () => root()?.number('throughput'),
    requests: undefined,
    facts,
  });
  const own = resource.blocks('ebs_block_device');
  for (const [index, device] of own.entries()) billDevice(device, index);
  // Last, since what a template adds is not known without the template.
  const names = new Set(own.map((device) => device.text('device_name')));
  const added = (launchTemplateOf(resource)?.blocks('block_device_mappings') ?? [])
    .filter((mapping) => !names.has(mapping.text('device_name')))
    .flatMap((mapping) => mapping.blocks('ebs'));
  for (const [index, device] of added.entries()) billDevice(device, own.length + index);

  function billDevice(device: Attributes, index: number): void {
    billVolume(bill.group(`ebs_block_device[${index}]`), {
      type: () => device.text('volume_type', 'gp2'),
      size: () => device.number('volume_size', 8),
      iops: () => device.number('iops'),
      throughput: () => device.number('throughput'),
      requests: undefined,
      facts,
    });
  }
}

function defaulted(resource: BilledResource, attribute: string, value: string): string {
  resource.assume(attribute, value);
  return value;
}

export const ec2Models: readonly CostModel[] = [instance];
