import type { Bill } from '../estimate/bill.ts';
import { amountFact, type Facts } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount, larger, smaller } from '../money/amount.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** A volume to be billed. Its settings are asked for inside of lines, where one that is unknown leaves the others priced. */
export interface Volume {
  /** `gp3`. */
  readonly type: () => string;
  /** In GB. */
  readonly size: () => Amount;
  readonly iops: () => Amount | undefined;
  /** In MiB/s. */
  readonly throughput: () => Amount | undefined;
  /** Requests to a magnetic volume a month, when usage tells them. */
  readonly requests: Amount | undefined;
  /** How many such volumes there are; 1 when left out. */
  readonly count?: () => Amount;
  readonly facts: Facts;
}

/** Bills an EBS volume, be it a resource of its own or a device of an instance. */
export function billVolume(bill: Bill, volume: Volume): void {
  const { facts } = volume;
  const included = (what: string) => amountFact(facts, 'aws/amounts', `ebs-gp3-included-${what}`);
  const times = (quantity: Amount) => quantity.times(volume.count?.() ?? 1);

  bill.line('Storage', () => {
    const type = volume.type();
    return {
      name: `Storage (${kindOf(type, facts)})`,
      unit: 'GB',
      rate: `aws.ebs.volume-${type}`,
      quantity: times(volume.size()),
    };
  });
  bill.line('Provisioned throughput', () => {
    const throughput = volume.type() === 'gp3' ? volume.throughput() : undefined;
    if (throughput === undefined) return null;
    const above = throughput.minus(included('throughput'));
    // The field writes Mbps, though it is MiB a second.
    return { unit: 'Mbps', rate: 'aws.ebs.throughput-gp3', quantity: times(above) };
  });
  bill.line('Provisioned IOPS', () => {
    const type = volume.type();
    if (!['gp3', 'io1', 'io2'].includes(type)) return null;
    const iops = volume.iops();
    if (type === 'gp3') {
      const above = (iops ?? amount(0)).minus(included('iops'));
      return { unit: 'IOPS', rate: 'aws.ebs.iops-gp3', quantity: times(above) };
    }
    // The provider refuses these volumes without IOPS, so that they must come from elsewhere.
    if (iops === undefined) throw new Undetermined(`a volume of type ${type} has no \`iops\``);
    const most = type === 'io2' ? amountFact(facts, 'aws/amounts', 'ebs-io2-tier2-from') : iops;
    return { unit: 'IOPS', rate: `aws.ebs.iops-${type}`, quantity: times(smaller(iops, most)) };
  });
  for (const tier of ['tier2', 'tier3']) {
    const from = () => amountFact(facts, 'aws/amounts', `ebs-io2-${tier}-from`);
    const to = (iops: Amount) =>
      tier === 'tier2' ? smaller(iops, amountFact(facts, 'aws/amounts', 'ebs-io2-tier3-from')) : iops;
    bill.line(`Provisioned IOPS (${tier})`, () => {
      const iops = volume.type() === 'io2' ? volume.iops() : undefined;
      if (iops === undefined) return null;
      const name = `Provisioned IOPS (above ${from().toFixed()})`;
      const quantity = times(larger(to(iops).minus(from()), amount(0)));
      return { name, unit: 'IOPS', rate: `aws.ebs.iops-io2-${tier}`, quantity };
    });
  }
  bill.line('I/O requests', () => {
    if (volume.type() !== 'standard') return null;
    const rate = 'aws.ebs.requests-standard';
    return { unit: '1M request', rate, quantity: volume.requests, per: 1_000_000, usageBased: true };
  });
}

/** `general purpose SSD, gp3`. */
function kindOf(type: string, facts: Facts): string {
  const kind = facts('aws/ebs-volume-kinds').row(type)?.kind;
  if (kind === undefined) throw new Undetermined(`there is no volume type "${type}"`);
  return type === 'standard' ? kind : `${kind}, ${type}`;
}

/** `aws_ebs_volume`. Defaults are those of the API: 8 GB stands for the size of a snapshot that is not known. */
const ebsVolume: CostModel = {
  types: ['aws_ebs_volume'],
  bill(resource, bill) {
    billVolume(bill, {
      type: () => resource.text('type', 'gp2'),
      size: () => resource.number('size', 8),
      iops: () => resource.number('iops'),
      throughput: () => resource.number('throughput'),
      requests: resource.usage.number('monthly_standard_io_requests'),
      facts: resource.facts,
    });
  },
};

export const ebsModels: readonly CostModel[] = [ebsVolume];
