import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.s3.standard-storage 0.023;51200:0.022;512000:0.021
  aws.s3.standard-tier1-requests 0.000005
  aws.s3.standard-tier2-requests 0.0000004
  aws.s3.standard-select-scanned 0.002
  aws.s3.object-tags 0.00000065
  aws.s3.intelligent-frequent-storage 0.023;51200:0.022
  aws.s3.intelligent-infrequent-storage 0.0125
  aws.s3.intelligent-archive-storage 0.0036
  aws.s3.intelligent-deep-archive-storage 0.00099
  aws.s3.intelligent-monitoring 0.0000025
  aws.s3.intelligent-tier1-requests 0.000005
  aws.s3.intelligent-tier2-requests 0.0000004
  aws.s3.intelligent-transitions 0.00001
  aws.s3.standard-ia-storage 0.0125
  aws.s3.standard-ia-tier1-requests 0.00001
  aws.s3.standard-ia-tier2-requests 0.000001
  aws.s3.standard-ia-transitions 0.00001
  aws.s3.standard-ia-retrieval 0.01
  aws.s3.glacier-storage 0.0036
  aws.s3.glacier-tier1-requests 0.00003
  aws.s3.glacier-tier2-requests 0.0000004
  aws.s3.glacier-transitions 0.00003
  aws.s3.glacier-standard-retrieval-requests 0.00005
  aws.s3.glacier-standard-retrieval 0.01
  aws.s3.glacier-expedited-retrieval-requests 0.01
  aws.s3.glacier-expedited-retrieval 0.03
  aws.s3.glacier-early-delete 0.0036
  aws.s3.deep-archive-storage 0.00099
  aws.s3.deep-archive-tier1-requests 0.00005
  aws.s3.deep-archive-tier2-requests 0.0000004
  aws.s3.deep-archive-transitions 0.00005
  aws.s3.deep-archive-standard-retrieval-requests 0.0001
  aws.s3.deep-archive-standard-retrieval 0.02
  aws.s3.deep-archive-bulk-retrieval-requests 0.000025
  aws.s3.deep-archive-bulk-retrieval 0.0025
  aws.s3.analytics-objects 0.0000001
  aws.s3.inventory-objects 0.0000000025
  aws.s3.express-storage 0.11
  aws.s3.express-tier1-requests 0.00000113
  aws.s3.express-tier2-requests 0.00000003
  aws.s3.express-upload 0.0032
  aws.s3.express-retrieval 0.0006
`;

describe('aws_s3_bucket', () => {
  it('asks for the usage of the standard class, and for no more', () => {
    const configuration = 'resource "aws_s3_bucket" "plain" {}';
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_s3_bucket.plain
        Standard
          Storage (first 50TB)                 ? GB           0.023   usage needed
          PUT, COPY, POST, LIST requests       ? 1k requests  0.005   usage needed
          GET, SELECT, and all other requests  ? 1k requests  0.0004  usage needed
      total                                                           0
      "
    `);
  });

  it('is billed by the classes that usage tells', () => {
    const configuration = 'resource "aws_s3_bucket" "used" {}';
    const usage = `
resource_usage:
  aws_s3_bucket.used:
    object_tags: 20000
    standard: { storage_gb: 60000, monthly_tier_1_requests: 1000, monthly_tier_2_requests: 2000, monthly_select_data_scanned_gb: 10 }
    standard_infrequent_access: { storage_gb: 100, monthly_tier_1_requests: 0, monthly_data_retrieval_gb: 5 }
    glacier_flexible_retrieval: { storage_gb: 100, monthly_standard_data_retrieval_requests: 1000, early_delete_gb: 10 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_s3_bucket.used
        Object tagging                         2 10k tags     0.0065  0.013
        Standard
          Storage (first 50TB)                 51200 GB       0.023   1177.6
          Storage (next 450TB)                 8800 GB        0.022   193.6
          PUT, COPY, POST, LIST requests       1 1k requests  0.005   0.005
          GET, SELECT, and all other requests  2 1k requests  0.0004  0.0008
          Select data scanned                  10 GB          0.002   0.02
        Standard - infrequent access
          Storage                              100 GB         0.0125  1.25
          GET, SELECT, and all other requests  ? 1k requests  0.001   usage needed
          Lifecycle transition                 ? 1k requests  0.01    usage needed
          Retrievals                           5 GB           0.01    0.05
        Glacier flexible retrieval
          Storage                              100 GB         0.0036  0.36
          PUT, COPY, POST, LIST requests       ? 1k requests  0.03    usage needed
          GET, SELECT, and all other requests  ? 1k requests  0.0004  usage needed
          Lifecycle transition                 ? 1k requests  0.03    usage needed
          Retrieval requests (standard)        1 1k requests  0.05    0.05
          Retrievals (standard)                ? GB           0.01    usage needed
          Retrieval requests (expedited)       ? 1k requests  10      usage needed
          Retrievals (expedited)               ? GB           0.03    usage needed
          Early delete (within 90 days)        10 GB          0.0036  0.036
      total                                                           1372.9848
      "
    `);
  });

  it('asks for the classes that its lifecycle rules move objects to', () => {
    const configuration = `
      resource "aws_s3_bucket" "inline" {
        bucket = "inline"
        lifecycle_rule {
          enabled = true
          transition { storage_class = "STANDARD_IA" }
        }
        lifecycle_rule {
          enabled = false
          transition { storage_class = "GLACIER" }
        }
      }
      resource "aws_s3_bucket" "configured" {
        bucket = "configured"
      }
      resource "aws_s3_bucket_lifecycle_configuration" "configured" {
        bucket = aws_s3_bucket.configured.id
        rule {
          status = "Enabled"
          transition { storage_class = "INTELLIGENT_TIERING" }
          noncurrent_version_transition { storage_class = "DEEP_ARCHIVE" }
        }
      }
      resource "aws_s3_bucket_intelligent_tiering_configuration" "configured" {
        bucket = "configured"
        tiering {
          access_tier = "ARCHIVE_ACCESS"
          days        = 125
        }
      }
      resource "aws_s3_bucket_versioning" "configured" {
        bucket = aws_s3_bucket.configured.id
      }
    `;
    const usage = `
resource_usage:
  aws_s3_bucket.inline: { standard: { storage_gb: 10, monthly_tier_1_requests: 0, monthly_tier_2_requests: 0 } }
  aws_s3_bucket.configured: { standard: { storage_gb: 10, monthly_tier_1_requests: 0, monthly_tier_2_requests: 0 } }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_s3_bucket.inline
        Standard
          Storage (first 50TB)                    10 GB          0.023    0.23
        Standard - infrequent access
          Storage                                 ? GB           0.0125   usage needed
          PUT, COPY, POST, LIST requests          ? 1k requests  0.01     usage needed
          GET, SELECT, and all other requests     ? 1k requests  0.001    usage needed
          Lifecycle transition                    ? 1k requests  0.01     usage needed
          Retrievals                              ? GB           0.01     usage needed
      aws_s3_bucket.configured
        Standard
          Storage (first 50TB)                    10 GB          0.023    0.23
        Intelligent tiering
          Storage (frequent access) (first 50TB)  ? GB           0.023    usage needed
          Storage (infrequent access)             ? GB           0.0125   usage needed
          Storage (archive access)                ? GB           0.0036   usage needed
          Monitoring and automation               ? 1k objects   0.0025   usage needed
          PUT, COPY, POST, LIST requests          ? 1k requests  0.005    usage needed
          GET, SELECT, and all other requests     ? 1k requests  0.0004   usage needed
          Lifecycle transition                    ? 1k requests  0.01     usage needed
        Glacier deep archive
          Storage                                 ? GB           0.00099  usage needed
          PUT, COPY, POST, LIST requests          ? 1k requests  0.05     usage needed
          GET, SELECT, and all other requests     ? 1k requests  0.0004   usage needed
          Lifecycle transition                    ? 1k requests  0.05     usage needed
          Retrieval requests (standard)           ? 1k requests  0.1      usage needed
          Retrievals (standard)                   ? GB           0.02     usage needed
          Retrieval requests (bulk)               ? 1k requests  0.025    usage needed
          Retrievals (bulk)                       ? GB           0.0025   usage needed
      aws_s3_bucket_lifecycle_configuration.configured (free)
      aws_s3_bucket_intelligent_tiering_configuration.configured (free)
      aws_s3_bucket_versioning.configured (free)
      total                                                               0.46
      "
    `);
  });

  it('tells that a rule is not known', () => {
    const configuration = `
      variable "class" {}
      resource "aws_s3_bucket" "unknown" {
        lifecycle_rule {
          enabled = true
          transition { storage_class = var.class }
        }
      }
    `;
    const usage =
      'resource_usage: { aws_s3_bucket.unknown: { standard: { storage_gb: 10, monthly_tier_1_requests: 0, monthly_tier_2_requests: 0 } } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_s3_bucket.unknown (unpriced)
        Standard
          Storage (first 50TB)  10 GB  0.023  0.23
        Further costs                  unpriced: \`lifecycle_rule[0].transition[0].storage_class\`: variable class has no value
      total                                   0.23
      "
    `);
  });
});

it('aws_s3_bucket_analytics_configuration, aws_s3_bucket_inventory and aws_s3_directory_bucket are billed by usage', () => {
  const configuration = `
    resource "aws_s3_bucket_analytics_configuration" "used" { bucket = "logs" }
    resource "aws_s3_bucket_inventory" "used" { bucket = "logs" }
    resource "aws_s3_directory_bucket" "used" { bucket = "fast--use1-az4--x-s3" }
    resource "aws_s3_directory_bucket" "idle" { bucket = "slow--use1-az4--x-s3" }
  `;
  const usage = `
resource_usage:
  aws_s3_bucket_analytics_configuration.used: { monthly_monitored_objects: 20000000 }
  aws_s3_bucket_inventory.used: { monthly_listed_objects: 8000000000 }
  aws_s3_directory_bucket.used: { storage_gb: 100, monthly_tier_1_requests: 1000000, monthly_tier_2_requests: 1000000, monthly_data_uploaded_gb: 10, monthly_data_retrieval_gb: 10 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_s3_bucket_analytics_configuration.used
      Objects monitored                    20 1M objects     0.1      2
    aws_s3_bucket_inventory.used
      Objects listed                       8000 1M objects   0.0025   20
    aws_s3_directory_bucket.used
      Storage                              100 GB            0.11     11
      PUT, COPY, POST, LIST requests       1000 1k requests  0.00113  1.13
      GET, SELECT, and all other requests  1000 1k requests  0.00003  0.03
      Data uploaded                        10 GB             0.0032   0.032
      Data retrieved                       10 GB             0.0006   0.006
    aws_s3_directory_bucket.idle
      Storage                              ? GB              0.11     usage needed
      PUT, COPY, POST, LIST requests       ? 1k requests     0.00113  usage needed
      GET, SELECT, and all other requests  ? 1k requests     0.00003  usage needed
      Data uploaded                        ? GB              0.0032   usage needed
      Data retrieved                       ? GB              0.0006   usage needed
    total                                                             34.198
    "
  `);
});
