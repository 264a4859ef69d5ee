import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_dax_cluster is billed by its nodes', () => {
  const configuration = `
    variable "nodes" {}
    resource "aws_dax_cluster" "three" {
      cluster_name       = "three"
      node_type          = "dax.r5.large"
      replication_factor = 3
    }
    resource "aws_dax_cluster" "unknown" {
      cluster_name       = "unknown"
      node_type          = "dax.r5.large"
      replication_factor = var.nodes
    }
  `;
  expect(estimateTable(configuration, { prices: 'aws.dax.node r5.large 0.255' })).toMatchInlineSnapshot(`
    "
    aws_dax_cluster.three
      DAX (on-demand, dax.r5.large)  2190 hours  0.255  558.45
    aws_dax_cluster.unknown (unpriced)
      Nodes                                      unpriced: \`replication_factor\`: variable nodes has no value
    total                                               558.45
    "
  `);
});
