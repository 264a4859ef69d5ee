import type { Bill } from '../estimate/bill.ts';
import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, roundUp } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/** `aws_kinesis_analytics_application`: the processing units of an application in SQL, which only usage tells. */
const sqlApplication: CostModel = {
  types: ['aws_kinesis_analytics_application'],
  bill({ hours, usage }, bill) {
    const units = usage.number('kinesis_processing_units');
    billUnits(bill, 'Processing (stream)', 'aws.kinesisanalytics.kpu-sql', units?.times(hours));
  },
};

/**
 * `aws_kinesisanalyticsv2_application`: processing units, one more to orchestrate an application of Flink (two for a notebook), the storage that
 * every unit brings, and backups. Without usage, units are those that the parallelism asks for; autoscaling changes them.
 */
const application: CostModel = {
  types: ['aws_kinesisanalyticsv2_application'],
  bill(resource, bill) {
    const { hours, usage, facts } = resource;
    const fact = (name: string) => amountFact(facts, 'aws/amounts', `kinesis-analytics-${name}`);
    const units = () => usage.number('kinesis_processing_units') ?? parallelUnits(resource);
    bill.line('Processing (stream)', () => {
      const rate = { sql: 'kpu-sql', flink: 'kpu-flink', studio: 'kpu-studio' }[kindOf(resource)];
      const quantity = units()?.times(hours);
      return { unit: 'KPU', rate: `aws.kinesisanalytics.${rate}`, quantity, per: 730, usageBased: true };
    });
    bill.line('Processing (orchestration)', () => {
      const kind = kindOf(resource);
      if (kind === 'sql') return null;
      const rate = kind === 'studio' ? 'aws.kinesisanalytics.kpu-studio' : 'aws.kinesisanalytics.kpu-flink';
      return { unit: 'KPU', rate, quantity: fact(`${kind}-extra-units`).times(hours), per: 730 };
    });
    bill.line('Running storage', () => {
      const kind = kindOf(resource);
      if (kind === 'sql') return null;
      const rate = kind === 'studio' ? 'running-storage-studio' : 'running-storage';
      const quantity = units()?.times(fact('storage-per-unit'));
      return { unit: 'GB', rate: `aws.kinesisanalytics.${rate}`, quantity, usageBased: true };
    });
    bill.line('Backup', () => (kindOf(resource) === 'sql' ? null : backupLine(resource)));
  },
};

function kindOf(resource: BilledResource): 'sql' | 'flink' | 'studio' {
  const runtime = resource.neededText('runtime_environment').toUpperCase();
  if (runtime.startsWith('ZEPPELIN')) return 'studio';
  return runtime.startsWith('FLINK') ? 'flink' : 'sql';
}

/** The units of a parallelism that is written down; undefined when AWS chooses it. */
function parallelUnits(resource: BilledResource): Amount | undefined {
  const settings = resource
    .block('application_configuration')
    ?.block('flink_application_configuration')
    ?.block('parallelism_configuration');
  if (settings?.text('configuration_type') !== 'CUSTOM') return undefined;
  const parallelism = settings.number('parallelism', 1);
  const perUnit = settings.number('parallelism_per_kpu', 1);
  return perUnit.gt(0) ? roundUp(parallelism.div(perUnit)) : undefined;
}

function billUnits(bill: Bill, name: string, rate: string, quantity: Amount | undefined): void {
  bill.line(name, () => ({ unit: 'KPU', rate, quantity, per: 730, usageBased: true }));
}

function backupLine({ usage }: BilledResource) {
  const quantity = usage.number('durable_application_backup_gb');
  return { unit: 'GB', rate: 'aws.kinesisanalytics.backup', quantity, usageBased: true };
}

/** `aws_kinesisanalyticsv2_application_snapshot`: what it holds. */
const snapshot: CostModel = {
  types: ['aws_kinesisanalyticsv2_application_snapshot'],
  bill(resource, bill) {
    bill.line('Backup', () => backupLine(resource));
  },
};

export const kinesisAnalyticsModels: readonly CostModel[] = [sqlApplication, application, snapshot];
