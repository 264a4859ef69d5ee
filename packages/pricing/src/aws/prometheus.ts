import type { CostModel } from '../model.ts';

/** `aws_prometheus_workspace`: samples it takes in, what it stores, and samples that queries read. */
const workspace: CostModel = {
  types: ['aws_prometheus_workspace'],
  bill({ usage }, bill) {
    bill.line('Samples ingested', () => ({
      unit: '10M samples',
      rate: 'aws.prometheus.samples',
      quantity: usage.number('monthly_samples'),
      per: 10_000_000,
      usageBased: true,
    }));
    bill.line('Storage', () => ({
      unit: 'GB',
      rate: 'aws.prometheus.stored',
      quantity: usage.number('storage_gb'),
      usageBased: true,
    }));
    bill.line('Query samples processed', () => ({
      unit: '1B samples',
      rate: 'aws.prometheus.query-samples',
      quantity: usage.number('monthly_query_samples'),
      per: 1_000_000_000,
      usageBased: true,
    }));
  },
};

/** `aws_prometheus_scraper`: a collector that AWS runs, and the samples it collects. */
const scraper: CostModel = {
  types: ['aws_prometheus_scraper'],
  bill({ hours, usage }, bill) {
    bill.line('Collector', () => ({ unit: 'hours', rate: 'aws.prometheus.collector-hours', quantity: hours }));
    bill.line('Samples collected', () => ({
      unit: '10M samples',
      rate: 'aws.prometheus.collected-samples',
      quantity: usage.number('monthly_samples'),
      per: 10_000_000,
      usageBased: true,
    }));
  },
};

export const prometheusModels: readonly CostModel[] = [workspace, scraper];
