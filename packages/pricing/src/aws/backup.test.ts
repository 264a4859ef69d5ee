import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.backup.efs-warm 0.06
  aws.backup.efs-cold 0.012
  aws.backup.efs-restore-warm 0.024
  aws.backup.efs-restore-cold 0.036
  aws.backup.efs-restore-items 0.6
  aws.ebs.snapshot 0.055
  aws.backup.rds-snapshot 0.095
  aws.backup.aurora-snapshot 0.024
  aws.backup.dynamodb-backup 0.112
  aws.backup.dynamodb-restore 0.168
  aws.fsx.windows-backup Single-AZ 0.055
  aws.fsx.lustre-backup 0.055
  aws.backup.s3-warm 0.06
`;

it('aws_backup_vault is billed by what usage tells to be in it', () => {
  const configuration = `
    resource "aws_backup_vault" "used" { name = "a" }
    resource "aws_backup_vault" "idle" { name = "b" }
  `;
  const usage = `
resource_usage:
  aws_backup_vault.used:
    monthly_efs_warm_backup_gb: 100
    monthly_efs_cold_backup_gb: 100
    monthly_efs_warm_restore_gb: 100
    monthly_efs_cold_restore_gb: 100
    monthly_efs_item_restore_requests: 10
    monthly_ebs_snapshot_gb: 100
    monthly_rds_snapshot_gb: 100
    monthly_dynamodb_backup_gb: 100
    monthly_dynamodb_restore_gb: 100
    monthly_aurora_snapshot_gb: 100
    monthly_fsx_windows_backup_gb: 100
    monthly_fsx_lustre_backup_gb: 100
    monthly_s3_warm_backup_gb: 100
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_backup_vault.used
      EFS backup (warm)         100 GB       0.06   6
      EFS backup (cold)         100 GB       0.012  1.2
      EFS restore (warm)        100 GB       0.024  2.4
      EFS restore (cold)        100 GB       0.036  3.6
      EFS restore (item-level)  10 requests  0.6    6
      EBS snapshot              100 GB       0.055  5.5
      RDS snapshot              100 GB       0.095  9.5
      DynamoDB backup           100 GB       0.112  11.2
      DynamoDB restore          100 GB       0.168  16.8
      Aurora snapshot           100 GB       0.024  2.4
      FSx for Windows backup    100 GB       0.055  5.5
      FSx for Lustre backup     100 GB       0.055  5.5
      S3 backup (warm)          100 GB       0.06   6
    aws_backup_vault.idle
      EFS backup (warm)         ? GB         0.06   usage needed
      EFS backup (cold)         ? GB         0.012  usage needed
      EFS restore (warm)        ? GB         0.024  usage needed
      EFS restore (cold)        ? GB         0.036  usage needed
      EFS restore (item-level)  ? requests   0.6    usage needed
      EBS snapshot              ? GB         0.055  usage needed
      RDS snapshot              ? GB         0.095  usage needed
      DynamoDB backup           ? GB         0.112  usage needed
      DynamoDB restore          ? GB         0.168  usage needed
      Aurora snapshot           ? GB         0.024  usage needed
    total                                           81.6
    "
  `);
});
