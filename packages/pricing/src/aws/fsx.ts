import type { Bill } from '../estimate/bill.ts';
import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount, roundUp } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** `aws_fsx_windows_file_system`: throughput, storage, IOPS above those that come with the storage, and backups. */
const windows: CostModel = {
  types: ['aws_fsx_windows_file_system'],
  bill(resource, bill) {
    const deploymentOption = () =>
      resource.text('deployment_type', 'SINGLE_AZ_1').toUpperCase().includes('MULTI_AZ') ? 'Multi-AZ' : 'Single-AZ';
    const dimensions = () => ({ deploymentOption: deploymentOption() });
    billThroughput(resource, bill, 'aws.fsx.windows-throughput', dimensions);
    bill.line('Storage', () => {
      const storageType = resource.text('storage_type')?.toUpperCase() === 'HDD' ? 'HDD' : 'SSD';
      return {
        name: `${storageType} storage`,
        unit: 'GB',
        rate: 'aws.fsx.windows-storage',
        dimensions: { ...dimensions(), storageType },
        quantity: capacityOf(resource),
      };
    });
    billIops(resource, bill, 'aws.fsx.windows-iops', dimensions);
    billBackup(resource, bill, 'aws.fsx.windows-backup', dimensions);
  },
};

/**
 * `aws_fsx_openzfs_file_system`: the same. AWS bills the storage that is provisioned, however well data is compressed; only when usage
 * tells savings, the capacity counts as the size of the data before.
 */
const openZfs: CostModel = {
  types: ['aws_fsx_openzfs_file_system'],
  bill(resource, bill) {
    const dimensions = () => ({ deploymentOption: openZfsDeployment(resource) });
    billThroughput(resource, bill, 'aws.fsx.openzfs-throughput', dimensions);
    billIops(resource, bill, 'aws.fsx.openzfs-iops', dimensions);
    bill.line('SSD storage', () => {
      const compression = resource.block('root_volume_configuration')?.text('data_compression_type') ?? 'NONE';
      const savings = compression === 'NONE' ? undefined : resource.usage.number('compression_savings_percent');
      const capacity = capacityOf(resource);
      const left = amount(100)
        .minus(savings ?? 0)
        .div(100);
      return {
        name: savings === undefined ? 'SSD storage' : `SSD storage (${compression} compression, ${savings.toFixed()}%)`,
        unit: 'GB',
        rate: 'aws.fsx.openzfs-storage',
        dimensions: dimensions(),
        quantity: roundUp(capacity.times(left)),
      };
    });
    billBackup(resource, bill, 'aws.fsx.openzfs-backup', () => ({}));
  },
};

function openZfsDeployment(resource: BilledResource): string {
  const type = resource.neededText('deployment_type').toUpperCase();
  if (type.startsWith('MULTI_AZ')) return 'Multi-AZ';
  return type.startsWith('SINGLE_AZ_HA') ? 'Single-AZ_HA' : 'Single-AZ';
}

/** `aws_fsx_lustre_file_system`: storage by kind and throughput, which is part of its price when it is persistent, and backups. */
const lustre: CostModel = {
  types: ['aws_fsx_lustre_file_system'],
  bill(resource, bill) {
    bill.line('Storage', () => {
      const deployment = resource.text('deployment_type', 'SCRATCH_1').toUpperCase();
      const storageType = resource.text('storage_type', 'SSD').toUpperCase();
      const throughput = resource.number('per_unit_storage_throughput')?.toFixed() ?? '0';
      return {
        name: `${storageType} storage (${deployment.toLowerCase()})`,
        unit: 'GB',
        rate: 'aws.fsx.lustre-storage',
        dimensions: { deployment, storageType, throughput },
        quantity: capacityOf(resource),
      };
    });
    billBackup(resource, bill, 'aws.fsx.lustre-backup', () => ({}));
  },
};

/** `aws_fsx_ontap_file_system`: throughput and storage of every pair of servers, IOPS, data that is moved to the capacity pool, and backups. */
const ontap: CostModel = {
  types: ['aws_fsx_ontap_file_system'],
  bill(resource, bill) {
    const dimensions = () => ({
      deploymentOption: resource.neededText('deployment_type').toUpperCase().startsWith('MULTI_AZ')
        ? 'Multi-AZ'
        : 'Single-AZ',
    });
    bill.line('Throughput capacity', () => {
      const perPair = resource.number('throughput_capacity_per_ha_pair');
      const quantity = perPair?.times(resource.number('ha_pairs', 1)) ?? resource.number('throughput_capacity');
      if (quantity === undefined) throw new Undetermined('the file system has no throughput capacity');
      return { unit: 'MBps', rate: 'aws.fsx.ontap-throughput', dimensions: dimensions(), quantity };
    });
    bill.line('SSD storage', () => ({
      unit: 'GB',
      rate: 'aws.fsx.ontap-storage',
      dimensions: dimensions(),
      quantity: capacityOf(resource),
    }));
    billIops(resource, bill, 'aws.fsx.ontap-iops', dimensions);
    bill.line('Capacity pool storage', () => ({
      unit: 'GB',
      rate: 'aws.fsx.ontap-capacity-pool',
      dimensions: dimensions(),
      quantity: resource.usage.number('capacity_pool_storage_gb'),
      usageBased: true,
    }));
    billBackup(resource, bill, 'aws.fsx.ontap-backup', () => ({}));
  },
};

type Dimensions = () => Readonly<Record<string, string>>;

function billThroughput(resource: BilledResource, bill: Bill, rate: string, dimensions: Dimensions): void {
  bill.line('Throughput capacity', () => {
    const quantity = resource.number('throughput_capacity');
    if (quantity === undefined) throw new Undetermined('the file system has no `throughput_capacity`');
    return { unit: 'MBps', rate, dimensions: dimensions(), quantity };
  });
}

/** IOPS that are asked for above those that come with each GB. */
function billIops(resource: BilledResource, bill: Bill, rate: string, dimensions: Dimensions): void {
  bill.line('Provisioned IOPS', () => {
    const settings = resource.block('disk_iops_configuration');
    const iops = settings?.text('mode') === 'USER_PROVISIONED' ? settings.number('iops') : undefined;
    if (iops === undefined) return null;
    const included = amountFact(resource.facts, 'aws/amounts', 'fsx-included-iops-per-gb').times(capacityOf(resource));
    return { unit: 'IOPS', rate, dimensions: dimensions(), quantity: iops.minus(included) };
  });
}

function billBackup(resource: BilledResource, bill: Bill, rate: string, dimensions: Dimensions): void {
  bill.line('Backup storage', () => {
    const quantity = resource.usage.number('backup_storage_gb');
    return { unit: 'GB', rate, dimensions: dimensions(), quantity, usageBased: true };
  });
}

function capacityOf(resource: BilledResource): Amount {
  const capacity = resource.number('storage_capacity');
  if (capacity === undefined) throw new Undetermined('the file system has no `storage_capacity`');
  return capacity;
}

export const fsxModels: readonly CostModel[] = [windows, openZfs, lustre, ontap];
