import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.cloudtrail.management-events 0.00002
  aws.cloudtrail.data-events 0.000001
  aws.cloudtrail.insight-events 0.0000035
  aws.cloudtrail.lake-ingested-seven-years 2.5;5120:1;25600:0.5
  aws.cloudtrail.lake-ingested 0.75
  aws.cloudtrail.lake-stored 0.023
  aws.cloudtrail.lake-scanned 0.005
`;

it('aws_cloudtrail is billed by the events it selects, or is told to have', () => {
  const configuration = `
    resource "aws_cloudtrail" "plain" {}
    resource "aws_cloudtrail" "data_only" {
      event_selector {
        include_management_events = false
        data_resource {
          type   = "AWS::S3::Object"
          values = ["arn:aws:s3"]
        }
      }
    }
    resource "aws_cloudtrail" "advanced" {
      advanced_event_selector {
        field_selector {
          field  = "eventCategory"
          equals = ["Data"]
        }
      }
      insight_selector { insight_type = "ApiCallRateInsight" }
    }
    resource "aws_cloudtrail" "off" { enable_logging = false }
    resource "aws_cloudtrail" "used" {}
  `;
  const usage = `
resource_usage:
  aws_cloudtrail.used:
    monthly_additional_management_events: 100000
    monthly_data_events: 200000
    monthly_insight_events: 400000
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_cloudtrail.plain
      Management events (additional copies)  ? 100k events  2     usage needed
    aws_cloudtrail.data_only
      Data events                            ? 100k events  0.1   usage needed
    aws_cloudtrail.advanced
      Data events                            ? 100k events  0.1   usage needed
      Insight events                         ? 100k events  0.35  usage needed
    aws_cloudtrail.off (free)
    aws_cloudtrail.used
      Management events (additional copies)  1 100k events  2     2
      Data events                            2 100k events  0.1   0.2
      Insight events                         4 100k events  0.35  1.4
    total                                                         3.6
    "
  `);
});

it('aws_cloudtrail_event_data_store is billed by what it takes in, keeps and scans', () => {
  const configuration = `
    resource "aws_cloudtrail_event_data_store" "extendable" {}
    resource "aws_cloudtrail_event_data_store" "one_year" { retention_period = 366 }
    resource "aws_cloudtrail_event_data_store" "fixed" { billing_mode = "FIXED_RETENTION_PRICING" }
  `;
  const usage = `
resource_usage:
  aws_cloudtrail_event_data_store.fixed: { monthly_data_ingested_gb: 6000, monthly_data_scanned_gb: 100 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_cloudtrail_event_data_store.extendable
      Data ingested              ? GB     0.75   usage needed
      Storage after a year       ? GB     0.023  usage needed
      Queries data scanned       ? GB     0.005  usage needed
      assumed: billing_mode = EXTENDABLE_RETENTION_PRICING, retention_period = 2555
    aws_cloudtrail_event_data_store.one_year
      Data ingested              ? GB     0.75   usage needed
      Queries data scanned       ? GB     0.005  usage needed
      assumed: billing_mode = EXTENDABLE_RETENTION_PRICING
    aws_cloudtrail_event_data_store.fixed
      Data ingested (first 5TB)  5120 GB  2.5    12800
      Data ingested (next 20TB)  880 GB   1      880
      Queries data scanned       100 GB   0.005  0.5
    total                                        13680.5
    "
  `);
});
