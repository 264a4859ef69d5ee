import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.efs.storage-standard 0.3
  aws.efs.storage-one-zone 0.16
  aws.efs.storage-standard-ia 0.025
  aws.efs.storage-one-zone-ia 0.0133
  aws.efs.storage-elastic-ia 0.016
  aws.efs.storage-archive 0.008
  aws.efs.ia-read 0.01
  aws.efs.ia-write 0.01
  aws.efs.archive-read 0.03
  aws.efs.archive-write 0.03
  aws.efs.elastic-read 0.03
  aws.efs.elastic-write 0.06
  aws.efs.provisioned-throughput 6
`;

it('aws_efs_file_system is billed by classes, and by how its throughput is paid', () => {
  const configuration = `
    variable "mode" {}
    variable "throughput" {}
    resource "aws_efs_file_system" "plain" {}
    resource "aws_efs_file_system" "one_zone" {
      availability_zone_name = "us-east-1a"
      lifecycle_policy { transition_to_ia = "AFTER_7_DAYS" }
    }
    resource "aws_efs_file_system" "elastic" {
      throughput_mode = "elastic"
      lifecycle_policy { transition_to_ia = "AFTER_7_DAYS" }
      lifecycle_policy { transition_to_archive = "AFTER_90_DAYS" }
    }
    resource "aws_efs_file_system" "provisioned" {
      throughput_mode                 = "provisioned"
      provisioned_throughput_in_mibps = 100
    }
    resource "aws_efs_file_system" "within" {
      throughput_mode                 = "provisioned"
      provisioned_throughput_in_mibps = 10
    }
    resource "aws_efs_file_system" "unknown" {
      throughput_mode                 = var.mode
      provisioned_throughput_in_mibps = var.throughput
    }
  `;
  const usage = `
resource_usage:
  aws_efs_file_system.one_zone: { storage_gb: 230, infrequent_access_storage_gb: 100, monthly_infrequent_access_read_gb: 50, monthly_infrequent_access_write_gb: 100 }
  aws_efs_file_system.elastic: { storage_gb: 100, infrequent_access_storage_gb: 100, monthly_infrequent_access_read_gb: 50, monthly_infrequent_access_write_gb: 100, archive_storage_gb: 1000, monthly_archive_read_gb: 1, monthly_data_read_gb: 10, monthly_data_written_gb: 10 }
  aws_efs_file_system.provisioned: { storage_gb: 230 }
  aws_efs_file_system.within: { storage_gb: 230 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_efs_file_system.plain
      Storage (standard)                     ? GB       0.3     usage needed
    aws_efs_file_system.one_zone
      Storage (one zone)                     230 GB     0.16    36.8
      Storage (one zone, infrequent access)  100 GB     0.0133  1.33
      Read requests (infrequent access)      50 GB      0.01    0.5
      Write requests (infrequent access)     100 GB     0.01    1
    aws_efs_file_system.elastic
      Storage (standard)                     100 GB     0.3     30
      Storage (standard, infrequent access)  100 GB     0.016   1.6
      Read requests (infrequent access)      50 GB      0.01    0.5
      Write requests (infrequent access)     100 GB     0.01    1
      Storage (archive)                      1000 GB    0.008   8
      Read requests (archive)                1 GB       0.03    0.03
      Write requests (archive)               ? GB       0.03    usage needed
      Data read (elastic throughput)         10 GB      0.03    0.3
      Data written (elastic throughput)      10 GB      0.06    0.6
    aws_efs_file_system.provisioned
      Storage (standard)                     230 GB     0.3     69
      Provisioned throughput                 88.5 MBps  6       531
    aws_efs_file_system.within
      Storage (standard)                     230 GB     0.3     69
    aws_efs_file_system.unknown (unpriced)
      Storage (standard)                     ? GB       0.3     usage needed
      Data read (elastic throughput)                    unpriced: \`throughput_mode\`: variable mode has no value
      Provisioned throughput                            unpriced: \`provisioned_throughput_in_mibps\`: variable throughput has no value
    total                                                       750.66
    "
  `);
});
