import { describe, expect, it } from 'vitest';
import { estimate, estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.opensearch.instance m4.large.search 0.151
  aws.opensearch.instance r6g.large.search 0.167
  aws.opensearch.instance ultrawarm1.medium.search 0.238
  aws.opensearch.storage GP2 0.135
  aws.opensearch.storage GP3 0.122
  aws.opensearch.storage PIOPS-Storage 0.169
  aws.opensearch.iops-io1 0.088
  aws.opensearch.iops-gp3 0.008
  aws.opensearch.throughput-gp3 0.064
  aws.opensearch.extended-support 0.0065
`;

describe('aws_opensearch_domain', () => {
  it('is billed by nodes of all kinds, and has a volume for each data node', () => {
    const configuration = `
      resource "aws_opensearch_domain" "least" { domain_name = "least" }
      resource "aws_opensearch_domain" "full" {
        domain_name    = "full"
        engine_version = "OpenSearch_2.13"
        cluster_config {
          instance_type            = "r6g.large.search"
          instance_count           = 3
          dedicated_master_enabled = true
          dedicated_master_type    = "m4.large.search"
          warm_enabled             = true
          warm_type                = "ultrawarm1.medium.search"
          warm_count               = 2
          node_options {
            node_type = "coordinator"
            node_config {
              enabled = true
              count   = 2
              type    = "m4.large.search"
            }
          }
        }
        ebs_options {
          ebs_enabled = true
          volume_size = 100
        }
      }
      resource "aws_elasticsearch_domain" "old" {
        domain_name = "old"
        cluster_config { instance_type = "r6g.large.elasticsearch" }
      }
      resource "aws_elasticsearch_domain" "new" {
        domain_name           = "new"
        elasticsearch_version = "7.10"
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_opensearch_domain.least
        Instance (on-demand, m4.large.search)                     730 hours   0.151   110.23
        assumed: cluster_config.instance_type = m4.large.search
      aws_opensearch_domain.full
        Instance (on-demand, r6g.large.search)                    2190 hours  0.167   365.73
        Storage (gp2)                                             300 GB      0.135   40.5
        Dedicated master (on-demand, m4.large.search)             2190 hours  0.151   330.69
        UltraWarm instance (on-demand, ultrawarm1.medium.search)  1460 hours  0.238   347.48
        node_options[0]
          Coordinator (on-demand, m4.large.search)                1460 hours  0.151   220.46
        assumed: ebs_options[0].volume_type = gp2, cluster_config[0].dedicated_master_count = 3
      aws_elasticsearch_domain.old
        Instance (on-demand, r6g.large.elasticsearch)             730 hours   0.167   121.91
        Extended support                                          2920 NIH    0.0065  18.98
        assumed: cluster_config[0].instance_count = 1, elasticsearch_version = 1.5
      aws_elasticsearch_domain.new
        Instance (on-demand, m4.large.elasticsearch)              730 hours   0.151   110.23
        assumed: cluster_config.instance_type = m4.large.elasticsearch
      total                                                                           1666.21
      "
    `);
  });

  it('pays for IOPS and throughput beyond what a volume includes', () => {
    const configuration = `
      locals {
        volumes = {
          small    = { type = "gp3", size = 100, iops = 3000, throughput = 150 }
          large    = { type = "gp3", size = 3500, iops = 12000, throughput = 600 }
          io1      = { type = "io1", size = 100, iops = 1000, throughput = null }
        }
      }
      resource "aws_opensearch_domain" "each" {
        for_each    = local.volumes
        domain_name = each.key
        cluster_config {
          instance_type  = "r6g.large.search"
          instance_count = 2
        }
        ebs_options {
          ebs_enabled = true
          volume_type = each.value.type
          volume_size = each.value.size
          iops        = each.value.iops
          throughput  = each.value.throughput
        }
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_opensearch_domain.each["io1"]
        Instance (on-demand, r6g.large.search)  1460 hours  0.167  243.82
        Storage (io1)                           200 GB      0.169  33.8
        Storage IOPS (io1)                      2000 IOPS   0.088  176
      aws_opensearch_domain.each["large"]
        Instance (on-demand, r6g.large.search)  1460 hours  0.167  243.82
        Storage (gp3)                           7000 GB     0.122  854
        Storage IOPS (gp3)                      3000 IOPS   0.008  24
        Throughput (gp3)                        200 Mbps    0.064  12.8
      aws_opensearch_domain.each["small"]
        Instance (on-demand, r6g.large.search)  1460 hours  0.167  243.82
        Storage (gp3)                           200 GB      0.122  24.4
        Throughput (gp3)                        50 Mbps     0.064  3.2
      total                                                        1859.66
      "
    `);
  });

  it.each([
    // Units of size: 3 data nodes of 4, 3 masters of 8, 2 warm nodes of 2, 2 coordinators of 4.
    { date: '2025-11-07', found: [['35040', '227.76']], why: '(12 + 24 + 4 + 8) units x 730 hours x 0.0065' },
    { date: '2025-11-06', found: [], why: 'before its day' },
  ])('pays extended support on $date for all nodes by their size: $why', ({ date, found }) => {
    const configuration = `
      resource "aws_opensearch_domain" "old" {
        domain_name    = "old"
        engine_version = "OpenSearch_1.2"
        cluster_config {
          instance_type            = "r6g.large.search"
          instance_count           = 3
          dedicated_master_enabled = true
          dedicated_master_type    = "r6g.xlarge.search"
          warm_enabled             = true
          warm_type                = "ultrawarm1.medium.search"
          warm_count               = 2
          node_options {
            node_type = "coordinator"
            node_config {
              enabled = true
              count   = 2
            }
          }
        }
      }
    `;
    const [domain] = estimate(configuration, { prices, date }).resources;
    const lines = domain?.components.filter(({ name }) => name === 'Extended support') ?? [];
    expect(lines.map(({ monthlyQuantity, monthlyCost }) => [monthlyQuantity, monthlyCost])).toEqual(found);
  });

  it('tells what it cannot know', () => {
    const configuration = `
      variable "nodes" {}
      resource "aws_opensearch_domain" "nodes" {
        domain_name = "nodes"
        cluster_config {
          instance_type  = "r6g.large.search"
          instance_count = var.nodes
        }
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_opensearch_domain.nodes (unpriced)
        Instance    unpriced: \`cluster_config[0].instance_count\`: variable nodes has no value
      total           0
      "
    `);
  });
});
