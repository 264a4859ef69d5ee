import type { Line } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_guardduty_detector`: what it reads. Management events and logs of the network are always read; the rest when a feature of
 * the detector is on, or when usage tells how much. Which features a new detector has on is decided by AWS, and not seen here.
 */
const detector: CostModel = {
  types: ['aws_guardduty_detector'],
  bill(resource, bill) {
    const read = (label: string, usageKey: string, line: Pick<Line, 'unit' | 'rate' | 'per'>, feature?: string) =>
      bill.line(label, () => {
        const quantity = resource.usage.number(usageKey);
        const isOn =
          quantity !== undefined || (isEnabled(resource) && (feature === undefined || has(resource, feature)));
        return isOn ? { ...line, quantity, usageBased: true, tierUnit: 'count' } : null;
      });
    const events = { unit: '1M events', per: 1_000_000 };
    read('CloudTrail management events', 'monthly_cloudtrail_events', {
      ...events,
      rate: 'aws.guardduty.cloudtrail-events',
    });
    read('VPC flow and DNS logs', 'monthly_flow_and_dns_log_gb', {
      unit: 'GB',
      rate: 'aws.guardduty.flow-and-dns-logs',
    });
    read('S3 data events', 'monthly_s3_data_events', { ...events, rate: 'aws.guardduty.s3-events' }, 'S3_DATA_EVENTS');
    read(
      'EKS audit logs',
      'monthly_eks_audit_events',
      { ...events, rate: 'aws.guardduty.kubernetes-events' },
      'EKS_AUDIT_LOGS',
    );
    read(
      'Lambda network logs',
      'monthly_lambda_log_gb',
      { unit: 'GB', rate: 'aws.guardduty.lambda-logs' },
      'LAMBDA_NETWORK_LOGS',
    );
    read(
      'Malware protection',
      'monthly_malware_scanned_gb',
      { unit: 'GB', rate: 'aws.guardduty.malware-scanned' },
      'EBS_MALWARE_PROTECTION',
    );
    read(
      'Runtime monitoring',
      'runtime_vcpus',
      { unit: 'vCPUs', rate: 'aws.guardduty.runtime-vcpus' },
      'RUNTIME_MONITORING',
    );
  },
};

function isEnabled(resource: BilledResource): boolean {
  return resource.flag('enable', true);
}

function has(resource: BilledResource, feature: string): boolean {
  return resource
    .referrers('aws_guardduty_detector_feature', 'detector_id')
    .some((each) => each.text('name') === feature && each.text('status') === 'ENABLED');
}

export const guardDutyModels: readonly CostModel[] = [detector];
