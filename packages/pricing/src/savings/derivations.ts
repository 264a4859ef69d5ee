import { amountFact, type Facts } from '../facts/table.ts';
import { type Amount, amount, larger, parseAmount, smaller } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import { notTold } from '../resource/undetermined.ts';

/**
 * Computes the new value of an attribute from what a block has now: a number, null to leave the attribute out, or undefined when there
 * is no alternative that does as much.
 * @throws Undetermined when an attribute that it needs is not known.
 */
export type Derivation = (block: Attributes, facts: Facts) => Amount | null | undefined;

/**
 * The derivations by name. Those of gp3 keep what a volume of type gp2 or io1 does today: IOPS and throughput that gp3 does not include
 * are bought. The throughput of gp2 is what it has without burst credits.
 */
export const derivations: ReadonlyMap<string, Derivation> = new Map<string, Derivation>([
  ['gp3-iops', (block, facts) => beyond('iops', ebsVolume(block), facts)],
  ['gp3-throughput', (block, facts) => beyond('throughput', ebsVolume(block), facts)],
  ['rds-gp3-iops', (block, facts) => beyond('iops', rdsVolume(block, facts), facts)],
  ['rds-gp3-throughput', (block, facts) => beyond('throughput', rdsVolume(block, facts), facts)],
]);

/** A volume, or several that RDS lays side by side. */
interface Volume {
  readonly type: string;
  /** In GB, all together. */
  readonly size: Amount;
  /** What is provisioned; undefined when nothing is. */
  readonly iops: Amount | undefined;
  /** On how many volumes it lies. */
  readonly stripes: Amount;
  /** Whether more than gp3 includes can be bought. */
  readonly isProvisionable: boolean;
}

interface Performance {
  readonly iops: Amount;
  /** In MiB/s. */
  readonly throughput: Amount;
}

/** Without a size the volume is as large as its image, which never needs more than gp3 includes. */
function ebsVolume(block: Attributes): Volume {
  return {
    type: block.text('type') ?? block.text('volume_type') ?? 'gp2',
    size: block.number('size') ?? block.number('volume_size') ?? amount(0),
    iops: block.number('iops'),
    stripes: amount(1),
    isProvisionable: true,
  };
}

/** RDS stripes a gp3 volume from a size on that hangs on the engine, and sells more IOPS only then; SQL Server never stripes. */
function rdsVolume(block: Attributes, facts: Facts): Volume {
  const iops = block.number('iops');
  const size = block.number('allocated_storage') ?? notTold('`allocated_storage` is not set');
  const engine = block.text('engine') ?? notTold('`engine` is not set');
  const stripedFrom = parseAmount(facts('aws/rds-engines').row(engine)?.gp3_striped_from_gb ?? '');
  const isStriped = stripedFrom !== undefined && size.gte(stripedFrom);
  return {
    type: block.text('storage_type') ?? (iops === undefined ? 'gp2' : 'io1'),
    size,
    iops,
    stripes: isStriped ? amountFact(facts, 'aws/amounts', 'rds-stripe-volumes') : amount(1),
    isProvisionable: stripedFrom === undefined || isStriped,
  };
}

/** What has to be bought beside a gp3 volume. */
function beyond(what: keyof Performance, volume: Volume, facts: Facts): Amount | null | undefined {
  const { stripes, isProvisionable } = volume;
  const wanted = performanceOf(volume, facts)[what];
  if (wanted.lte(amountFact(facts, 'aws/amounts', `ebs-gp3-included-${what}`).times(stripes))) return null;
  const most = amountFact(facts, 'aws/amounts', 'ebs-gp3-most-iops').times(stripes);
  return isProvisionable && (what === 'throughput' || wanted.lte(most)) ? wanted : undefined;
}

function performanceOf({ type, size, iops, stripes }: Volume, facts: Facts): Performance {
  const fact = (name: string) => amountFact(facts, 'aws/amounts', name);
  if (type !== 'gp2') {
    const provisioned = iops ?? notTold('`iops` is not set');
    const throughput = provisioned.times(fact('ebs-io1-throughput-per-iops'));
    return { iops: provisioned, throughput: smaller(throughput, fact('ebs-io1-most-throughput')) };
  }
  const bySize = larger(size.times(fact('ebs-gp2-iops-per-gb')), fact('ebs-gp2-least-iops'));
  const isFull = size.gte(fact('ebs-gp2-full-throughput-from').times(stripes));
  return {
    iops: smaller(bySize, fact('ebs-gp2-most-iops').times(stripes)),
    throughput: isFull ? fact('ebs-gp2-full-throughput').times(stripes) : amount(0),
  };
}
