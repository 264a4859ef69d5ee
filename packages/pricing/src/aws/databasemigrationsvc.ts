import type { CostModel } from '../model.ts';
import { type Amount, parseAmount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** `aws_dms_replication_instance`: hours, storage beyond what its family includes, and credits of burstable classes. */
const replicationInstance: CostModel = {
  types: ['aws_dms_replication_instance'],
  bill(resource, bill) {
    const { usage, hours } = resource;
    const availability = () => (resource.flag('multi_az') ? 'Multiple' : 'Single');
    bill.line('Instance', () => {
      const { family, size } = classOf(resource);
      return {
        name: `Instance (${family}.${size})`,
        unit: 'hours',
        rate: 'aws.databasemigrationsvc.instance',
        dimensions: { availability: availability(), family, size },
        quantity: hours,
      };
    });
    bill.line('Storage', () => {
      const size = resource.number('allocated_storage');
      if (size === undefined) return null;
      return {
        name: 'Storage (general purpose SSD, gp2)',
        unit: 'GB',
        rate: 'aws.databasemigrationsvc.storage',
        dimensions: { availability: availability() },
        quantity: size.minus(includedStorage(resource)),
      };
    });
    bill.line('CPU credits', () => {
      if (classOf(resource).family !== 't3') return null;
      const quantity = usage.number('monthly_cpu_credit_hrs');
      return { unit: 'vCPU-hours', rate: 'aws.databasemigrationsvc.cpu-credits', quantity, usageBased: true };
    });
  },
};

/** Of `dms.t3.micro` the family `t3` and the size `micro`. */
function classOf(resource: BilledResource): { readonly family: string; readonly size: string } {
  const name = resource.neededText('replication_instance_class');
  const [, family, size] = /^dms\.([a-z0-9]+)\.([a-z0-9]+)$/.exec(name) ?? [];
  if (family === undefined || size === undefined)
    throw new Undetermined(`"${name}" is no class of replication instances`);
  return { family, size };
}

function includedStorage(resource: BilledResource): Amount {
  const { family } = classOf(resource);
  const included = parseAmount(resource.facts('aws/dms-storage').row(family)?.included_gb ?? '');
  if (included === undefined) throw new Undetermined(`the table of facts aws/dms-storage has no family "${family}"`);
  return included;
}

/** `aws_dms_replication_config`: serverless replication, by the capacity that it uses. */
const replicationConfig: CostModel = {
  types: ['aws_dms_replication_config'],
  bill({ usage }, bill) {
    bill.line('Serverless capacity', () => {
      const quantity = usage.number('monthly_dcu_hrs');
      return { unit: 'DCU-hours', rate: 'aws.databasemigrationsvc.serverless', quantity, usageBased: true };
    });
  },
};

export const databaseMigrationModels: readonly CostModel[] = [replicationInstance, replicationConfig];
