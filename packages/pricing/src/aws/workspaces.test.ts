import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const configuration = `
  variable "any" {}
  resource "aws_workspaces_workspace" "plain" { directory_id = "d-1" }
  resource "aws_workspaces_workspace" "stopping" {
    workspace_properties {
      compute_type_name    = "POWER"
      user_volume_size_gib = 100
      root_volume_size_gib = 175
      running_mode         = "AUTO_STOP"
    }
  }
  resource "aws_workspaces_workspace" "newer" {
    workspace_properties { compute_type_name = "QUANTUM" }
  }
  resource "aws_workspaces_workspace" "unknown" {
    workspace_properties { compute_type_name = var.any }
  }
`;
const usage = 'resource_usage: { aws_workspaces_workspace.stopping: { monthly_hrs: 80 } }';

it('aws_workspaces_workspace is billed by the month, and by hours when it stops by itself', () => {
  const prices = `
    aws.workspaces.always-on Value,80 GB,10 GB 25
    aws.workspaces.auto-stop Power,175 GB,100 GB 19
    aws.workspaces.auto-stop-hours Power,175 GB,100 GB 0.68
  `;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_workspaces_workspace.plain
      Desktop (always on, Value)  1 months  25    25
      assumed: workspace_properties.running_mode = ALWAYS_ON, workspace_properties.compute_type_name = VALUE, workspace_properties.root_volume_size_gib = 80, workspace_properties.user_volume_size_gib = 10
    aws_workspaces_workspace.stopping
      Desktop (auto stop, Power)  1 months  19    19
      Usage                       80 hours  0.68  54.4
    aws_workspaces_workspace.newer (unpriced)
      Desktop                               unpriced: the bundle of the compute type "QUANTUM" is not known
      assumed: workspace_properties[0].running_mode = ALWAYS_ON
    aws_workspaces_workspace.unknown (unpriced)
      Desktop                               unpriced: \`workspace_properties[0].compute_type_name\`: variable any has no value
      assumed: workspace_properties[0].running_mode = ALWAYS_ON
    total                                         98.4
    "
  `);
});

it('aws_workspaces_workspace is unpriced while no price is at hand', () => {
  expect(estimateTable('resource "aws_workspaces_workspace" "plain" {}')).toMatchInlineSnapshot(`
    "
    aws_workspaces_workspace.plain (unpriced)
      Desktop (always on, Value)  1 months  unpriced: the price book does not have the rate aws.workspaces.always-on
      assumed: workspace_properties.running_mode = ALWAYS_ON, workspace_properties.compute_type_name = VALUE, workspace_properties.root_volume_size_gib = 80, workspace_properties.user_volume_size_gib = 10
    total                                     0
    "
  `);
});
