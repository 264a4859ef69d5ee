import type { CostModel } from '../model.ts';

interface BackedUp {
  readonly name: string;
  readonly unit?: string;
  readonly rate: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly usage: string;
  /** True for what few vaults have, or has no price in some regions: it is shown when usage tells it. */
  readonly isRare?: boolean;
}

/** Snapshots of EC2 and RDS, backups of DynamoDB and FSx are billed by these services, and are part of the vault nevertheless. */
const backedUp: readonly BackedUp[] = [
  { name: 'EFS backup (warm)', rate: 'aws.backup.efs-warm', usage: 'monthly_efs_warm_backup_gb' },
  { name: 'EFS backup (cold)', rate: 'aws.backup.efs-cold', usage: 'monthly_efs_cold_backup_gb' },
  { name: 'EFS restore (warm)', rate: 'aws.backup.efs-restore-warm', usage: 'monthly_efs_warm_restore_gb' },
  { name: 'EFS restore (cold)', rate: 'aws.backup.efs-restore-cold', usage: 'monthly_efs_cold_restore_gb' },
  {
    name: 'EFS restore (item-level)',
    unit: 'requests',
    rate: 'aws.backup.efs-restore-items',
    usage: 'monthly_efs_item_restore_requests',
  },
  { name: 'EBS snapshot', rate: 'aws.ebs.snapshot', usage: 'monthly_ebs_snapshot_gb' },
  { name: 'RDS snapshot', rate: 'aws.backup.rds-snapshot', usage: 'monthly_rds_snapshot_gb' },
  { name: 'DynamoDB backup', rate: 'aws.backup.dynamodb-backup', usage: 'monthly_dynamodb_backup_gb' },
  { name: 'DynamoDB restore', rate: 'aws.backup.dynamodb-restore', usage: 'monthly_dynamodb_restore_gb' },
  { name: 'Aurora snapshot', rate: 'aws.backup.aurora-snapshot', usage: 'monthly_aurora_snapshot_gb' },
  {
    name: 'FSx for Windows backup',
    rate: 'aws.fsx.windows-backup',
    dimensions: { deploymentOption: 'Single-AZ' },
    usage: 'monthly_fsx_windows_backup_gb',
    isRare: true,
  },
  {
    name: 'FSx for Lustre backup',
    rate: 'aws.fsx.lustre-backup',
    usage: 'monthly_fsx_lustre_backup_gb',
    isRare: true,
  },
  { name: 'S3 backup (warm)', rate: 'aws.backup.s3-warm', usage: 'monthly_s3_warm_backup_gb', isRare: true },
  { name: 'S3 restore', rate: 'aws.backup.s3-restore', usage: 'monthly_s3_restore_gb', isRare: true },
  {
    name: 'Virtual machine backup (warm)',
    rate: 'aws.backup.vm-warm',
    usage: 'monthly_vm_warm_backup_gb',
    isRare: true,
  },
];

/** `aws_backup_vault`: what is kept in it and restored from it, as far as usage tells; the vault itself is free. */
const vault: CostModel = {
  types: ['aws_backup_vault'],
  bill({ usage }, bill) {
    for (const { name, unit = 'GB', rate, dimensions = {}, usage: key, isRare = false } of backedUp) {
      bill.line(name, () => {
        const quantity = usage.number(key);
        if (quantity === undefined && isRare) return null;
        return { unit, rate, dimensions, quantity, usageBased: true };
      });
    }
  },
};

export const backupModels: readonly CostModel[] = [vault];
