import type { Bill } from '../estimate/bill.ts';
import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount, larger, smaller } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';
import { opensearchSupportStart } from './opensearch-support.ts';

/**
 * `aws_opensearch_domain`, `aws_elasticsearch_domain`: data nodes with a volume each, dedicated masters, warm nodes and coordinators.
 * The size of the volume is that of one node, so that it counts for all of them. Extended support of an old version is billed for
 * all nodes, by their size.
 */
const domain: CostModel = {
  types: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
  bill(resource, bill) {
    const { usage } = resource;
    const config = () => resource.block('cluster_config');
    const count = () => config()?.number('instance_count', 1) ?? amount(1);
    const defaultType = () => {
      const type = resource.type === 'aws_elasticsearch_domain' ? 'm4.large.elasticsearch' : 'm4.large.search';
      resource.assume('cluster_config.instance_type', type);
      return type;
    };
    const dataType = () => config()?.text('instance_type') ?? defaultType();
    const data = () => ({ type: dataType(), count: count() });
    const masters = () => {
      const wanted = config();
      if (wanted?.flag('dedicated_master_enabled') !== true) return null;
      return {
        type: wanted.text('dedicated_master_type') ?? dataType(),
        count: wanted.number('dedicated_master_count', 3),
      };
    };
    const warm = () => {
      const wanted = config();
      const type = wanted?.flag('warm_enabled') === true ? wanted.text('warm_type') : undefined;
      return type === undefined ? null : { type, count: wanted?.number('warm_count') ?? amount(0) };
    };
    const coordinators = () =>
      (config()?.blocks('node_options') ?? []).map((option) => () => {
        const node = option.block('node_config');
        if (node?.flag('enabled') !== true) return null;
        return { type: node.text('type') ?? dataType(), count: node.number('count', 1) };
      });

    billNodes(resource, bill, 'Instance', data);
    billVolumes(resource, bill, count);
    billNodes(resource, bill, 'Dedicated master', masters);
    billNodes(resource, bill, 'UltraWarm instance', warm);
    bill.line('Managed storage', () => {
      // Of warm, cold and OR1 nodes, which have no volume that holds it.
      const quantity = usage.number('managed_storage_gb');
      if (quantity === undefined) return null;
      return { unit: 'GB', rate: 'aws.opensearch.managed-storage', quantity, usageBased: true };
    });
    bill.line('Extended support', () => {
      const from = opensearchSupportStart(resource);
      if (from === undefined || resource.date < from) return null;
      const nodes = [data, masters, warm, ...coordinators()].flatMap((each) => each() ?? []);
      const units = nodes.map((each) => each.count.times(sizeUnits(resource, each.type)));
      const quantity = units.reduce((sum, each) => sum.plus(each), amount(0)).times(resource.hours);
      return { unit: 'NIH', rate: 'aws.opensearch.extended-support', quantity };
    });
    // Last, since the number of its blocks decides how many lines there are.
    for (const [index, nodes] of coordinators().entries()) {
      billNodes(resource, bill.group(`node_options[${index}]`), 'Coordinator', nodes);
    }
  },
};

interface Nodes {
  /** `r6g.large.search`. */
  readonly type: string;
  readonly count: Amount;
}

/** Nodes of one kind. The list calls the types of both services `.search`. */
function billNodes(resource: BilledResource, bill: Bill, label: string, nodes: () => Nodes | null): void {
  bill.line(label, () => {
    const found = nodes();
    if (found === null) return null;
    return {
      name: `${label} (on-demand, ${found.type})`,
      unit: 'hours',
      rate: 'aws.opensearch.instance',
      dimensions: { instanceType: found.type.replace(/\.elasticsearch$/, '.search') },
      quantity: found.count.times(resource.hours),
    };
  });
}

/** How many times the hours of a node count when they are normalized (NIH): 4 for `r6g.large.search`. */
function sizeUnits({ facts }: BilledResource, type: string): Amount {
  const [, size = ''] = type.split('.');
  return amountFact(facts, 'aws/instance-sizes', size, 'units');
}

/** The volumes of the data nodes. */
function billVolumes(resource: BilledResource, bill: Bill, count: () => Amount): void {
  const { facts } = resource;
  const fact = (name: string) => amountFact(facts, 'aws/amounts', `opensearch-gp3-${name}`);
  const options = (): Attributes | undefined => {
    const block = resource.block('ebs_options');
    return block?.flag('ebs_enabled') === true ? block : undefined;
  };
  const typeOf = (block: Attributes) => block.text('volume_type', 'gp2');
  const sizeOf = (block: Attributes) => block.number('volume_size', 8);

  bill.line('Storage', () => {
    const block = options();
    if (block === undefined) return null;
    const type = typeOf(block);
    const volumeType = facts('aws/opensearch-volume-kinds').row(type)?.volume_type;
    if (volumeType === undefined) throw new Undetermined(`there is no volume type "${type}"`);
    const dimensions = { volumeType };
    const quantity = sizeOf(block).times(count());
    return { name: `Storage (${type})`, unit: 'GB', rate: 'aws.opensearch.storage', dimensions, quantity };
  });
  bill.line('Storage IOPS', () => {
    const block = options();
    if (block === undefined) return null;
    const type = typeOf(block);
    const line = { name: `Storage IOPS (${type})`, unit: 'IOPS' };
    if (type === 'io1') {
      return { ...line, rate: 'aws.opensearch.iops-io1', quantity: block.number('iops', 1).times(count()) };
    }
    const iops = type === 'gp3' ? block.number('iops') : undefined;
    if (iops === undefined) return null;
    const included = larger(fact('included-iops'), sizeOf(block).times(fact('included-iops-per-gb')));
    const above = larger(iops.minus(included), amount(0));
    return { ...line, rate: 'aws.opensearch.iops-gp3', quantity: above.times(count()) };
  });
  bill.line('Throughput', () => {
    const block = options();
    const throughput = block === undefined || typeOf(block) !== 'gp3' ? undefined : block.number('throughput');
    if (block === undefined || throughput === undefined) return null;
    const size = sizeOf(block);
    const steps = size.div(fact('large-step')).round(0, 3);
    const included = size.lte(fact('large-from'))
      ? fact('included-throughput')
      : smaller(steps.times(fact('large-throughput')), fact('most-throughput'));
    const above = larger(throughput.minus(included), amount(0));
    return {
      name: 'Throughput (gp3)',
      unit: 'Mbps',
      rate: 'aws.opensearch.throughput-gp3',
      quantity: above.times(count()),
    };
  });
}

export const openSearchModels: readonly CostModel[] = [domain];
