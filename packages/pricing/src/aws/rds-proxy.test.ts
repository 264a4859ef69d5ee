import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_db_proxy is billed by the vCPUs of the databases behind it', () => {
  const configuration = `
    resource "aws_db_instance" "main" {
      identifier     = "main"
      engine         = "mysql"
      instance_class = "db.m6g.2xlarge"
    }
    resource "aws_rds_cluster" "main" { cluster_identifier = "main" }
    resource "aws_rds_cluster_instance" "main" {
      count              = 2
      cluster_identifier = aws_rds_cluster.main.id
      instance_class     = count.index == 0 ? "db.r6g.large" : "db.serverless"
    }
    resource "aws_db_proxy" "instance" { name = "instance" }
    resource "aws_db_proxy" "cluster" { name = "cluster" }
    resource "aws_db_proxy" "other" { name = "other" }
    resource "aws_db_proxy_target" "instance" {
      db_proxy_name          = aws_db_proxy.instance.name
      db_instance_identifier = aws_db_instance.main.identifier
      target_group_name      = "default"
    }
    resource "aws_db_proxy_target" "cluster" {
      db_proxy_name         = aws_db_proxy.cluster.name
      db_cluster_identifier = aws_rds_cluster.main.cluster_identifier
      target_group_name     = "default"
    }
  `;
  const prices = 'aws.rds.proxy-vcpu-hours 0.015\naws.rds.proxy-acu-hours 0.015';
  const usage = 'resource_usage: { aws_db_proxy.cluster: { capacity_units_per_hr: 8 } }';
  const rows = estimateTable(configuration, { prices, usage }).split('\n');
  const from = rows.findIndex((row) => row.startsWith('aws_db_proxy.'));
  expect(
    rows
      .slice(
        from,
        rows.findIndex((row) => row.startsWith('aws_db_proxy_target.')),
      )
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "aws_db_proxy.instance
      Proxy                                                     5840 vCPU-hours  0.015  87.6
    aws_db_proxy.cluster
      Proxy                                                     1460 vCPU-hours  0.015  21.9
      Proxy of serverless instances                             5840 ACU-hours   0.015  87.6
    aws_db_proxy.other (unpriced)
      Proxy                                                                      unpriced: the databases behind the proxy are not in this configuration"
  `);
});
