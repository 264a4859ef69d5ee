import type { Bill } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold } from '../resource/undetermined.ts';
import { onDemandUnits } from './autoscaling.ts';
import { billLogs } from './cloudwatch.ts';
import { billVolume } from './ebs.ts';
import { billCompute } from './ec2-compute.ts';
import { mappedDevices, type Settings, settingsOf } from './elastic-beanstalk-settings.ts';
import { capacityUnits } from './elb.ts';
import { billDatabase } from './rds-instance.ts';

/**
 * `aws_elastic_beanstalk_environment`: what its settings ask for, since Beanstalk itself is free. As many instances as the group has at
 * least; a load balancer, which is a classic one unless told (and not a network one), none with a single instance or for workers; a
 * database when its class is set; logs when they are streamed.
 */
const environment: CostModel = {
  types: ['aws_elastic_beanstalk_environment'],
  bill(resource, bill) {
    const settings = settingsOf(resource);
    billInstances(resource, settings, bill.group('aws_launch_configuration'));
    if (settings.flag('logs', 'StreamLogs')) {
      billLogs(bill.group('aws_cloudwatch_log_group'), resource.usage.part('cloudwatch'));
    }
    billCoupledDatabase(resource, settings, bill.group('aws_db_instance'));
    billLoadBalancer(resource, settings, bill);
  },
};

function billInstances(resource: BilledResource, settings: Settings, bill: Bill): void {
  const { hours, facts } = resource;
  const usage = resource.usage.part('ec2');
  const isSingle = () => settings.text('environment', 'EnvironmentType') === 'SingleInstance';
  const count = () =>
    usage.number('instances') ?? (isSingle() ? amount(1) : (settings.number('asg', 'MinSize') ?? amount(1)));
  const assumed = (name: string, value: string) => {
    resource.assume(`setting.${name}`, value);
    return value;
  };
  billCompute(bill, {
    instanceType: () =>
      settings.list('instances', 'InstanceTypes')[0] ??
      settings.text('launchconfiguration', 'InstanceType') ??
      assumed('InstanceType', 't3.micro'),
    tenancy: () => 'default',
    cpuCredits: () => undefined,
    ebsOptimized: () => false,
    detailedMonitoring: () => settings.text('launchconfiguration', 'MonitoringInterval') === '1 minute',
    count,
    spot: () => {
      if (!settings.flag('instances', 'EnableSpot')) return amount(0);
      const base = settings.number('instances', 'SpotFleetOnDemandBase') ?? amount(0);
      const share = settings.number('instances', 'SpotFleetOnDemandAboveBasePercentage') ?? amount(isSingle() ? 0 : 70);
      return count().minus(onDemandUnits(count(), base, share));
    },
    hours,
    usage,
    facts,
  });
  bill.line('Public IPv4 address', () =>
    isSingle() || settings.flag('vpc', 'AssociatePublicIpAddress')
      ? { unit: 'hours', rate: 'aws.vpc.public-ipv4-in-use', quantity: hours.times(count()) }
      : null,
  );
  const volume = { requests: undefined, count, facts };
  const root = 'launchconfiguration';
  billVolume(bill.group('aws_ebs_volume'), {
    ...volume,
    type: () => settings.text(root, 'RootVolumeType') ?? assumed('RootVolumeType', 'gp2'),
    size: () => settings.number(root, 'RootVolumeSize') ?? amount(assumed('RootVolumeSize', '8')),
    iops: () => settings.number(root, 'RootVolumeIOPS'),
    throughput: () => settings.number(root, 'RootVolumeThroughput'),
  });
  const devices = mappedDevices(settings.list(root, 'BlockDeviceMappings'));
  for (const [index, device] of devices.entries()) {
    billVolume(bill.group(`aws_ebs_volume[${index}]`), {
      ...volume,
      type: () => device.type ?? assumed('BlockDeviceMappings type', 'gp2'),
      size: () => device.size ?? notTold('the size of a mapped volume is that of its snapshot'),
      iops: () => device.iops,
      throughput: () => undefined,
    });
  }
}

function billLoadBalancer(resource: BilledResource, settings: Settings, bill: Bill): void {
  const { hours, facts } = resource;
  if (resource.text('tier') === 'Worker') return;
  if (settings.text('environment', 'EnvironmentType') === 'SingleInstance') return;
  // A shared one is a resource of its own.
  if (settings.flag('environment', 'LoadBalancerIsShared')) return;
  const given = settings.text('environment', 'LoadBalancerType')?.toLowerCase();
  if (given === undefined) resource.assume('setting.LoadBalancerType', 'classic');
  const kind = given ?? 'classic';
  const group = bill.group(kind === 'classic' ? 'aws_elb' : 'aws_loadbalancer');
  group.line('Load balancer', () => ({
    name: `${kind.replace(/^./, (first) => first.toUpperCase())} load balancer`,
    unit: 'hours',
    rate: rateOf('hours'),
    quantity: hours,
  }));
  if (kind === 'classic') {
    const quantity = resource.usage.part('elb').number('monthly_data_processed_gb');
    group.line('Data processed', () => ({ unit: 'GB', rate: 'aws.elb.classic-data', quantity, usageBased: true }));
  } else {
    group.line('Load balancer capacity units', () => {
      const quantity = capacityUnits({ usage: resource.usage.part('lb'), hours, facts }, kind)?.times(hours);
      return { unit: 'LCU', rate: rateOf('capacity'), quantity, per: 730, usageBased: true };
    });
  }
  group.line('Public IPv4 addresses', () => {
    if (settings.text('vpc', 'ELBScheme') === 'internal') return null;
    const own = settings.list('vpc', 'ELBSubnets');
    const subnets = own.length > 0 ? own : settings.list('vpc', 'Subnets');
    return { unit: 'hours', rate: 'aws.vpc.public-ipv4-in-use', quantity: hours.times(subnets.length) };
  });

  function rateOf(what: string): string {
    if (!['classic', 'application', 'network'].includes(kind))
      notTold(`there is no load balancer of the type "${kind}"`);
    return `aws.elb.${kind}-${what}`;
  }
}

function billCoupledDatabase(resource: BilledResource, settings: Settings, bill: Bill): void {
  const { hours, date, facts } = resource;
  const instanceClass = settings.text('dbinstance', 'DBInstanceClass');
  if (instanceClass === undefined) return;
  billDatabase(bill, {
    engine: () => settings.text('dbinstance', 'DBEngine') ?? 'mysql',
    engineVersion: () => settings.text('dbinstance', 'DBEngineVersion'),
    license: () => undefined,
    instanceClass: () => instanceClass,
    isMultiAz: () => settings.flag('dbinstance', 'MultiAZDatabase'),
    storageType: () => 'gp2',
    storage: () => {
      const given = settings.number('dbinstance', 'DBAllocatedStorage');
      // The least that RDS has today.
      if (given === undefined) resource.assume('setting.DBAllocatedStorage', '20');
      return given ?? amount(20);
    },
    iops: () => undefined,
    throughput: () => undefined,
    hasBackups: () => true,
    isSupportDeclined: () => false,
    hours,
    date,
    usage: resource.usage.part('db'),
    facts,
  });
}

export const elasticBeanstalkModels: readonly CostModel[] = [environment];
