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
 * The size of the volume is that of one node, so that it counts for all of them.
 */
const domain: CostModel = {
  types: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
  bill(resource, bill) {
    const { usage } = resource;
    const config = () => resource.block('cluster_config');
    const count = () => config()?.number('instance_count', 1) ?? amount(1);
    const defaultType = () => {
      resource.assume('cluster_config.instance_type', 'm4.large.search');
      return 'm4.large.search';
    };
    const dataType = () => config()?.text('instance_type') ?? defaultType();

    billNodes(resource, bill, 'Instance', () => ({ type: dataType(), count: count() }));
    billVolumes(resource, bill, count);
    billNodes(resource, bill, 'Dedicated master', () => {
      const masters = config();
      if (masters?.flag('dedicated_master_enabled') !== true) return null;
      return {
        type: masters.text('dedicated_master_type') ?? dataType(),
        count: masters.number('dedicated_master_count', 3),
      };
    });
    billNodes(resource, bill, 'UltraWarm instance', () => {
      const warm = config();
      const type = warm?.flag('warm_enabled') === true ? warm.text('warm_type') : undefined;
      return type === undefined ? null : { type, count: warm?.number('warm_count') ?? amount(0) };
    });
    bill.line('Managed storage', () => {
      // Of warm, cold and OR1 nodes, which have no volume that holds it.
      const quantity = usage.number('managed_storage_gb');
      if (quantity === undefined) return null;
      return { unit: 'GB', rate: 'aws.opensearch.managed-storage', quantity, usageBased: true };
    });
    bill.line('Extended support', () => {
      const from = opensearchSupportStart(resource);
      if (from === undefined || resource.date < from) return null;
      throw new Undetermined(`extended support is billed since ${from}, at a price that the book does not have`);
    });
    // Last, since the number of its blocks decides how many lines there are.
    for (const [index, option] of (config()?.blocks('node_options') ?? []).entries()) {
      billNodes(resource, bill.group(`node_options[${index}]`), 'Coordinator', () => {
        const node = option.block('node_config');
        if (node?.flag('enabled') !== true) return null;
        return { type: node.text('type') ?? dataType(), count: node.number('count', 1) };
      });
    }
  },
};

/** Nodes of one kind. The list calls the types of both services `.search`. */
function billNodes(
  resource: BilledResource,
  bill: Bill,
  label: string,
  nodes: () => { readonly type: string; readonly count: Amount } | null,
): void {
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
