import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.ebs.volume-gp3 0.08
  aws.ebs.snapshot 0.05
  aws.ebs.snapshot-archive 0.0125
  aws.ebs.fast-snapshot-restore 0.75
  aws.ebs.direct-api-list 0.0000006
  aws.ebs.direct-api-get 0.000003
  aws.ebs.direct-api-put 0.000006
`;

it('snapshots are billed by the size of their volume and by what usage tells', () => {
  const configuration = `
    variable "size" {}
    resource "aws_ebs_volume" "known" {
      type = "gp3"
      size = 40
    }
    resource "aws_ebs_volume" "unknown" {
      type = "gp3"
      size = var.size
    }
    resource "aws_ebs_snapshot" "used" { volume_id = aws_ebs_volume.known.id }
    resource "aws_ebs_snapshot" "archived" {
      volume_id    = aws_ebs_volume.known.id
      storage_tier = "archive"
    }
    resource "aws_ebs_snapshot" "unknown" { volume_id = aws_ebs_volume.unknown.id }
    resource "aws_ebs_snapshot_copy" "copy" { source_snapshot_id = aws_ebs_snapshot.used.id }
    resource "aws_ebs_snapshot_copy" "foreign" { source_snapshot_id = "snap-1" }
    resource "aws_ebs_fast_snapshot_restore" "fast" {
      availability_zone = "us-east-1a"
      snapshot_id       = aws_ebs_snapshot.used.id
    }
  `;
  const usage =
    'resource_usage: { aws_ebs_snapshot.used: { fast_snapshot_restore_hours: 10, monthly_list_block_requests: 1000000, monthly_get_block_requests: 100000, monthly_put_block_requests: 100000 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_ebs_volume.known
      Storage (general purpose SSD, gp3)                   40 GB                    0.08    3.2
    aws_ebs_volume.unknown (unpriced)
      Storage                                                                       unpriced: \`size\`: variable size has no value
    aws_ebs_snapshot.used
      EBS snapshot storage                                 40 GB                    0.05    2
      Fast snapshot restore                                10 DSU-hours             0.75    7.5
      ListChangedBlocks & ListSnapshotBlocks API requests  1000 1k requests         0.0006  0.6
      GetSnapshotBlock API requests                        100 1k SnapshotAPIUnits  0.003   0.3
      PutSnapshotBlock API requests                        100 1k SnapshotAPIUnits  0.006   0.6
    aws_ebs_snapshot.archived
      EBS snapshot storage                                 40 GB                    0.0125  0.5
      Fast snapshot restore                                ? DSU-hours              0.75    usage needed
      ListChangedBlocks & ListSnapshotBlocks API requests  ? 1k requests            0.0006  usage needed
      GetSnapshotBlock API requests                        ? 1k SnapshotAPIUnits    0.003   usage needed
      PutSnapshotBlock API requests                        ? 1k SnapshotAPIUnits    0.006   usage needed
    aws_ebs_snapshot.unknown (unpriced)
      EBS snapshot storage                                                          unpriced: \`aws_ebs_volume.unknown.size\`: variable size has no value
      Fast snapshot restore                                ? DSU-hours              0.75    usage needed
      ListChangedBlocks & ListSnapshotBlocks API requests  ? 1k requests            0.0006  usage needed
      GetSnapshotBlock API requests                        ? 1k SnapshotAPIUnits    0.003   usage needed
      PutSnapshotBlock API requests                        ? 1k SnapshotAPIUnits    0.006   usage needed
    aws_ebs_snapshot_copy.copy
      EBS snapshot storage                                 40 GB                    0.05    2
    aws_ebs_snapshot_copy.foreign
      EBS snapshot storage                                 8 GB                     0.05    0.4
      assumed: size of the volume = 8
    aws_ebs_fast_snapshot_restore.fast
      Fast snapshot restore                                730 DSU-hours            0.75    547.5
    total                                                                                   564.6
    "
  `);
});
