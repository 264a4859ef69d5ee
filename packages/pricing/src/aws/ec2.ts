import type { Bill } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold } from '../resource/undetermined.ts';
import { billVolume } from './ebs.ts';
import { billCompute } from './ec2-compute.ts';
import { hasPublicInterface, isSpotMarket, launchOfTemplate, launchTemplateOf } from './ec2-launch.ts';

/**
 * `aws_instance` and `aws_spot_instance_request`: hours, volumes, and the public address. What it does not set is taken from its
 * launch template. The operating system is told by usage, since an image is known by its id alone.
 */
const instance: CostModel = {
  types: ['aws_instance', 'aws_spot_instance_request'],
  bill(resource, bill) {
    const template = () => launchTemplateOf(resource);
    billCompute(bill, {
      instanceType: () =>
        resource.text('instance_type') ??
        template()?.text('instance_type') ??
        notTold(`neither ${resource.address} nor a launch template sets \`instance_type\``),
      tenancy: () =>
        resource.has('host_id') || resource.has('host_resource_group_arn')
          ? 'host'
          : (resource.text('tenancy') ?? template()?.block('placement')?.text('tenancy') ?? 'default'),
      cpuCredits: () =>
        resource.block('credit_specification')?.text('cpu_credits') ??
        template()?.block('credit_specification')?.text('cpu_credits'),
      ebsOptimized: () => (resource.has('ebs_optimized') ? resource : template())?.flag('ebs_optimized') ?? false,
      detailedMonitoring: () =>
        resource.has('monitoring')
          ? resource.flag('monitoring')
          : (template()?.block('monitoring')?.flag('enabled') ?? false),
      spot: () => amount(isSpot(resource) ? 1 : 0),
      hours: resource.hours,
      usage: resource.usage,
      facts: resource.facts,
    });
    bill.line('Public IPv4 address', () =>
      hasPublicAddress(resource)
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

function isSpot(resource: BilledResource): boolean {
  if (resource.type === 'aws_spot_instance_request') return true;
  if (resource.has('instance_market_options')) return isSpotMarket(resource);
  const template = launchTemplateOf(resource);
  return template !== undefined && isSpotMarket(template);
}

/**
 * Whether the instance gets an address of its own: by itself, by its template, or by its subnet. An Elastic IP takes the place of
 * that address, and is billed by itself.
 */
function hasPublicAddress(resource: BilledResource): boolean {
  if (resource.referrers('aws_eip', 'instance').length > 0) return false;
  if (resource.referrers('aws_eip_association', 'instance_id').length > 0) return false;
  if (resource.has('associate_public_ip_address')) return resource.flag('associate_public_ip_address');
  const template = launchTemplateOf(resource);
  if (template?.has('network_interfaces') === true) return hasPublicInterface(template);
  const subnet = resource.target('subnet_id', ['aws_subnet', 'aws_default_subnet']);
  return subnet?.flag('map_public_ip_on_launch', subnet.type === 'aws_default_subnet') ?? false;
}

/** Volumes of the instance, and those of its template that it does not set itself. */
function billDevices(resource: BilledResource, bill: Bill): void {
  const { facts } = resource;
  const templateLaunch = () => {
    const template = launchTemplateOf(resource);
    return template === undefined ? undefined : launchOfTemplate(template);
  };
  const root = () => resource.block('root_block_device') ?? templateLaunch()?.root();
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
  const added = templateLaunch()?.devices(names) ?? [];
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
