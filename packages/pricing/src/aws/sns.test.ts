import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.sns.requests 0.0000005
  aws.sns.http 0;100000:0.0000006
  aws.sns.email 0;1000:0.00002
  aws.sns.firehose 0.00000019
  aws.sns.mobile-push 0.0000005
  aws.sns.macos-push 0.0000005
  aws.sns.fifo-requests 0.0000003
  aws.sns.fifo-payload 0.017
  aws.sns.fifo-notifications 0.00000001
  aws.sns.fifo-notification-payload 0.001
`;

describe('aws_sns_topic', () => {
  const configuration = `
    resource "aws_sns_topic" "idle" {}
    resource "aws_sns_topic" "used" {}
    resource "aws_sns_topic" "texts" {}
    resource "aws_sns_topic" "texts_without_price" {}
  `;
  const usage = `
resource_usage:
  aws_sns_topic.used: { monthly_requests: 1000000, request_size_kb: 100, http_subscriptions: 1, email_subscriptions: 0, kinesis_subscriptions: 2, mobile_push_subscriptions: 1, macos_subscriptions: 1, sms_subscriptions: 0 }
  aws_sns_topic.texts: { monthly_requests: 10, http_subscriptions: 0, email_subscriptions: 10, sms_subscriptions: 100, sms_notification_price: 0.01 }
  aws_sns_topic.texts_without_price: { monthly_requests: 10, http_subscriptions: 0, email_subscriptions: 0, sms_subscriptions: 100 }
`;

  it('is billed by requests of 64 KB and by subscribers', () => {
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_sns_topic.idle
        API requests                    ? 1M requests             0.5   usage needed
        HTTP/HTTPS notifications        ? 100k notifications      0.06  usage needed
        Email/Email-JSON notifications  ? 100k notifications      2     usage needed
      aws_sns_topic.used
        API requests                    2 1M requests             0.5   1
        HTTP/HTTPS notifications        20 100k notifications     0.06  1.2
        Kinesis Firehose notifications  4 1M notifications        0.19  0.76
        Mobile Push notifications       2 1M notifications        0.5   1
        MacOS notifications             2 1M notifications        0.5   1
      aws_sns_topic.texts
        API requests                    0.00001 1M requests       0.5   0.000005
        Email/Email-JSON notifications  0.001 100k notifications  2     0.002
        SMS notifications               10 100 notifications      1     10
      aws_sns_topic.texts_without_price (unpriced)
        API requests                    0.00001 1M requests       0.5   0.000005
        SMS notifications                                         unpriced: text messages cost what their country does, so that usage must tell \`sms_notification_price\`
      total                                                             14.96201
      "
    `);
  });

  it('has the allowances of the account when they are asked for', () => {
    const one = 'resource "aws_sns_topic" "one" {}';
    const oneUsage =
      'resource_usage: { aws_sns_topic.one: { monthly_requests: 1000000, http_subscriptions: 1, email_subscriptions: 1 } }';
    expect(estimateTable(one, { prices, usage: oneUsage, freeTier: true })).toMatchInlineSnapshot(`
      "
      aws_sns_topic.one
        API requests                               1 1M requests            0.5   0.5
        HTTP/HTTPS notifications (first 100K)      1 100k notifications     0     0
        HTTP/HTTPS notifications (over 100K)       9 100k notifications     0.06  0.54
        Email/Email-JSON notifications (first 1K)  0.01 100k notifications  0     0
        Email/Email-JSON notifications (over 1K)   9.99 100k notifications  2     19.98
      total                                                                       21.02
      "
    `);
  });

  it('is billed by messages and data when it keeps the order', () => {
    const ordered = `
      variable "fifo" {}
      resource "aws_sns_topic" "ordered" { fifo_topic = true }
      resource "aws_sns_topic_subscription" "first" {
        topic_arn = aws_sns_topic.ordered.arn
        protocol  = "sqs"
        endpoint  = "arn:aws:sqs:us-east-1:123456789012:first"
      }
      resource "aws_sns_topic_subscription" "second" {
        topic_arn = aws_sns_topic.ordered.arn
        protocol  = "sqs"
        endpoint  = "arn:aws:sqs:us-east-1:123456789012:second"
      }
      resource "aws_sns_topic" "alone" { fifo_topic = true }
      resource "aws_sns_topic" "unknown" { fifo_topic = var.fifo }
    `;
    const orderedUsage = `
resource_usage:
  aws_sns_topic.ordered: { monthly_requests: 2000000, request_size_kb: 64 }
  aws_sns_topic.unknown: { monthly_requests: 2000000, request_size_kb: 64, http_subscriptions: 0, email_subscriptions: 0 }
`;
    expect(estimateTable(ordered, { prices, usage: orderedUsage })).toMatchInlineSnapshot(`
      "
      aws_sns_topic.ordered
        FIFO Publish API requests  2 1M requests       0.3    0.6
        FIFO Publish API payload   128 GB              0.017  2.176
        FIFO notifications         4 1M notifications  0.01   0.04
        FIFO notification payload  256 GB              0.001  0.256
      aws_sns_topic_subscription.first (free)
      aws_sns_topic_subscription.second (free)
      aws_sns_topic.alone
        FIFO Publish API requests  ? 1M requests       0.3    usage needed
        FIFO Publish API payload   ? GB                0.017  usage needed
      aws_sns_topic.unknown
        FIFO Publish API requests  2 1M requests       0.3    0.6
        FIFO Publish API payload   128 GB              0.017  2.176
        between 1 and 2.776
        unknown: \`fifo_topic\`: variable fifo has no value
      total (from 4.072)                                      5.848
      "
    `);
  });
});

it('aws_sns_topic_subscription is billed by deliveries over HTTP', () => {
  const configuration = `
    resource "aws_sns_topic_subscription" "https" {
      protocol  = "https"
      topic_arn = "arn:aws:sns:us-east-1:123456789012:topic"
      endpoint  = "https://example.com"
    }
    resource "aws_sns_topic_subscription" "lambda" {
      protocol  = "lambda"
      topic_arn = "arn:aws:sns:us-east-1:123456789012:topic"
      endpoint  = "arn:aws:lambda:us-east-1:123456789012:function:f"
    }
  `;
  const usage =
    'resource_usage: { aws_sns_topic_subscription.https: { monthly_requests: 1000000, request_size_kb: 128 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_sns_topic_subscription.https
      HTTP notifications  2 1M notifications  0.6  1.2
    aws_sns_topic_subscription.lambda (free)
    total                                          1.2
    "
  `);
});
