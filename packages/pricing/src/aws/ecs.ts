import type { Bill } from '../estimate/bill.ts';
import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount, parseAmount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold, Undetermined } from '../resource/undetermined.ts';
import { billVolume } from './ebs.ts';
import { type FargateTasks, fargateTasks } from './ecs-placement.ts';

/**
 * `aws_ecs_service`: its tasks on Fargate, all the month, by vCPU and memory of the task definition. ARM, Windows and Spot have
 * prices of their own. Tasks on instances cost nothing by themselves. A task set, with its own task definition, takes the place of
 * that of the service.
 */
const service: CostModel = {
  types: ['aws_ecs_service'],
  bill(resource, bill) {
    const desired = () => resource.number('desired_count') ?? amount(0);
    const sets = resource.referrers('aws_ecs_task_set', 'service');
    for (const set of sets) {
      const percentage = () => set.block('scale')?.number('value') ?? amount(100);
      billTasks(sets.length === 1 ? bill : bill.group(set.address), resource, {
        definition: () => definitionOf(set),
        tasks: () => fargateTasks([set, resource], desired().times(percentage()).div(100)),
      });
    }
    if (sets.length === 0 && resource.has('task_definition')) {
      billTasks(bill, resource, {
        definition: () => definitionOf(resource),
        tasks: () => fargateTasks([resource], desired()),
      });
    }
    billManagedVolume(resource, bill, desired);
  },
};

interface Tasks {
  readonly definition: () => BilledResource;
  readonly tasks: () => FargateTasks;
}

function definitionOf(resource: BilledResource): BilledResource {
  const identifiers = ['arn', 'arn_without_revision', 'family', 'id'];
  const found = resource.target('task_definition', 'aws_ecs_task_definition', identifiers);
  return found ?? notTold('the task definition is not in this configuration');
}

function billTasks(bill: Bill, service: BilledResource, { definition, tasks }: Tasks): void {
  const { hours, facts } = service;
  const all = () => tasks().onDemand.plus(tasks().spot);
  for (const market of ['onDemand', 'spot'] as const) {
    const shown = (label: string, platform: string) => {
      const marks = [platform, market === 'spot' ? 'Spot' : ''].filter((mark) => mark !== '');
      return marks.length === 0 ? label : `${label} (${marks.join(', ')})`;
    };
    const line = (label: string, what: 'memory' | 'vcpu', unit: string, size: (task: BilledResource) => Amount) =>
      bill.line(label, () => {
        const count = tasks()[market];
        if (count.lte(0)) return null;
        const task = definition();
        const { suffix, name } = platformOf(task);
        const rate = `aws.ecs.fargate-${what}${suffix}${market === 'spot' ? '-spot' : ''}`;
        return { name: shown(label, name), unit, rate, quantity: hours.times(count).times(size(task)), per: 730 };
      });
    line('Per GB per hour', 'memory', 'GB', (task) => sizeOf(task, 'memory', 'gb'));
    line('Per vCPU per hour', 'vcpu', 'CPU', (task) => sizeOf(task, 'cpu', 'vcpu'));
  }
  bill.line('OS license fee (Windows)', () => {
    if (all().lte(0)) return null;
    const task = definition();
    if (platformOf(task).suffix !== '-windows') return null;
    const quantity = hours.times(all()).times(sizeOf(task, 'cpu', 'vcpu'));
    return { unit: 'CPU', rate: 'aws.ecs.fargate-license-windows', quantity, per: 730 };
  });
  bill.line('Ephemeral storage', () => {
    if (all().lte(0)) return null;
    const size = definition().block('ephemeral_storage')?.number('size_in_gib');
    if (size === undefined) return null;
    const above = size.minus(amountFact(facts, 'aws/amounts', 'fargate-included-storage'));
    return { unit: 'GB', rate: 'aws.ecs.fargate-storage', quantity: hours.times(all()).times(above), per: 730 };
  });
  bill.line('Public IPv4 addresses', () => {
    if (service.block('network_configuration')?.flag('assign_public_ip') !== true) return null;
    return { unit: 'hours', rate: 'aws.vpc.public-ipv4-in-use', quantity: hours.times(all()) };
  });
}

/** What the price of a task depends on. Windows runs on x86 alone. */
function platformOf(task: BilledResource): { readonly suffix: string; readonly name: string } {
  const platform = task.block('runtime_platform');
  if (platform?.text('operating_system_family')?.startsWith('WINDOWS') === true) {
    return { suffix: '-windows', name: 'Windows' };
  }
  return platform?.text('cpu_architecture') === 'ARM64' ? { suffix: '-arm', name: 'ARM' } : { suffix: '', name: '' };
}

/** `1024` and `1 vCPU`, `2048` and `2 GB`: plain numbers are parts of 1024. */
function sizeOf(task: BilledResource, attribute: 'cpu' | 'memory', unit: string): Amount {
  const text = task.text(attribute) ?? notTold(`\`${task.address}.${attribute}\` is not set, which Fargate needs`);
  const [, digits = '', named = ''] = /^\s*(\d*\.?\d+)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const value = parseAmount(digits.replace(/^\./, '0.'));
  if (value === undefined || !['', unit].includes(named.toLowerCase())) {
    throw new Undetermined(`\`${task.address}.${attribute}\` is "${text}", which is no size`);
  }
  return named === '' ? value.div(1024) : value;
}

/** A volume that ECS makes for every task, wherever it runs. */
function billManagedVolume(resource: BilledResource, bill: Bill, count: () => Amount): void {
  const volume = resource.block('volume_configuration')?.block('managed_ebs_volume');
  if (volume === undefined) return;
  billVolume(bill.group('managed_ebs_volume'), {
    type: () => volume.text('volume_type', 'gp3'),
    size: () => volume.number('size_in_gb') ?? notTold('the size of the volume is that of its snapshot'),
    iops: () => volume.number('iops'),
    throughput: () => volume.number('throughput'),
    requests: undefined,
    count,
    facts: resource.facts,
  });
}

export const ecsModels: readonly CostModel[] = [service];
