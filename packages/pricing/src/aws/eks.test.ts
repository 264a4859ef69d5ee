import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.eks.cluster 0.1
  aws.eks.extended-support 0.5
  aws.eks.fargate-vcpu 0.04
  aws.eks.fargate-memory 0.004
`;

describe('aws_eks_cluster', () => {
  it.each([
    ['no version', '', '2026-07-20', false],
    ['a version in standard support', 'version = "1.33"', '2026-07-20', false],
    ['the last day of standard support', 'version = "1.33"', '2026-07-28', false],
    ['the first day of extended support', 'version = "1.33"', '2026-07-29', true],
    ['an old version', 'version = "1.24"', '2026-07-20', true],
    ['a version that is newer than the calendar', 'version = "1.99"', '2026-07-20', false],
    [
      'an old version that AWS may upgrade',
      'version = "1.24"\n upgrade_policy { support_type = "STANDARD" }',
      '2026-07-20',
      false,
    ],
  ])('with %s', (_, settings, date, isExtended) => {
    const table = estimateTable(`resource "aws_eks_cluster" "main" {\n ${settings}\n }`, { prices, date });
    expect(table).toContain('EKS cluster');
    expect(table.includes('EKS cluster (extended support)')).toBe(isExtended);
  });

  it('is billed by hours, with extended support as a second line', () => {
    const configuration = `
      variable "release" {}
      resource "aws_eks_cluster" "old" { version = "1.30" }
      resource "aws_eks_cluster" "unknown" { version = var.release }
      resource "aws_eks_cluster" "auto" {
        compute_config { enabled = true }
        control_plane_scaling_config { tier = "tier-xl" }
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_eks_cluster.old
        EKS cluster                     730 hours  0.1  73
        EKS cluster (extended support)  730 hours  0.5  365
      aws_eks_cluster.unknown (unpriced)
        EKS cluster                     730 hours  0.1  73
        EKS cluster (extended support)             unpriced: \`version\`: variable release has no value
      aws_eks_cluster.auto (unpriced)
        EKS cluster                     730 hours  0.1  73
        Auto Mode                                  unpriced: EKS Auto Mode adds a fee to each instance that it starts, and starts them by what the pods ask for
        Provisioned control plane                  unpriced: no price for the control plane of tier-xl
      total                                             584
      "
    `);
  });
});

describe('aws_eks_fargate_profile', () => {
  it('is billed by its pods, of which one is assumed', () => {
    const configuration = `
      resource "aws_eks_fargate_profile" "assumed" {}
      resource "aws_eks_fargate_profile" "told" {}
      resource "aws_eks_fargate_profile" "unused" {}
    `;
    const usage = `
resource_usage:
  aws_eks_fargate_profile.told: { pods: 3, pod_vcpus: 0.5, pod_memory_gb: 2 }
  aws_eks_fargate_profile.unused: { pods: 0 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_eks_fargate_profile.assumed
        Per GB per hour    1 GB     2.92  2.92
        Per vCPU per hour  1 CPU    29.2  29.2
        assumed: pods = 1, pod_memory_gb = 1, pod_vcpus = 1
      aws_eks_fargate_profile.told
        Per GB per hour    6 GB     2.92  17.52
        Per vCPU per hour  1.5 CPU  29.2  43.8
      aws_eks_fargate_profile.unused (free)
        assumed: pod_memory_gb = 1, pod_vcpus = 1
      total                               93.44
      "
    `);
  });
});
