import type { Bill } from '../estimate/bill.ts';
import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import type { ResourceUsage } from '../usage/resource-usage.ts';

/** `aws_cloudwatch_metric_alarm`: the metrics that it watches. The ten alarms that an account has free are not taken off. */
const metricAlarm: CostModel = {
  types: ['aws_cloudwatch_metric_alarm'],
  bill(resource, bill) {
    bill.line('Alarm', () => {
      const queries = resource.blocks('metric_query');
      const metrics = queries.flatMap((query) => query.blocks('metric'));
      if (queries.length > 0 && metrics.length === 0) return metricsInsightsLine(resource);
      const period = metrics[0]?.number('period', 60) ?? resource.number('period', 60);
      const isHigh = period.lt(amountFact(resource.facts, 'aws/amounts', 'cloudwatch-standard-resolution-seconds'));
      const resolution = isHigh ? 'High resolution' : 'Standard resolution';
      const watched = amount(Math.max(metrics.length, 1));
      const rate = isHigh ? 'aws.cloudwatch.alarm-high-resolution' : 'aws.cloudwatch.alarm';
      if (!detectsAnomalies(resource)) return { name: resolution, unit: 'alarm metrics', rate, quantity: watched };
      // Beside the metric, its upper and its lower bound count as one each.
      const each = amountFact(resource.facts, 'aws/amounts', 'cloudwatch-anomaly-alarm-metrics');
      return { name: `${resolution} anomaly detection`, unit: 'alarms', rate, quantity: watched.times(each) };
    });
  },
};

function detectsAnomalies(resource: BilledResource): boolean {
  const operator = resource.text('comparison_operator') ?? '';
  return ['LessThanLowerOrGreaterThanUpperThreshold', 'LessThanLowerThreshold', 'GreaterThanUpperThreshold'].includes(
    operator,
  );
}

/** A query decides by itself which metrics it reads. */
function metricsInsightsLine({ usage }: BilledResource) {
  const name = 'Metrics Insights query';
  const rate = 'aws.cloudwatch.alarm-metrics-insights';
  return { name, unit: 'alarm metrics', rate, quantity: usage.number('metrics_analyzed'), usageBased: true };
}

const compositeAlarm: CostModel = {
  types: ['aws_cloudwatch_composite_alarm'],
  bill(_, bill) {
    bill.line('Composite alarm', () => ({ unit: 'alarms', rate: 'aws.cloudwatch.alarm-composite', quantity: 1 }));
  },
};

/** `aws_cloudwatch_dashboard`. The three dashboards that an account has free are not taken off. */
const dashboard: CostModel = {
  types: ['aws_cloudwatch_dashboard'],
  bill(_, bill) {
    bill.line('Dashboard', () => ({ unit: 'months', rate: 'aws.cloudwatch.dashboard', quantity: 1 }));
  },
};

/** Bills what log groups cost: of one resource, or those of an environment. */
export function billLogs(bill: Bill, usage: ResourceUsage, logClass: () => string = () => 'STANDARD'): void {
  bill.line('Data ingested', () => ({
    unit: 'GB',
    rate: ingestionRate(logClass()),
    quantity: usage.number('monthly_data_ingested_gb'),
    usageBased: true,
  }));
  bill.line('Archival Storage', () => ({
    unit: 'GB',
    rate: 'aws.cloudwatch.logs-stored',
    quantity: usage.number('storage_gb'),
    usageBased: true,
  }));
  bill.line('Insights queries data scanned', () => ({
    unit: 'GB',
    rate: 'aws.cloudwatch.logs-scanned',
    quantity: usage.number('monthly_data_scanned_gb'),
    usageBased: true,
  }));
}

function ingestionRate(logClass: string): string {
  switch (logClass) {
    case 'STANDARD':
      return 'aws.cloudwatch.logs-ingested';
    case 'INFREQUENT_ACCESS':
      return 'aws.cloudwatch.logs-ingested-infrequent-access';
    default:
      return `aws.cloudwatch.logs-ingested-${logClass.toLowerCase().replaceAll('_', '-')}`;
  }
}

/** `aws_cloudwatch_log_group`: by its class, and with what a data protection policy scans. */
const logGroup: CostModel = {
  types: ['aws_cloudwatch_log_group'],
  bill(resource, bill) {
    billLogs(bill, resource.usage, () => resource.text('log_group_class') ?? 'STANDARD');
    bill.line('Data protection', () => {
      const policies = resource.referrers('aws_cloudwatch_log_data_protection_policy', 'log_group_name');
      if (policies.length === 0) return null;
      const quantity = resource.usage.number('monthly_data_ingested_gb');
      return { unit: 'GB', rate: 'aws.cloudwatch.logs-masked', quantity, usageBased: true };
    });
  },
};

const metricStream: CostModel = {
  types: ['aws_cloudwatch_metric_stream'],
  bill({ usage }, bill) {
    bill.line('Metric updates', () => ({
      unit: '1M updates',
      rate: 'aws.cloudwatch.metric-stream',
      quantity: usage.number('monthly_metric_updates'),
      per: 1_000_000,
      usageBased: true,
    }));
  },
};

/** `aws_synthetics_canary`: its runs, by its schedule. What it stores in S3 and runs in Lambda is billed there. */
const canary: CostModel = {
  types: ['aws_synthetics_canary'],
  bill(resource, bill) {
    bill.line('Canary runs', () => {
      const { usage, hours } = resource;
      const scheduled = resource.flag('start_canary') ? runs(resource.block('schedule'), hours) : undefined;
      const quantity = usage.number('monthly_runs') ?? scheduled;
      return { unit: 'runs', rate: 'aws.cloudwatch.canary-run', quantity, usageBased: scheduled === undefined };
    });
  },
};

/** Runs a month of `rate(5 minutes)`; undefined for `cron(…)`, and for `rate(0 minute)`, which is one run when it is started. */
function runs(schedule: Attributes | undefined, hours: Amount): Amount | undefined {
  const [, count, unit] = /^rate\((\d+) (minute|hour)s?\)$/.exec(schedule?.text('expression') ?? '') ?? [];
  if (count === undefined || amount(count).eq(0)) return undefined;
  const minutes = unit === 'hour' ? amount(count).times(60) : amount(count);
  return hours.times(60).div(minutes);
}

/** `aws_cloudwatch_contributor_insight_rule`: the rule, and the events of logs that match it. */
const contributorRule: CostModel = {
  types: ['aws_cloudwatch_contributor_insight_rule'],
  bill(resource, bill) {
    const isOn = () => resource.text('rule_state') !== 'DISABLED';
    bill.line('Rule', () => (isOn() ? { unit: 'months', rate: 'aws.cloudwatch.contributor-rule', quantity: 1 } : null));
    bill.line('Matched events', () =>
      isOn()
        ? {
            unit: '1M events',
            rate: 'aws.cloudwatch.contributor-events',
            quantity: resource.usage.number('monthly_events'),
            per: 1_000_000,
            usageBased: true,
          }
        : null,
    );
  },
};

const appMonitor: CostModel = {
  types: ['aws_rum_app_monitor'],
  bill({ usage }, bill) {
    bill.line('Events', () => ({
      unit: '100k events',
      rate: 'aws.cloudwatch.rum-events',
      quantity: usage.number('monthly_events'),
      per: 100_000,
      usageBased: true,
    }));
  },
};

export const cloudWatchModels: readonly CostModel[] = [
  metricAlarm,
  compositeAlarm,
  dashboard,
  logGroup,
  metricStream,
  canary,
  contributorRule,
  appMonitor,
];
