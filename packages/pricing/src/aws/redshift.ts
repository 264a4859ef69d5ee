import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_redshift_cluster`: its nodes, managed storage of ra3 nodes, seconds of concurrency scaling beyond the free hour of a day,
 * data that Spectrum scans, and snapshots by hand.
 */
const cluster: CostModel = {
  types: ['aws_redshift_cluster'],
  bill(resource, bill) {
    const { usage, hours } = resource;
    const nodeType = () => resource.neededText('node_type');
    bill.line('Cluster usage', () => ({
      name: `Cluster usage (on-demand, ${nodeType()})`,
      unit: 'hours',
      rate: 'aws.redshift.node',
      dimensions: nodeDimensions(nodeType()),
      // The leader of several nodes is not billed.
      quantity: resource.number('number_of_nodes', 1).times(zonesOf(resource)).times(hours),
    }));
    bill.line('Managed storage', () => {
      if (!nodeType().startsWith('ra3')) return null;
      return {
        name: `Managed storage (${nodeType()})`,
        unit: 'GB',
        rate: 'aws.redshift.managed-storage',
        dimensions: nodeDimensions(nodeType()),
        quantity: usage.number('managed_storage_gb'),
        usageBased: true,
      };
    });
    bill.line('Concurrency scaling', () => ({
      name: `Concurrency scaling (${nodeType()})`,
      unit: 'node-seconds',
      rate: 'aws.redshift.concurrency-scaling',
      dimensions: nodeDimensions(nodeType()),
      quantity: usage.number('excess_concurrency_scaling_secs'),
      usageBased: true,
    }));
    bill.line('Spectrum', () => {
      const quantity = usage.number('spectrum_data_scanned_tb');
      return { unit: 'TB', rate: 'aws.redshift.spectrum', quantity, usageBased: true };
    });
    bill.line('Backup storage', () => {
      const quantity = usage.number('backup_storage_gb');
      return { unit: 'GB', rate: 'aws.redshift.backup-storage', quantity, usageBased: true };
    });
  },
};

/** In how many zones the nodes are: a Multi-AZ cluster has all of them twice, and its storage once. */
function zonesOf(resource: BilledResource) {
  return resource.flag('multi_az') ? amountFact(resource.facts, 'aws/amounts', 'redshift-multi-az-zones') : amount(1);
}

function nodeDimensions(nodeType: string): Readonly<Record<string, string>> {
  const [family = '', size = ''] = nodeType.split('.');
  return { family, size };
}

/** `aws_redshiftserverless_workgroup`: capacity for the seconds in which queries run, which usage tells in RPU-hours. */
const workgroup: CostModel = {
  types: ['aws_redshiftserverless_workgroup'],
  bill({ usage }, bill) {
    bill.line('Serverless capacity', () => {
      const quantity = usage.number('monthly_rpu_hrs');
      return { unit: 'RPU-hours', rate: 'aws.redshift.serverless', quantity, usageBased: true };
    });
  },
};

/** `aws_redshiftserverless_namespace`: managed storage, which has the price of that of clusters. */
const namespace: CostModel = {
  types: ['aws_redshiftserverless_namespace'],
  bill({ usage }, bill) {
    bill.line('Managed storage', () => ({
      unit: 'GB',
      rate: 'aws.redshift.managed-storage',
      dimensions: { family: 'ra3', size: '4xlarge' },
      quantity: usage.number('managed_storage_gb'),
      usageBased: true,
    }));
  },
};

export const redshiftModels: readonly CostModel[] = [cluster, workgroup, namespace];
