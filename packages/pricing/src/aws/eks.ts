import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold } from '../resource/undetermined.ts';

/**
 * `aws_eks_cluster`: the hours of the control plane, and from the end of standard support of its version a second charge beside
 * them, as AWS bills it (other calculators show one line of both). Nodes are billed with their groups and profiles.
 */
const cluster: CostModel = {
  types: ['aws_eks_cluster'],
  bill(resource, bill) {
    bill.line('EKS cluster', () => ({ unit: 'hours', rate: 'aws.eks.cluster', quantity: resource.hours }));
    bill.line('EKS cluster (extended support)', () =>
      isInExtendedSupport(resource)
        ? { unit: 'hours', rate: 'aws.eks.extended-support', quantity: resource.hours }
        : null,
    );
    bill.line('Auto Mode', () =>
      resource.block('compute_config')?.flag('enabled') === true
        ? notTold('EKS Auto Mode adds a fee to each instance that it starts, and starts them by what the pods ask for')
        : null,
    );
    bill.line('Provisioned control plane', () => {
      const tier = resource.block('control_plane_scaling_config')?.text('tier') ?? 'standard';
      return tier === 'standard' ? null : notTold(`no price for the control plane of ${tier}`);
    });
  },
};

/** A version that is not set is the newest; a cluster that may not have extended support is upgraded by AWS in time. */
function isInExtendedSupport(resource: BilledResource): boolean {
  if (resource.block('upgrade_policy')?.text('support_type') === 'STANDARD') return false;
  const version = resource.text('version');
  const from = version === undefined ? undefined : resource.facts('aws/eks-versions').row(version)?.extended_from;
  return from !== undefined && resource.date >= from;
}

/**
 * `aws_eks_fargate_profile`: what is billed is its pods, which only run-time knows. Usage tells them; without it one pod of 1 vCPU and
 * 1 GB is taken, as in the field.
 */
const fargateProfile: CostModel = {
  types: ['aws_eks_fargate_profile'],
  bill(resource, bill) {
    const { usage, hours } = resource;
    const given = (key: string) => {
      const value = usage.number(key);
      if (value === undefined) resource.assume(key, '1');
      return value ?? amount(1);
    };
    const pods = () => given('pods').times(hours);
    bill.line('Per GB per hour', () => ({
      unit: 'GB',
      rate: 'aws.eks.fargate-memory',
      quantity: pods().times(given('pod_memory_gb')),
      per: 730,
    }));
    bill.line('Per vCPU per hour', () => ({
      unit: 'CPU',
      rate: 'aws.eks.fargate-vcpu',
      quantity: pods().times(given('pod_vcpus')),
      per: 730,
    }));
  },
};

export const eksModels: readonly CostModel[] = [cluster, fargateProfile];
