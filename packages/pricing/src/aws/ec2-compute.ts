import type { Bill, Line } from '../estimate/bill.ts';
import { amountFact, type Facts } from '../facts/table.ts';
import { type Amount, amount } from '../money/amount.ts';
import { Undetermined } from '../resource/undetermined.ts';
import type { ResourceUsage } from '../usage/resource-usage.ts';

/** EC2 instances to be billed: one of `aws_instance`, or those of a group. Settings are asked for inside of lines. */
export interface Compute {
  readonly instanceType: () => string;
  /** `default`, `dedicated` or `host`. */
  readonly tenancy: () => string;
  /** `standard` or `unlimited`; undefined for what the type has by default. */
  readonly cpuCredits: () => string | undefined;
  readonly ebsOptimized: () => boolean;
  readonly detailedMonitoring: () => boolean;
  /** How many of them there are; 1 when left out. */
  readonly count?: () => Amount;
  /** How many of these are spot instances; none when left out. */
  readonly spot?: () => Amount;
  /** The operating system where usage does not tell it; linux when left out. */
  readonly operatingSystem?: () => string;
  /** Hours of one instance a month. */
  readonly hours: Amount;
  readonly usage: ResourceUsage;
  readonly facts: Facts;
}

/** Bills what instances cost without their volumes. */
export function billCompute(bill: Bill, compute: Compute): void {
  const { usage, facts } = compute;
  const count = () => compute.count?.() ?? amount(1);
  const spot = () => compute.spot?.() ?? amount(0);
  const hoursEach = usage.number('monthly_hrs') ?? compute.hours;
  const hours = () => hoursEach.times(count());

  bill.line('Instance usage', () => instanceLine(compute, hoursEach.times(count().minus(spot()))));
  bill.line('Instance usage (spot)', () => spotLine(compute, hoursEach.times(spot())));
  bill.line('EBS-optimized usage', () => {
    // Only types of older generations are billed for it; the others have it in their price.
    if (!compute.ebsOptimized()) return null;
    const instanceType = compute.instanceType();
    if (facts('aws/ec2-types').row(instanceType)?.ebs_optimized !== 'supported') return null;
    return { unit: 'hours', rate: 'aws.ec2.ebs-optimized', dimensions: { instanceType }, quantity: hours() };
  });
  bill.line('EC2 detailed monitoring', () => {
    if (!compute.detailedMonitoring()) return null;
    const metrics = amountFact(facts, 'aws/amounts', 'ec2-detailed-monitoring-metrics');
    // The tiers are filled by all metrics of the account.
    return { unit: 'metrics', rate: 'aws.cloudwatch.metric', quantity: metrics.times(count()), tiers: 'first' };
  });
  bill.line('CPU credits', () => {
    const [family = ''] = compute.instanceType().split('.');
    // T2 is the only burstable family that is not unlimited by default.
    const isUnlimited = (compute.cpuCredits() ?? (family === 't2' ? 'standard' : 'unlimited')) === 'unlimited';
    if (!['t2', 't3', 't3a', 't4g'].includes(family) || !isUnlimited) return null;
    // What there is none of needs no usage either.
    if (count().lte(0)) return null;
    const perCpu = usage.number('monthly_cpu_credit_hrs');
    const cpus = () =>
      usage.number('vcpu_count') ?? amountFact(facts, 'aws/ec2-types', compute.instanceType(), 'vcpus');
    const quantity = perCpu?.times(cpus()).times(count());
    return { unit: 'vCPU-hours', rate: 'aws.ec2.cpu-credits', dimensions: { family }, quantity, usageBased: true };
  });
}

const operatingSystems: Readonly<Record<string, { readonly shown: string; readonly license: string | null }>> = {
  linux: { shown: 'Linux/UNIX', license: null },
  windows: { shown: 'Windows', license: 'Windows' },
  rhel: { shown: 'RHEL', license: 'RHEL' },
  suse: { shown: 'SUSE', license: 'SUSE' },
};

function instanceLine(compute: Compute, quantity: Amount): Line | null {
  const tenancy = compute.tenancy();
  // The host is billed, and not what runs on it.
  if (tenancy === 'host') return null;
  const { usage } = compute;
  const instanceType = compute.instanceType();
  const { shown, line } = machineLine(compute, instanceType, quantity);
  const offeringClass = usage.text('reserved_instance_type');
  if (offeringClass !== undefined) {
    if (tenancy === 'dedicated') throw new Undetermined('the book has no prices of reserved dedicated instances');
    const name = `Instance usage (${shown}, reserved, ${instanceType})`;
    const term = usage.text('reserved_instance_term') ?? '1_year';
    const paymentOption = usage.text('reserved_instance_payment_option') ?? 'no_upfront';
    // What is paid at once is no monthly cost, the licence included.
    if (paymentOption === 'all_upfront') return { name, unit: 'hours', rate: 'aws.ec2.reserved-upfront', quantity };
    const dimensions = { offeringClass, term, paymentOption, instanceType };
    return { ...line, name, rate: 'aws.ec2.instance-reserved', dimensions };
  }
  const rate = tenancy === 'dedicated' ? 'aws.ec2.instance-dedicated' : 'aws.ec2.instance';
  return { ...line, name: `Instance usage (${shown}, on-demand, ${instanceType})`, rate, dimensions: { instanceType } };
}

/** A spot price is what the market says that day. The price that a configuration names is only the most that is paid. */
function spotLine(compute: Compute, quantity: Amount): Line | null {
  if (quantity.lte(0)) return null;
  const instanceType = compute.instanceType();
  const { shown, line } = machineLine(compute, instanceType, quantity);
  const name = `Instance usage (${shown}, spot, ${instanceType})`;
  return { ...line, name, rate: 'aws.ec2.instance-spot', dimensions: { instanceType } };
}

/** What lines of instances have alike: hours, and the licence of the operating system above the price of Linux. */
function machineLine({ usage, operatingSystem }: Compute, instanceType: string, quantity: Amount) {
  const name = usage.text('operating_system') ?? operatingSystem?.() ?? 'linux';
  const system = operatingSystems[name.toLowerCase()];
  if (system === undefined) {
    throw new Undetermined(`the usage \`operating_system\` is "${name}", and must be linux, windows, rhel or suse`);
  }
  const { shown, license } = system;
  const plus =
    license === null
      ? {}
      : { plus: { rate: 'aws.ec2.license', dimensions: { operatingSystem: license, instanceType } } };
  return { shown, line: { unit: 'hours', quantity, ...plus } };
}
