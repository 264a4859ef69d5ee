import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_guardduty_detector is billed by what it reads', () => {
  const prices = `
    aws.guardduty.cloudtrail-events 0.000004
    aws.guardduty.flow-and-dns-logs 1;500:0.5;2500:0.25;10000:0.15
    aws.guardduty.s3-events 0.0000008;500000000:0.0000004
    aws.guardduty.kubernetes-events 0.0000016
    aws.guardduty.lambda-logs 1
    aws.guardduty.malware-scanned 0.03
    aws.guardduty.runtime-vcpus 1.5;500:0.75
  `;
  const configuration = `
    variable "on" { type = bool }
    resource "aws_guardduty_detector" "used" {}
    resource "aws_guardduty_detector_feature" "s3" {
      detector_id = aws_guardduty_detector.used.id
      name        = "S3_DATA_EVENTS"
      status      = "ENABLED"
    }
    resource "aws_guardduty_detector" "off" { enable = false }
    resource "aws_guardduty_detector" "unknown" { enable = var.on }
  `;
  const usage = `
resource_usage:
  aws_guardduty_detector.used: { monthly_cloudtrail_events: 2000000, monthly_flow_and_dns_log_gb: 700, runtime_vcpus: 10 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_guardduty_detector.used
      CloudTrail management events       2 1M events  4    8
      VPC flow and DNS logs (first 500)  500 GB       1    500
      VPC flow and DNS logs (next 2K)    200 GB       0.5  100
      S3 data events (first 500M)        ? 1M events  0.8  usage needed
      Runtime monitoring (first 500)     10 vCPUs     1.5  15
    aws_guardduty_detector_feature.s3 (free)
    aws_guardduty_detector.off (free)
    aws_guardduty_detector.unknown
      CloudTrail management events       ? 1M events  4    usage needed
      VPC flow and DNS logs (first 500)  ? GB         1    usage needed
      unknown: \`enable\`: variable on has no value
    total                                                  623
    "
  `);
});
