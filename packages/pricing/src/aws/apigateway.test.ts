import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.apigateway.rest-requests 0.0000035;333000000:0.0000028;1000000000:0.00000238;20000000000:0.00000151
  aws.apigateway.http-requests 0.000001;300000000:0.0000009
  aws.apigateway.websocket-messages 0.000001;1000000000:0.0000008
  aws.apigateway.websocket-minutes 0.00000025
  aws.apigateway.cache 0.5 0.02
  aws.apigateway.cache 6.1 0.2
`;

it('a REST API is billed by requests, and its stages by cache', () => {
  const configuration = `
    variable "cached" {}
    resource "aws_api_gateway_rest_api" "idle" {}
    resource "aws_api_gateway_rest_api" "used" {}
    resource "aws_api_gateway_stage" "plain" {}
    resource "aws_api_gateway_stage" "cached" {
      cache_cluster_enabled = true
      cache_cluster_size    = "6.1"
    }
    resource "aws_api_gateway_stage" "unknown" { cache_cluster_enabled = var.cached }
  `;
  const usage = 'resource_usage: { aws_api_gateway_rest_api.used: { monthly_requests: 1100000000 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_api_gateway_rest_api.idle
      Requests (first 333M)  ? 1M requests    3.5   usage needed
    aws_api_gateway_rest_api.used
      Requests (first 333M)  333 1M requests  3.5   1165.5
      Requests (next 667M)   667 1M requests  2.8   1867.6
      Requests (next 19B)    100 1M requests  2.38  238
    aws_api_gateway_stage.plain (free)
    aws_api_gateway_stage.cached
      Cache memory (6.1 GB)  730 hours        0.2   146
    aws_api_gateway_stage.unknown
      Cache memory (0.5 GB)  730 hours        0.02  14.6
      between 0 and 14.6
      unknown: \`cache_cluster_enabled\`: variable cached has no value
      assumed: cache_cluster_size = 0.5
    total (from 3417.1)                             3431.7
    "
  `);
});

it('aws_apigatewayv2_api is billed by protocol, in parts of a size', () => {
  const configuration = `
    variable "protocol" {}
    resource "aws_apigatewayv2_api" "http" { protocol_type = "HTTP" }
    resource "aws_apigatewayv2_api" "large" { protocol_type = "HTTP" }
    resource "aws_apigatewayv2_api" "small" { protocol_type = "HTTP" }
    resource "aws_apigatewayv2_api" "websocket" { protocol_type = "WEBSOCKET" }
    resource "aws_apigatewayv2_api" "unknown" { protocol_type = var.protocol }
  `;
  const usage = `
resource_usage:
  aws_apigatewayv2_api.large: { monthly_requests: 200000000, request_size_kb: 513 }
  aws_apigatewayv2_api.unknown: { monthly_requests: 1000000 }
  aws_apigatewayv2_api.small: { monthly_requests: 1000000, request_size_kb: 1 }
  aws_apigatewayv2_api.websocket: { monthly_messages: 1000000, message_size_kb: 70, monthly_connection_mins: 2000000 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_apigatewayv2_api.http
      Requests (first 300M)  ? 1M requests    1     usage needed
    aws_apigatewayv2_api.large
      Requests (first 300M)  300 1M requests  1     300
      Requests (over 300M)   100 1M requests  0.9   90
    aws_apigatewayv2_api.small
      Requests (first 300M)  1 1M requests    1     1
    aws_apigatewayv2_api.websocket
      Messages (first 1B)    3 1M messages    1     3
      Connection duration    2 1M minutes     0.25  0.5
    aws_apigatewayv2_api.unknown
      Requests (first 300M)  1 1M requests    1     1
      between 0 and 1
      unknown: \`protocol_type\`: variable protocol has no value
    total (from 394.5)                              395.5
    "
  `);
});
