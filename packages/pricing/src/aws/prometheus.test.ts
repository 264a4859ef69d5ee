import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('workspaces and collectors of Prometheus are billed by samples', () => {
  const prices = `
    aws.prometheus.samples 0;40000000:0.00000009;2000000000:0.000000035
    aws.prometheus.stored 0;10:0.03
    aws.prometheus.query-samples 0.0000000001
    aws.prometheus.collector-hours 0.04
    aws.prometheus.collected-samples 0.000000003
  `;
  const configuration = `
    resource "aws_prometheus_workspace" "unused" {}
    resource "aws_prometheus_workspace" "used" {}
    resource "aws_prometheus_scraper" "used" {}
  `;
  const usage = `
resource_usage:
  aws_prometheus_workspace.used: { monthly_samples: 3000000000, storage_gb: 20, monthly_query_samples: 5000000000 }
  aws_prometheus_scraper.used: { monthly_samples: 100000000 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_prometheus_workspace.unused
      Samples ingested (first 2B)  ? 10M samples    0.9   usage needed
      Storage                      ? GB             0.03  usage needed
      Query samples processed      ? 1B samples     0.1   usage needed
    aws_prometheus_workspace.used
      Samples ingested (first 2B)  200 10M samples  0.9   180
      Samples ingested (over 2B)   100 10M samples  0.35  35
      Storage                      20 GB            0.03  0.6
      Query samples processed      5 1B samples     0.1   0.5
    aws_prometheus_scraper.used
      Collector                    730 hours        0.04  29.2
      Samples collected            10 10M samples   0.03  0.3
    total                                                 245.6
    "
  `);
});
