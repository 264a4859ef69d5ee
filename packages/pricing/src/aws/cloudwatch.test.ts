import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.cloudwatch.alarm 0.1
  aws.cloudwatch.alarm-high-resolution 0.3
  aws.cloudwatch.alarm-composite 0.5
  aws.cloudwatch.alarm-metrics-insights 0.1
  aws.cloudwatch.dashboard 3
  aws.cloudwatch.logs-ingested 0.5
  aws.cloudwatch.logs-ingested-infrequent-access 0.25
  aws.cloudwatch.logs-stored 0.03
  aws.cloudwatch.logs-scanned 0.005
  aws.cloudwatch.logs-masked 0.12
  aws.cloudwatch.metric-stream 0.000003
  aws.cloudwatch.canary-run 0.0012
  aws.cloudwatch.contributor-rule 0.5
  aws.cloudwatch.contributor-events 0.00000002
  aws.cloudwatch.rum-events 0.00001
`;

it('aws_cloudwatch_metric_alarm is billed by the metrics it watches', () => {
  const metric = (id: string, period: number) => `
    metric_query {
      id = "${id}"
      metric {
        metric_name = "${id}"
        period      = ${period}
        stat        = "Sum"
      }
    }`;
  const configuration = `
    variable "period" { type = number }
    resource "aws_cloudwatch_metric_alarm" "standard" {
      comparison_operator = "GreaterThanThreshold"
      period              = 120
    }
    resource "aws_cloudwatch_metric_alarm" "high" {
      comparison_operator = "GreaterThanThreshold"
      period              = 10
    }
    resource "aws_cloudwatch_metric_alarm" "math" {
      comparison_operator = "GreaterThanThreshold"
      metric_query {
        id         = "e1"
        expression = "m2/m1*100"
      }
      ${metric('m1', 60)}
      ${metric('m2', 60)}
    }
    resource "aws_cloudwatch_metric_alarm" "anomaly" {
      comparison_operator = "GreaterThanUpperThreshold"
      threshold_metric_id = "e1"
      metric_query {
        id         = "e1"
        expression = "ANOMALY_DETECTION_BAND(m1)"
      }
      ${metric('m1', 30)}
    }
    resource "aws_cloudwatch_metric_alarm" "query" {
      comparison_operator = "GreaterThanThreshold"
      metric_query {
        id         = "q1"
        expression = "SELECT MAX(CPUUtilization) FROM \\"AWS/EC2\\""
        period     = 60
      }
    }
    resource "aws_cloudwatch_metric_alarm" "unknown" {
      comparison_operator = "GreaterThanThreshold"
      period              = var.period
    }
    resource "aws_cloudwatch_metric_alarm" "without_period" { comparison_operator = "GreaterThanThreshold" }
    resource "aws_cloudwatch_composite_alarm" "composite" { alarm_rule = "ALARM(a) OR ALARM(b)" }
  `;
  expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
    "
    aws_cloudwatch_metric_alarm.standard
      Standard resolution                1 alarm metrics  0.1  0.1
    aws_cloudwatch_metric_alarm.high
      High resolution                    1 alarm metrics  0.3  0.3
    aws_cloudwatch_metric_alarm.math
      Standard resolution                2 alarm metrics  0.1  0.2
    aws_cloudwatch_metric_alarm.anomaly
      High resolution anomaly detection  3 alarms         0.3  0.9
    aws_cloudwatch_metric_alarm.query
      Metrics Insights query             ? alarm metrics  0.1  usage needed
    aws_cloudwatch_metric_alarm.unknown (unpriced)
      Alarm                                               unpriced: \`period\`: variable period has no value
    aws_cloudwatch_metric_alarm.without_period
      Standard resolution                1 alarm metrics  0.1  0.1
      assumed: period = 60
    aws_cloudwatch_composite_alarm.composite
      Composite alarm                    1 alarms         0.5  0.5
    total                                                      2.1
    "
  `);
});

it('aws_cloudwatch_dashboard is billed by the month', () => {
  const configuration = 'resource "aws_cloudwatch_dashboard" "one" { dashboard_body = "{}" }';
  expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
    "
    aws_cloudwatch_dashboard.one
      Dashboard  1 months  3  3
    total                     3
    "
  `);
});

it('aws_cloudwatch_log_group is billed by usage and class', () => {
  const configuration = `
    resource "aws_cloudwatch_log_group" "unused" {}
    resource "aws_cloudwatch_log_group" "used" {}
    resource "aws_cloudwatch_log_group" "infrequent" { log_group_class = "INFREQUENT_ACCESS" }
    resource "aws_cloudwatch_log_data_protection_policy" "masks" {
      log_group_name  = aws_cloudwatch_log_group.infrequent.name
      policy_document = "{}"
    }
  `;
  const usage = `
resource_type_default_usage:
  aws_cloudwatch_log_group: { monthly_data_ingested_gb: 1000 }
resource_usage:
  aws_cloudwatch_log_group.unused: { monthly_data_ingested_gb: 0 }
  aws_cloudwatch_log_group.used: { storage_gb: 500, monthly_data_scanned_gb: 250 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_cloudwatch_log_group.unused
      Archival Storage               ? GB     0.03   usage needed
      Insights queries data scanned  ? GB     0.005  usage needed
    aws_cloudwatch_log_group.used
      Data ingested                  1000 GB  0.5    500
      Archival Storage               500 GB   0.03   15
      Insights queries data scanned  250 GB   0.005  1.25
    aws_cloudwatch_log_group.infrequent
      Data ingested                  1000 GB  0.25   250
      Archival Storage               ? GB     0.03   usage needed
      Insights queries data scanned  ? GB     0.005  usage needed
      Data protection                1000 GB  0.12   120
    aws_cloudwatch_log_data_protection_policy.masks (free)
    total                                            886.25
    "
  `);
});

describe('what streams and canaries do', () => {
  it('is billed by updates and runs, which a schedule tells', () => {
    const configuration = `
      resource "aws_cloudwatch_metric_stream" "stream" {}
      resource "aws_synthetics_canary" "every_five" {
        start_canary = true
        schedule { expression = "rate(5 minutes)" }
      }
      resource "aws_synthetics_canary" "hourly" {
        start_canary = true
        schedule { expression = "rate(1 hour)" }
      }
      resource "aws_synthetics_canary" "cron" {
        start_canary = true
        schedule { expression = "cron(0 10 * * ? *)" }
      }
    `;
    const usage = 'resource_usage: { aws_cloudwatch_metric_stream.stream: { monthly_metric_updates: 20000000 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_cloudwatch_metric_stream.stream
        Metric updates  20 1M updates  3       60
      aws_synthetics_canary.every_five
        Canary runs     8760 runs      0.0012  10.512
      aws_synthetics_canary.hourly
        Canary runs     730 runs       0.0012  0.876
      aws_synthetics_canary.cron
        Canary runs     ? runs         0.0012  usage needed
      total                                    71.388
      "
    `);
  });
});

it('contributor rules and monitors of web pages are billed by events', () => {
  const configuration = `
    resource "aws_cloudwatch_contributor_insight_rule" "on" { rule_state = "ENABLED" }
    resource "aws_cloudwatch_contributor_insight_rule" "off" { rule_state = "DISABLED" }
    resource "aws_rum_app_monitor" "site" { domain = "example.com" }
  `;
  const usage = `
resource_usage:
  aws_cloudwatch_contributor_insight_rule.on: { monthly_events: 10000000 }
  aws_rum_app_monitor.site: { monthly_events: 500000 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_cloudwatch_contributor_insight_rule.on
      Rule            1 months       0.5   0.5
      Matched events  10 1M events   0.02  0.2
    aws_cloudwatch_contributor_insight_rule.off (free)
    aws_rum_app_monitor.site
      Events          5 100k events  1     5
    total                                  5.7
    "
  `);
});
