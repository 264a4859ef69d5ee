import type { Bill } from '../estimate/bill.ts';
import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** `aws_kinesis_stream`: by data when it is on demand, else by shards, which is the default of the API. Records count as at least 5 KB on demand. */
const stream: CostModel = {
  types: ['aws_kinesis_stream'],
  bill(resource, bill) {
    if (isOnDemand(resource)) billOnDemand(resource, bill);
    else billProvisioned(resource, bill);
  },
};

function isOnDemand(resource: BilledResource): boolean {
  const mode = resource.block('stream_mode_details')?.text('stream_mode', 'PROVISIONED', ['PROVISIONED', 'ON_DEMAND']);
  return mode?.toUpperCase().startsWith('ON_DEMAND') === true;
}

function billOnDemand(resource: BilledResource, bill: Bill): void {
  const { hours, usage } = resource;
  const line = (name: string, rate: string, key: string, isDue = () => true) =>
    bill.line(name, () => {
      const quantity = usage.number(key);
      return quantity === undefined && !isDue() ? null : { unit: 'GB', rate, quantity, usageBased: true };
    });
  bill.line('ON_DEMAND', () => ({ unit: 'hours', rate: 'aws.kinesis.on-demand-hours', quantity: hours }));
  line('Data ingested', 'aws.kinesis.on-demand-data-in', 'monthly_on_demand_data_in_gb');
  line('Data retrieval', 'aws.kinesis.on-demand-data-out', 'monthly_on_demand_data_out_gb');
  line(
    'Enhanced Fan Out (EFO) Data retrieval',
    'aws.kinesis.on-demand-fan-out-data',
    'monthly_on_demand_efo_data_out_gb',
  );
  line(
    'Extended retention (24H to 7D)',
    'aws.kinesis.on-demand-extended-retention',
    'monthly_on_demand_extended_retention_gb',
    () => retentionIsAbove(resource, 'kinesis-included-retention'),
  );
  line(
    'Long term retention (7D+)',
    'aws.kinesis.on-demand-long-term-retention',
    'monthly_on_demand_long_term_retention_gb',
    () => retentionIsAbove(resource, 'kinesis-extended-retention'),
  );
}

function billProvisioned(resource: BilledResource, bill: Bill): void {
  const { usage } = resource;
  const line = (name: string, unit: string, rate: string, key: string, isDue = () => true) =>
    bill.line(name, () => {
      const quantity = usage.number(key);
      return quantity === undefined && !isDue() ? null : { unit, rate, quantity, usageBased: true };
    });
  bill.line('PROVISIONED', () => ({ unit: 'hours', rate: 'aws.kinesis.shard-hours', quantity: shardHours(resource) }));
  line('Put request unit', 'units', 'aws.kinesis.put-payload-units', 'monthly_provisioned_put_units');
  bill.line('Extended retention (24H to 7D)', () => {
    // AWS bills it by shard-hours; so does the usage, though its name says GB.
    const told = usage.number('monthly_provisioned_extended_retention_gb');
    if (told === undefined && !retentionIsAbove(resource, 'kinesis-included-retention')) return null;
    const rate = 'aws.kinesis.extended-retention-shard-hours';
    return { unit: 'hours', rate, quantity: told ?? shardHours(resource), usageBased: told !== undefined };
  });
  const isLongTerm = () => retentionIsAbove(resource, 'kinesis-extended-retention');
  line(
    'Long term retention (7D+)',
    'GB',
    'aws.kinesis.long-term-retention',
    'monthly_provisioned_long_term_retention_gb',
    isLongTerm,
  );
  line(
    'Extended retention retrieval (7D+)',
    'GB',
    'aws.kinesis.long-term-retrieval',
    'monthly_provisioned_long_term_retrieval_gb',
    isLongTerm,
  );
  line(
    'Enhanced Fan Out (EFO) Data retrieval',
    'GB',
    'aws.kinesis.fan-out-data',
    'monthly_provisioned_efo_data_out_gb',
  );
  // Consumers that are resources bring their hours themselves.
  line(
    'Enhanced Fan Out (EFO)',
    'consumer-shard hour',
    'aws.kinesis.fan-out-hours',
    'monthly_provisioned_efo_consumer_hours',
    () => false,
  );
}

function shardHours(resource: BilledResource): Amount {
  const shards = resource.number('shard_count');
  if (shards === undefined) throw new Undetermined(`${resource.address} has no \`shard_count\``);
  return resource.hours.times(shards);
}

function retentionIsAbove(resource: BilledResource, fact: string): boolean {
  const retention = resource.number('retention_period') ?? amount(0);
  return retention.gt(amountFact(resource.facts, 'aws/amounts', fact));
}

/** `aws_kinesis_stream_consumer`: with enhanced fan-out, a consumer costs hours of every shard of its stream, but nothing when that is on demand. */
const consumer: CostModel = {
  types: ['aws_kinesis_stream_consumer'],
  bill(resource, bill) {
    const found = () => {
      const target = resource.target('stream_arn', 'aws_kinesis_stream', ['arn']);
      if (target === undefined) throw new Undetermined('the stream is not in this configuration');
      return target;
    };
    bill.line('Enhanced Fan Out (EFO)', () => {
      const target = found();
      if (isOnDemand(target)) return null;
      return { unit: 'consumer-shard hour', rate: 'aws.kinesis.fan-out-hours', quantity: shardHours(target) };
    });
    bill.line('Enhanced Fan Out (EFO) Data retrieval', () => {
      const rate = isOnDemand(found()) ? 'aws.kinesis.on-demand-fan-out-data' : 'aws.kinesis.fan-out-data';
      return { unit: 'GB', rate, quantity: resource.usage.number('monthly_data_retrieved_gb'), usageBased: true };
    });
  },
};

export const kinesisModels: readonly CostModel[] = [stream, consumer];
