import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.lambda.requests 0.0000002
  aws.lambda.requests-arm 0.0000002
  aws.lambda.duration 0.00001666;6000000000:0.000015;15000000000:0.00001333
  aws.lambda.duration-arm 0.00001333;7500000000:0.000012
  aws.lambda.storage 0.00000003
  aws.lambda.provisioned-concurrency 0.000004
  aws.lambda.provisioned-concurrency-arm 0.000003
  aws.lambda.duration-provisioned 0.00001
  aws.lambda.duration-provisioned-arm 0.000008
`;

describe('aws_lambda_function', () => {
  it('is billed by requests, and by duration with the memory', () => {
    const configuration = `
      resource "aws_lambda_function" "default" { function_name = "default" }
      resource "aws_lambda_function" "used" { function_name = "used" }
      resource "aws_lambda_function" "arm" {
        function_name = "arm"
        architectures = ["arm64"]
        memory_size   = 512
      }
      resource "aws_lambda_function" "storage" {
        function_name = "storage"
        memory_size   = 2048
        ephemeral_storage { size = 1536 }
      }
      resource "aws_lambda_function" "large" {
        function_name = "large"
        memory_size   = 1024
      }
    `;
    const usage = `
resource_usage:
  aws_lambda_function.used: { monthly_requests: 100000, request_duration_ms: 349.5 }
  aws_lambda_function.arm: { monthly_requests: 100000, request_duration_ms: 350 }
  aws_lambda_function.storage: { monthly_requests: 1000000, request_duration_ms: 1000 }
  aws_lambda_function.large: { monthly_requests: 16000000000, request_duration_ms: 1000 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_lambda_function.default
        Requests               ? 1M requests          0.2         usage needed
        Duration (first 6B)    ? GB-seconds           0.00001666  usage needed
        assumed: memory_size = 128
      aws_lambda_function.used
        Requests               0.1 1M requests        0.2         0.02
        Duration (first 6B)    4375 GB-seconds        0.00001666  0.0728875
        assumed: memory_size = 128
      aws_lambda_function.arm
        Requests               0.1 1M requests        0.2         0.02
        Duration (first 7.5B)  17500 GB-seconds       0.00001333  0.233275
      aws_lambda_function.storage
        Requests               1 1M requests          0.2         0.2
        Ephemeral storage      1000000 GB-seconds     0.00000003  0.03
        Duration (first 6B)    2000000 GB-seconds     0.00001666  33.32
      aws_lambda_function.large
        Requests               16000 1M requests      0.2         3200
        Duration (first 6B)    6000000000 GB-seconds  0.00001666  99960
        Duration (next 9B)     9000000000 GB-seconds  0.000015    135000
        Duration (over 15B)    1000000000 GB-seconds  0.00001333  13330
      total                                                       251523.8961625
      "
    `);
  });

  it('is unpriced as far as it is not known', () => {
    const configuration = `
      variable "memory" {}
      variable "kind" {}
      resource "aws_lambda_function" "memory" { memory_size = var.memory }
      resource "aws_lambda_function" "kind" { architectures = var.kind }
      resource "aws_lambda_function" "snap" {
        runtime = "python3.13"
        snap_start { apply_on = "PublishedVersions" }
      }
      resource "aws_lambda_function" "java" {
        runtime = "java21"
        snap_start { apply_on = "PublishedVersions" }
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_lambda_function.memory (unpriced)
        Requests             ? 1M requests  0.2         usage needed
        Duration                            unpriced: \`memory_size\`: variable memory has no value
      aws_lambda_function.kind (unpriced)
        Requests                            unpriced: \`architectures\`: variable kind has no value
        assumed: memory_size = 128
      aws_lambda_function.snap (unpriced)
        Requests             ? 1M requests  0.2         usage needed
        Duration (first 6B)  ? GB-seconds   0.00001666  usage needed
        SnapStart                           unpriced: no price for SnapStart of python3.13, which is free for Java
        assumed: memory_size = 128
      aws_lambda_function.java
        Requests             ? 1M requests  0.2         usage needed
        Duration (first 6B)  ? GB-seconds   0.00001666  usage needed
        assumed: memory_size = 128
      total                                             0
      "
    `);
  });
});

describe('aws_lambda_provisioned_concurrency_config', () => {
  it('is billed all the month, with the memory of its function or of usage', () => {
    const configuration = `
      resource "aws_lambda_function" "web" {
        function_name = "web"
        architectures = ["arm64"]
        memory_size   = 1024
      }
      resource "aws_lambda_provisioned_concurrency_config" "web" {
        function_name                     = aws_lambda_function.web.function_name
        provisioned_concurrent_executions = 10
        qualifier                         = "1"
      }
      resource "aws_lambda_provisioned_concurrency_config" "used" {
        function_name                     = "elsewhere"
        provisioned_concurrent_executions = 50
        qualifier                         = "1"
      }
      resource "aws_lambda_provisioned_concurrency_config" "elsewhere" {
        function_name                     = "elsewhere"
        provisioned_concurrent_executions = 50
        qualifier                         = "1"
      }
    `;
    const usage = `
resource_usage:
  aws_lambda_provisioned_concurrency_config.used:
    { monthly_duration_hrs: 100, request_duration_ms: 350, monthly_requests: 10000000, memory_mb: 512 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_lambda_function.web
        Requests                 ? 1M requests        0.2         usage needed
        Duration (first 7.5B)    ? GB-seconds         0.00001333  usage needed
      aws_lambda_provisioned_concurrency_config.web
        Requests                 ? 1M requests        0.2         usage needed
        Provisioned Concurrency  26280000 GB-seconds  0.000003    78.84
        Duration                 ? GB-seconds         0.000008    usage needed
      aws_lambda_provisioned_concurrency_config.used
        Requests                 10 1M requests       0.2         2
        Provisioned Concurrency  9000000 GB-seconds   0.000004    36
        Duration                 1750000 GB-seconds   0.00001     17.5
      aws_lambda_provisioned_concurrency_config.elsewhere
        Requests                 ? 1M requests        0.2         usage needed
        Provisioned Concurrency  ? GB-seconds         0.000004    usage needed
        Duration                 ? GB-seconds         0.00001     usage needed
      total                                                       134.34
      "
    `);
  });
});
