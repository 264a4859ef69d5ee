import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.cloudfront.internet-out United States 0.085;10240:0.08;51200:0.06
  aws.cloudfront.internet-out India 0.109
  aws.cloudfront.origin-out United States 0.02
  aws.cloudfront.origin-out India 0.16
  aws.cloudfront.http-requests United States 0.00000075
  aws.cloudfront.http-requests India 0.0000009
  aws.cloudfront.https-requests United States 0.000001
  aws.cloudfront.https-requests India 0.0000012
  aws.cloudfront.origin-shield-requests 0.0000009
  aws.cloudfront.field-level-encryption-requests 0.000002
  aws.cloudfront.invalidation-paths 0;1000:0.005
  aws.cloudfront.dedicated-ip-certificate 600
  aws.cloudfront.real-time-log-lines 0.00000001
  aws.cloudfront.function-invocations 0;2000000:0.0000001
`;

describe('aws_cloudfront_distribution', () => {
  it('is billed by the areas that usage names, and for what is chosen', () => {
    const configuration = `
      resource "aws_cloudfront_distribution" "plain" {
        logging_config { bucket = "logs.s3.amazonaws.com" }
      }
      resource "aws_cloudfront_distribution" "used" {}
      resource "aws_cloudfront_distribution" "rich" {
        default_cache_behavior { field_level_encryption_id = "fle" }
        ordered_cache_behavior { realtime_log_config_arn = "arn:aws:cloudfront::1:realtime-log-config/r" }
        viewer_certificate { ssl_support_method = "vip" }
        origin {
          origin_id = "shielded"
          origin_shield {
            enabled              = true
            origin_shield_region = "eu-west-1"
          }
        }
        origin {
          origin_id = "same area"
          origin_shield {
            enabled              = true
            origin_shield_region = "eu-west-2"
          }
        }
        origin {
          origin_id = "open"
          origin_shield { enabled = false }
        }
      }
    `;
    const usage = `
resource_usage:
  aws_cloudfront_distribution.used:
    monthly_data_transfer_to_internet_gb: { us: 20480 }
    monthly_https_requests: { us: 1000000, india: 50000 }
    monthly_invalidation_requests: 100
  aws_cloudfront_distribution.rich:
    monthly_encryption_requests: 100000
    monthly_shield_requests: { europe: 1000000 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_cloudfront_distribution.plain
        Invalidation requests                         ? paths           0.005   usage needed
        US, Mexico, Canada
          Data transfer out to internet (first 10TB)  ? GB              0.085   usage needed
          Data transfer out to origin                 ? GB              0.02    usage needed
          HTTP requests                               ? 10k requests    0.0075  usage needed
          HTTPS requests                              ? 10k requests    0.01    usage needed
      aws_cloudfront_distribution.used
        Invalidation requests                         100 paths         0.005   0.5
        US, Mexico, Canada
          Data transfer out to internet (first 10TB)  10240 GB          0.085   870.4
          Data transfer out to internet (next 40TB)   10240 GB          0.08    819.2
          Data transfer out to origin                 ? GB              0.02    usage needed
          HTTP requests                               ? 10k requests    0.0075  usage needed
          HTTPS requests                              100 10k requests  0.01    1
        India
          Data transfer out to internet               ? GB              0.109   usage needed
          Data transfer out to origin                 ? GB              0.16    usage needed
          HTTP requests                               ? 10k requests    0.009   usage needed
          HTTPS requests                              5 10k requests    0.012   0.06
      aws_cloudfront_distribution.rich
        Field level encryption requests               10 10k requests   0.02    0.2
        Real-time log requests                        ? 1M lines        0.01    usage needed
        Dedicated IP custom SSLs                      1 certificates    600     600
        Origin shield HTTP requests (eu-west-1)       100 10k requests  0.009   0.9
        Invalidation requests                         ? paths           0.005   usage needed
        US, Mexico, Canada
          Data transfer out to internet (first 10TB)  ? GB              0.085   usage needed
          Data transfer out to origin                 ? GB              0.02    usage needed
          HTTP requests                               ? 10k requests    0.0075  usage needed
          HTTPS requests                              ? 10k requests    0.01    usage needed
      total                                                                     2292.26
      "
    `);
  });

  it('tells what it cannot know', () => {
    const configuration = `
      variable "region" {}
      variable "method" {}
      resource "aws_cloudfront_distribution" "unknown" {
        viewer_certificate { ssl_support_method = var.method }
        origin {
          origin_shield {
            enabled              = true
            origin_shield_region = var.region
          }
        }
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_cloudfront_distribution.unknown (unpriced)
        Dedicated IP custom SSLs                                      unpriced: \`viewer_certificate[0].ssl_support_method\`: variable method has no value
        Origin shield HTTP requests                                   unpriced: \`origin[0].origin_shield[0].origin_shield_region\`: variable region has no value
        Invalidation requests                         ? paths         0.005   usage needed
        US, Mexico, Canada
          Data transfer out to internet (first 10TB)  ? GB            0.085   usage needed
          Data transfer out to origin                 ? GB            0.02    usage needed
          HTTP requests                               ? 10k requests  0.0075  usage needed
          HTTPS requests                              ? 10k requests  0.01    usage needed
      total                                                                   0
      "
    `);
  });
});

it('aws_cloudfront_function is billed by invocations', () => {
  const configuration = 'resource "aws_cloudfront_function" "rewrite" { runtime = "cloudfront-js-2.0" }';
  const usage = 'resource_usage: { aws_cloudfront_function.rewrite: { monthly_requests: 3000000 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_cloudfront_function.rewrite
      Total number of invocations  3 1M invocations  0.1  0.3
    total                                                 0.3
    "
  `);
});
