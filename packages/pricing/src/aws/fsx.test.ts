import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.fsx.windows-storage Multi-AZ,SSD 0.23
  aws.fsx.windows-storage Single-AZ,HDD 0.013
  aws.fsx.windows-throughput Multi-AZ 4.5
  aws.fsx.windows-throughput Single-AZ 2.2
  aws.fsx.windows-iops Multi-AZ 0.012
  aws.fsx.windows-backup Multi-AZ 0.05
  aws.fsx.windows-backup Single-AZ 0.05
  aws.fsx.openzfs-storage Single-AZ 0.09
  aws.fsx.openzfs-throughput Single-AZ 0.26
  aws.fsx.openzfs-iops Single-AZ 0.006
  aws.fsx.openzfs-backup 0.05
  aws.fsx.lustre-storage PERSISTENT_2,SSD,250 0.21
  aws.fsx.lustre-backup 0.05
  aws.fsx.ontap-storage Multi-AZ 0.25
  aws.fsx.ontap-throughput Multi-AZ 1.2
  aws.fsx.ontap-capacity-pool Multi-AZ 0.0438
`;

describe('aws_fsx_windows_file_system', () => {
  it('is billed by throughput, storage, IOPS above the included, and backups', () => {
    const configuration = `
      variable "capacity" {}
      resource "aws_fsx_windows_file_system" "two_zones" {
        deployment_type     = "MULTI_AZ_1"
        storage_capacity    = 300
        throughput_capacity = 1024
        disk_iops_configuration {
          mode = "USER_PROVISIONED"
          iops = 1000
        }
      }
      resource "aws_fsx_windows_file_system" "disks" {
        storage_type        = "HDD"
        deployment_type     = "SINGLE_AZ_2"
        storage_capacity    = 2000
        throughput_capacity = 8
        disk_iops_configuration { mode = "AUTOMATIC" }
      }
      resource "aws_fsx_windows_file_system" "unknown" {
        deployment_type     = "MULTI_AZ_1"
        storage_capacity    = var.capacity
        throughput_capacity = 8
      }
    `;
    const usage = 'resource_usage: { aws_fsx_windows_file_system.two_zones: { backup_storage_gb: 1000 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_fsx_windows_file_system.two_zones
        Throughput capacity  1024 MBps  4.5    4608
        SSD storage          300 GB     0.23   69
        Provisioned IOPS     100 IOPS   0.012  1.2
        Backup storage       1000 GB    0.05   50
      aws_fsx_windows_file_system.disks
        Throughput capacity  8 MBps     2.2    17.6
        HDD storage          2000 GB    0.013  26
        Backup storage       ? GB       0.05   usage needed
      aws_fsx_windows_file_system.unknown (unpriced)
        Throughput capacity  8 MBps     4.5    36
        Storage                         unpriced: \`storage_capacity\`: variable capacity has no value
        Backup storage       ? GB       0.05   usage needed
      total                                    4807.8
      "
    `);
  });
});

describe('aws_fsx_openzfs_file_system', () => {
  it('is billed by what is provisioned, unless usage tells what compression saves', () => {
    const configuration = `
      resource "aws_fsx_openzfs_file_system" "plain" {
        deployment_type     = "SINGLE_AZ_1"
        storage_capacity    = 64
        throughput_capacity = 64
        root_volume_configuration { data_compression_type = "ZSTD" }
        disk_iops_configuration {
          mode = "USER_PROVISIONED"
          iops = 200
        }
      }
      resource "aws_fsx_openzfs_file_system" "saved" {
        deployment_type     = "SINGLE_AZ_1"
        storage_capacity    = 65
        throughput_capacity = 64
        root_volume_configuration { data_compression_type = "LZ4" }
      }
    `;
    const usage = 'resource_usage: { aws_fsx_openzfs_file_system.saved: { compression_savings_percent: 50 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_fsx_openzfs_file_system.plain
        Throughput capacity                 64 MBps  0.26   16.64
        Provisioned IOPS                    8 IOPS   0.006  0.048
        SSD storage                         64 GB    0.09   5.76
        Backup storage                      ? GB     0.05   usage needed
      aws_fsx_openzfs_file_system.saved
        Throughput capacity                 64 MBps  0.26   16.64
        SSD storage (LZ4 compression, 50%)  33 GB    0.09   2.97
        Backup storage                      ? GB     0.05   usage needed
      total                                                 42.058
      "
    `);
  });
});

it('aws_fsx_lustre_file_system and aws_fsx_ontap_file_system', () => {
  const configuration = `
    resource "aws_fsx_lustre_file_system" "persistent" {
      deployment_type             = "PERSISTENT_2"
      per_unit_storage_throughput = 250
      storage_capacity            = 1200
    }
    resource "aws_fsx_lustre_file_system" "scratch" { storage_capacity = 1200 }
    resource "aws_fsx_ontap_file_system" "pairs" {
      deployment_type                 = "MULTI_AZ_1"
      ha_pairs                        = 1
      throughput_capacity_per_ha_pair = 384
      storage_capacity                = 1024
    }
  `;
  const usage = `
resource_usage:
  aws_fsx_lustre_file_system.persistent: { backup_storage_gb: 100 }
  aws_fsx_ontap_file_system.pairs: { backup_storage_gb: 100, capacity_pool_storage_gb: 1000 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_fsx_lustre_file_system.persistent
      SSD storage (persistent_2)  1200 GB   0.21    252
      Backup storage              100 GB    0.05    5
      assumed: storage_type = SSD
    aws_fsx_lustre_file_system.scratch (unpriced)
      SSD storage (scratch_1)     1200 GB   unpriced: no price for aws.fsx.lustre-storage SCRATCH_1 SSD 0
      Backup storage              ? GB      0.05    usage needed
      assumed: deployment_type = SCRATCH_1, storage_type = SSD
    aws_fsx_ontap_file_system.pairs (unpriced)
      Throughput capacity         384 MBps  1.2     460.8
      SSD storage                 1024 GB   0.25    256
      Capacity pool storage       1000 GB   0.0438  43.8
      Backup storage              100 GB    unpriced: no price for aws.fsx.ontap-backup
    total                                           1017.6
    "
  `);
});
