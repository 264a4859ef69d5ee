import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** Capacity is billed by the hour and shown by the month of 730 hours. */
const hoursShown = 730;

/** `aws_keyspaces_table`: requests or capacity, storage, continuous backups, and rows that expire. */
const table: CostModel = {
  types: ['aws_keyspaces_table'],
  bill(resource, bill) {
    const { usage, hours } = resource;
    for (const what of ['write', 'read'] as const) {
      bill.line(`${what === 'write' ? 'Write' : 'Read'} capacity`, () => {
        if (!isProvisioned(resource)) return null;
        const name = `${what}_capacity_units`;
        const units = resource.block('capacity_specification')?.number(name);
        if (units === undefined) throw new Undetermined(`\`${name}\` is not set, though the capacity is provisioned`);
        const rate = `aws.keyspaces.${what}-capacity`;
        return { unit: what === 'write' ? 'WCU' : 'RCU', rate, quantity: units.times(hours), per: hoursShown };
      });
      bill.line(`${what === 'write' ? 'Write' : 'Read'} request units`, () => {
        if (isProvisioned(resource)) return null;
        const quantity = usage.number(`monthly_${what}_request_units`);
        const rate = `aws.keyspaces.${what}-requests`;
        return { unit: '1M requests', rate, quantity, per: 1_000_000, usageBased: true };
      });
    }
    bill.line('Data storage', () => {
      const quantity = usage.number('storage_gb');
      return { unit: 'GB', rate: 'aws.keyspaces.storage', quantity, usageBased: true };
    });
    bill.line('Point-In-Time Recovery (PITR) backup storage', () => {
      if (resource.block('point_in_time_recovery')?.text('status') !== 'ENABLED') return null;
      const quantity = usage.number('pitr_backup_storage_gb');
      return { unit: 'GB', rate: 'aws.keyspaces.continuous-backup', quantity, usageBased: true };
    });
    bill.line('Time to live deletes', () => {
      if (resource.block('ttl')?.text('status') !== 'ENABLED') return null;
      const quantity = usage.number('monthly_ttl_deletes');
      return { unit: '1M deletes', rate: 'aws.keyspaces.ttl-deletes', quantity, per: 1_000_000, usageBased: true };
    });
  },
};

function isProvisioned(resource: BilledResource): boolean {
  return resource.block('capacity_specification')?.text('throughput_mode') === 'PROVISIONED';
}

export const keyspacesModels: readonly CostModel[] = [table];
