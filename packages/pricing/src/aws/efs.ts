import type { Line } from '../estimate/bill.ts';
import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_efs_file_system`: what is stored, in the classes that its lifecycle policies move files to, and what is read and written there.
 * With elastic throughput reads and writes are billed, and infrequent access is cheaper; with provisioned throughput, what exceeds that
 * which the stored data brings along.
 */
const fileSystem: CostModel = {
  types: ['aws_efs_file_system'],
  bill(resource, bill) {
    const { usage } = resource;
    const isOneZone = () => resource.has('availability_zone_name');
    const isElastic = () => resource.text('throughput_mode') === 'elastic';
    const byUsage = (rate: string, key: string): Line => ({
      unit: 'GB',
      rate,
      quantity: usage.number(key),
      usageBased: true,
    });

    bill.line('Storage', () =>
      isOneZone()
        ? { ...byUsage('aws.efs.storage-one-zone', 'storage_gb'), name: 'Storage (one zone)' }
        : { ...byUsage('aws.efs.storage-standard', 'storage_gb'), name: 'Storage (standard)' },
    );
    bill.line('Storage (infrequent access)', () => {
      if (!movesTo(resource, 'transition_to_ia')) return null;
      const key = 'infrequent_access_storage_gb';
      if (isOneZone()) {
        const name = 'Storage (one zone, infrequent access)';
        return { ...byUsage('aws.efs.storage-one-zone-ia', key), name };
      }
      const name = 'Storage (standard, infrequent access)';
      return { ...byUsage(isElastic() ? 'aws.efs.storage-elastic-ia' : 'aws.efs.storage-standard-ia', key), name };
    });
    bill.line('Read requests (infrequent access)', () =>
      movesTo(resource, 'transition_to_ia') ? byUsage('aws.efs.ia-read', 'monthly_infrequent_access_read_gb') : null,
    );
    bill.line('Write requests (infrequent access)', () =>
      movesTo(resource, 'transition_to_ia') ? byUsage('aws.efs.ia-write', 'monthly_infrequent_access_write_gb') : null,
    );
    bill.line('Storage (archive)', () =>
      movesTo(resource, 'transition_to_archive') ? byUsage('aws.efs.storage-archive', 'archive_storage_gb') : null,
    );
    bill.line('Read requests (archive)', () =>
      movesTo(resource, 'transition_to_archive') ? byUsage('aws.efs.archive-read', 'monthly_archive_read_gb') : null,
    );
    bill.line('Write requests (archive)', () =>
      movesTo(resource, 'transition_to_archive') ? byUsage('aws.efs.archive-write', 'monthly_archive_write_gb') : null,
    );
    bill.line('Data read (elastic throughput)', () =>
      isElastic() ? byUsage('aws.efs.elastic-read', 'monthly_data_read_gb') : null,
    );
    bill.line('Data written (elastic throughput)', () =>
      isElastic() ? byUsage('aws.efs.elastic-write', 'monthly_data_written_gb') : null,
    );
    bill.line('Provisioned throughput', () => {
      const throughput = resource.number('provisioned_throughput_in_mibps');
      if (throughput === undefined) return null;
      const perGb = amountFact(resource.facts, 'aws/amounts', 'efs-included-throughput-per-gb');
      const included = (usage.number('storage_gb') ?? amount(0)).times(perGb);
      // The field writes MBps, though it is MiB a second.
      return { unit: 'MBps', rate: 'aws.efs.provisioned-throughput', quantity: throughput.minus(included) };
    });
  },
};

function movesTo(resource: BilledResource, transition: 'transition_to_ia' | 'transition_to_archive'): boolean {
  return resource.blocks('lifecycle_policy').some((policy) => policy.has(transition));
}

export const efsModels: readonly CostModel[] = [fileSystem];
