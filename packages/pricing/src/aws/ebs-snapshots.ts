import type { CostModel } from '../model.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_ebs_snapshot`: its storage, taken as the size of the volume, which is the most that it can be: AWS bills the blocks that changed
 * since the snapshot before. Requests to the direct API and fast restore are billed when usage tells them.
 */
const snapshot: CostModel = {
  types: ['aws_ebs_snapshot'],
  bill(resource, bill) {
    const { usage } = resource;
    bill.line('EBS snapshot storage', () => {
      const rate = resource.text('storage_tier') === 'archive' ? 'aws.ebs.snapshot-archive' : 'aws.ebs.snapshot';
      return { unit: 'GB', rate, quantity: volumeSize(resource, resource) };
    });
    bill.line('Fast snapshot restore', () => ({
      unit: 'DSU-hours',
      rate: 'aws.ebs.fast-snapshot-restore',
      quantity: usage.number('fast_snapshot_restore_hours'),
      usageBased: true,
    }));
    const requests = (name: string, unit: string, rate: string, key: string) =>
      bill.line(name, () => ({ unit, rate, quantity: usage.number(key), per: 1000, usageBased: true }));
    requests(
      'ListChangedBlocks & ListSnapshotBlocks API requests',
      '1k requests',
      'aws.ebs.direct-api-list',
      'monthly_list_block_requests',
    );
    requests(
      'GetSnapshotBlock API requests',
      '1k SnapshotAPIUnits',
      'aws.ebs.direct-api-get',
      'monthly_get_block_requests',
    );
    requests(
      'PutSnapshotBlock API requests',
      '1k SnapshotAPIUnits',
      'aws.ebs.direct-api-put',
      'monthly_put_block_requests',
    );
  },
};

/** `aws_ebs_snapshot_copy`: its storage in the region of the copy. */
const snapshotCopy: CostModel = {
  types: ['aws_ebs_snapshot_copy'],
  bill(resource, bill) {
    bill.line('EBS snapshot storage', () => {
      const rate = resource.text('storage_tier') === 'archive' ? 'aws.ebs.snapshot-archive' : 'aws.ebs.snapshot';
      const source = resource.target('source_snapshot_id', 'aws_ebs_snapshot');
      return { unit: 'GB', rate, quantity: volumeSize(source, resource) };
    });
  },
};

/** `aws_ebs_fast_snapshot_restore`: the hours of one snapshot in one zone. */
const fastSnapshotRestore: CostModel = {
  types: ['aws_ebs_fast_snapshot_restore'],
  bill({ hours }, bill) {
    const rate = 'aws.ebs.fast-snapshot-restore';
    bill.line('Fast snapshot restore', () => ({ unit: 'DSU-hours', rate, quantity: hours }));
  },
};

/** The size of the volume that a snapshot is of. One that is not in the configuration counts as the smallest that is usual. */
function volumeSize(snapshotOf: BilledResource | undefined, resource: BilledResource): Amount {
  const volume = snapshotOf?.target('volume_id', 'aws_ebs_volume');
  if (volume !== undefined) return volume.number('size', 8);
  resource.assume('size of the volume', '8');
  return amount(8);
}

export const ebsSnapshotModels: readonly CostModel[] = [snapshot, snapshotCopy, fastSnapshotRestore];
