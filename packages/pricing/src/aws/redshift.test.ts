import { expect, it } from 'vitest';
import { estimate, estimateTable } from '../../test/estimate.ts';

it('aws_redshift_cluster is billed by nodes and by what usage tells', () => {
  const configuration = `
    variable "type" {}
    resource "aws_redshift_cluster" "least" {
      cluster_identifier = "a"
      node_type          = "dc2.large"
    }
    resource "aws_redshift_cluster" "used" {
      cluster_identifier = "b"
      node_type          = "ra3.4xlarge"
      number_of_nodes    = 2
    }
    resource "aws_redshift_cluster" "unknown" {
      cluster_identifier = "c"
      node_type          = var.type
    }
  `;
  const prices = `
    aws.redshift.node dc2,large 0.25
    aws.redshift.node ra3,4xlarge 3.26
    aws.redshift.concurrency-scaling dc2,large 0.00007
    aws.redshift.concurrency-scaling ra3,4xlarge 0.0009
    aws.redshift.managed-storage ra3,4xlarge 0.024
    aws.redshift.spectrum 5
    aws.redshift.backup-storage 0.023;51200:0.022;512000:0.021
  `;
  const usage = `resource_usage:
    aws_redshift_cluster.used: { managed_storage_gb: 1000, excess_concurrency_scaling_secs: 20000, spectrum_data_scanned_tb: 1.5, backup_storage_gb: 600000 }`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_redshift_cluster.least
      Cluster usage (on-demand, dc2.large)    730 hours           0.25     182.5
      Concurrency scaling (dc2.large)         ? node-seconds      0.00007  usage needed
      Spectrum                                ? TB                5        usage needed
      Backup storage (first 50TB)             ? GB                0.023    usage needed
      assumed: number_of_nodes = 1
    aws_redshift_cluster.used
      Cluster usage (on-demand, ra3.4xlarge)  1460 hours          3.26     4759.6
      Managed storage (ra3.4xlarge)           1000 GB             0.024    24
      Concurrency scaling (ra3.4xlarge)       20000 node-seconds  0.0009   18
      Spectrum                                1.5 TB              5        7.5
      Backup storage (first 50TB)             51200 GB            0.023    1177.6
      Backup storage (next 450TB)             460800 GB           0.022    10137.6
      Backup storage (over 500TB)             88000 GB            0.021    1848
    aws_redshift_cluster.unknown (unpriced)
      Cluster usage                                               unpriced: \`node_type\`: variable type has no value
      Spectrum                                ? TB                5        usage needed
      Backup storage (first 50TB)             ? GB                0.023    usage needed
    total                                                                  18154.8
    "
  `);
});

it('a Multi-AZ cluster pays its nodes in each of two zones, and its storage once: 2 × 2 × 730 × 3.26 + 1000 × 0.024', () => {
  const configuration = `
    resource "aws_redshift_cluster" "both" {
      node_type       = "ra3.4xlarge"
      number_of_nodes = 2
      multi_az        = true
    }
  `;
  const prices = `
    aws.redshift.node ra3,4xlarge 3.26
    aws.redshift.concurrency-scaling ra3,4xlarge 0.0009
    aws.redshift.managed-storage ra3,4xlarge 0.024
    aws.redshift.spectrum 5
    aws.redshift.backup-storage 0.023
  `;
  const usage = 'resource_usage: { aws_redshift_cluster.both: { managed_storage_gb: 1000 } }';
  expect(estimate(configuration, { prices, usage }).monthlyCost).toBe('9543.2');
});

it('Redshift Serverless is billed by capacity and by managed storage', () => {
  const configuration = `
    resource "aws_redshiftserverless_namespace" "main" { namespace_name = "main" }
    resource "aws_redshiftserverless_workgroup" "main" {
      namespace_name = "main"
      workgroup_name = "main"
    }
  `;
  const prices = 'aws.redshift.serverless 0.375\naws.redshift.managed-storage ra3,4xlarge 0.024';
  const usage = `resource_usage:
    aws_redshiftserverless_namespace.main: { managed_storage_gb: 100 }
    aws_redshiftserverless_workgroup.main: { monthly_rpu_hrs: 64 }`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_redshiftserverless_namespace.main
      Managed storage      100 GB        0.024  2.4
    aws_redshiftserverless_workgroup.main
      Serverless capacity  64 RPU-hours  0.375  24
    total                                       26.4
    "
  `);
});
