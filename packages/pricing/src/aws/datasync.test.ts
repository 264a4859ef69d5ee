import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_datasync_task is billed by the data that is copied', () => {
  const configuration = `
    variable "mode" {}
    resource "aws_datasync_task" "idle" { name = "idle" }
    resource "aws_datasync_task" "used" { name = "used" }
    resource "aws_datasync_task" "enhanced" { task_mode = "ENHANCED" }
    resource "aws_datasync_task" "unknown" { task_mode = var.mode }
  `;
  const usage = 'resource_usage: { aws_datasync_task.used: { monthly_data_copied_gb: 1000 } }';
  expect(estimateTable(configuration, { prices: 'aws.datasync.data 0.0125', usage })).toMatchInlineSnapshot(`
    "
    aws_datasync_task.idle
      Data copied  ? GB     0.0125  usage needed
    aws_datasync_task.used
      Data copied  1000 GB  0.0125  12.5
    aws_datasync_task.enhanced (unpriced)
      Data copied           unpriced: no price for aws.datasync.enhanced-data
    aws_datasync_task.unknown (unpriced)
      Data copied           unpriced: \`task_mode\`: variable mode has no value
    total                           12.5
    "
  `);
});
