import type { Bill } from '../estimate/bill.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold, Undetermined } from '../resource/undetermined.ts';
import type { ResourceUsage } from '../usage/resource-usage.ts';
import { billVolume } from './ebs.ts';
import { billCompute } from './ec2-compute.ts';

/** What instances are launched from: a launch template or a launch configuration. */
export interface Launch {
  readonly address: string;
  readonly instanceType: () => string | undefined;
  readonly tenancy: () => string;
  readonly cpuCredits: () => string | undefined;
  readonly ebsOptimized: () => boolean;
  readonly detailedMonitoring: () => boolean;
  readonly isSpot: () => boolean;
  readonly publicAddress: () => boolean;
  /** The root volume, or undefined when it is that of the image. */
  readonly root: () => Attributes | undefined;
  /** The other volumes, without those of the devices that the instance sets itself. */
  readonly devices: (except?: ReadonlySet<string | undefined>) => readonly Attributes[];
  /** What the groups of devices are called: `ebs_block_device`. */
  readonly deviceName: string;
}

/** Instances that are launched, beside what they are launched from. */
export interface Launched {
  /** Takes the place of the type of the launch template. */
  readonly instanceType?: (() => string | undefined) | undefined;
  readonly count: () => Amount;
  /** How many of them are spot instances; all or none by the launch template when left out. */
  readonly spot?: (() => Amount) | undefined;
  /** Of the root volume where nobody sets it, in GB: the size of the image. */
  readonly rootSize: number;
  readonly operatingSystem?: () => string;
  readonly usage: ResourceUsage;
  /** The group: notes what was assumed. */
  readonly owner: BilledResource;
}

/** Bills launched instances with their volumes and public addresses. */
export function billLaunch(bill: Bill, launch: Launch, launched: Launched): void {
  const { count, usage, owner } = launched;
  const { facts } = owner;
  billCompute(bill, {
    instanceType: () =>
      launched.instanceType?.() ?? launch.instanceType() ?? notTold(`${launch.address} sets no \`instance_type\``),
    tenancy: launch.tenancy,
    cpuCredits: launch.cpuCredits,
    ebsOptimized: launch.ebsOptimized,
    detailedMonitoring: launch.detailedMonitoring,
    count,
    spot: launched.spot ?? (() => (launch.isSpot() ? count() : amount(0))),
    ...(launched.operatingSystem === undefined ? {} : { operatingSystem: launched.operatingSystem }),
    hours: owner.hours,
    usage,
    facts,
  });
  bill.line('Public IPv4 address', () =>
    launch.publicAddress()
      ? { unit: 'hours', rate: 'aws.vpc.public-ipv4-in-use', quantity: owner.hours.times(count()) }
      : null,
  );
  const billDevice = (name: string, device: () => Attributes | undefined, size: number): void => {
    const assumed = (attribute: string, value: string): string => {
      owner.assume(`${name}.${attribute}`, value);
      return value;
    };
    billVolume(bill.group(name), {
      type: () => device()?.text('volume_type', 'gp2') ?? assumed('volume_type', 'gp2'),
      size: () => device()?.number('volume_size', size) ?? amount(assumed('volume_size', String(size))),
      iops: () => device()?.number('iops'),
      throughput: () => device()?.number('throughput'),
      requests: undefined,
      count,
      facts,
    });
  };
  billDevice('root_block_device', launch.root, launched.rootSize);
  for (const [index, device] of launch.devices().entries()) {
    billDevice(`${launch.deviceName}[${index}]`, () => device, 8);
  }
}

/** Names of root devices of the images of AWS; another image has another one, and then its root volume is counted beside. */
const rootDevices: ReadonlySet<string> = new Set(['/dev/xvda', '/dev/sda1', 'xvda', 'sda1']);

/** Reads `aws_launch_template`. */
export function launchOfTemplate(template: BilledResource): Launch {
  const mappings = () => template.blocks('block_device_mappings');
  const isRoot = (mapping: Attributes) => rootDevices.has(mapping.text('device_name') ?? '');
  const volumes = (kept: readonly Attributes[]) => kept.flatMap((mapping) => mapping.blocks('ebs'));
  return {
    address: template.address,
    instanceType: () => {
      if (template.has('instance_requirements')) throw new Undetermined(byRequirements);
      return template.text('instance_type');
    },
    tenancy: () => template.block('placement')?.text('tenancy') ?? 'default',
    cpuCredits: () => template.block('credit_specification')?.text('cpu_credits'),
    ebsOptimized: () => template.flag('ebs_optimized'),
    detailedMonitoring: () => template.block('monitoring')?.flag('enabled') ?? false,
    isSpot: () => isSpotMarket(template),
    publicAddress: () => hasPublicInterface(template),
    root: () => volumes(mappings().filter(isRoot))[0],
    devices: (except) =>
      volumes(mappings().filter((mapping) => !isRoot(mapping) && except?.has(mapping.text('device_name')) !== true)),
    deviceName: 'block_device_mapping',
  };
}

/** Reads `aws_launch_configuration`, which monitors in detail unless told otherwise. */
export function launchOfConfiguration(configuration: BilledResource): Launch {
  return {
    address: configuration.address,
    instanceType: () => configuration.text('instance_type'),
    tenancy: () => configuration.text('placement_tenancy') ?? 'default',
    cpuCredits: () => undefined,
    ebsOptimized: () => configuration.flag('ebs_optimized'),
    detailedMonitoring: () => configuration.flag('enable_monitoring', true),
    isSpot: () => configuration.has('spot_price'),
    publicAddress: () => configuration.flag('associate_public_ip_address'),
    root: () => configuration.block('root_block_device'),
    devices: () => configuration.blocks('ebs_block_device').filter((device) => !device.flag('no_device')),
    deviceName: 'ebs_block_device',
  };
}

export const byRequirements = 'the instance types are picked by `instance_requirements`';

/** Whether `instance_market_options` of an instance or of a template asks for spot. */
export function isSpotMarket(resource: Attributes): boolean {
  return resource.block('instance_market_options')?.text('market_type') === 'spot';
}

/** Whether the network interfaces of a template give a public address; it is one address however many there are. */
export function hasPublicInterface(template: Attributes): boolean {
  return template.blocks('network_interfaces').some((each) => each.flag('associate_public_ip_address'));
}

/** The template that is named by id or by name; undefined without one. @throws Undetermined when it is not in the configuration. */
export function launchTemplateOf(resource: Attributes): BilledResource | undefined {
  const block = resource.block('launch_template');
  return block === undefined ? undefined : templateNamed(block, 'id', 'name');
}

/** The template that a block names by one of two attributes. @throws Undetermined when it is not in the configuration. */
export function templateNamed(block: Attributes, id: string, name: string): BilledResource {
  const found = block.target(id, 'aws_launch_template') ?? block.target(name, 'aws_launch_template');
  return found ?? notTold('the launch template is not in this configuration');
}
