import type { CostModel } from '../model.ts';
import { type Amount, amountText } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_kinesis_firehose_delivery_stream`: the data that is taken in, by where it comes from and goes to, and what is done with it on the way.
 * AWS rounds every record up to 5 KB, so that usage has to tell the rounded data.
 */
const deliveryStream: CostModel = {
  types: ['aws_kinesis_firehose_delivery_stream'],
  bill(resource, bill) {
    const { hours, usage } = resource;
    const data = usage.number('monthly_data_ingested_gb');
    const toS3 = () => resource.block('extended_s3_configuration');
    const partitioning = () => toS3()?.block('dynamic_partitioning_configuration')?.flag('enabled') ?? false;

    bill.line('Data ingested', () => ({
      unit: 'GB',
      rate: dataRate(resource),
      quantity: data,
      usageBased: true,
      tierNamed: (tier) => `Data ingested (${tierText(tier)})`,
    }));
    bill.line('Format conversion', () => {
      const conversion = toS3()?.block('data_format_conversion_configuration');
      if (conversion?.flag('enabled', true) !== true) return null;
      return { unit: 'GB', rate: 'aws.kinesisfirehose.format-conversion', quantity: data, usageBased: true };
    });
    bill.line('Dynamic partitioning', () =>
      partitioning()
        ? { unit: 'GB', rate: 'aws.kinesisfirehose.dynamic-partitioning-data', quantity: data, usageBased: true }
        : null,
    );
    bill.line('Dynamic partitioning (objects)', () => {
      if (!partitioning()) return null;
      const rate = 'aws.kinesisfirehose.dynamic-partitioning-objects';
      const quantity = usage.number('monthly_partitioned_objects');
      return { unit: '1k objects', rate, quantity, per: 1000, usageBased: true };
    });
    bill.line('Dynamic partitioning (JQ processing)', () => {
      if (!partitioning()) return null;
      const quantity = usage.number('monthly_jq_processing_hours');
      return { unit: 'hours', rate: 'aws.kinesisfirehose.jq-hours', quantity, usageBased: true };
    });
    bill.line('VPC data', () => {
      if (vpcOf(resource) === undefined) return null;
      return { unit: 'GB', rate: 'aws.kinesisfirehose.vpc-data', quantity: data, usageBased: true };
    });
    bill.line('VPC AZ delivery', () => {
      // One subnet a zone.
      const zones = vpcOf(resource)?.count('subnet_ids');
      if (zones === undefined) return null;
      return { unit: 'hours', rate: 'aws.kinesisfirehose.vpc-hours', quantity: hours.times(zones) };
    });
  },
};

/** `next 1.5PB`: Firehose counts 1,000 TB to a PB, and other services 1,024. */
function tierText({ start, end }: { readonly start: Amount; readonly end: Amount | null }): string {
  const sizeText = (gigabytes: Amount) => {
    const terabytes = gigabytes.div(1024);
    return terabytes.gte(1000) ? `${amountText(terabytes.div(1000))}PB` : `${amountText(terabytes)}TB`;
  };
  if (end === null) return `over ${sizeText(start)}`;
  return `${start.eq(0) ? 'first' : 'next'} ${sizeText(end.minus(start))}`;
}

function dataRate(resource: BilledResource): string {
  const destination = resource.text('destination')?.toLowerCase();
  const isStream = resource.has('kinesis_source_configuration');
  const isKafka = resource.has('msk_source_configuration');
  if (destination === 'snowflake') return 'aws.kinesisfirehose.data-to-snowflake';
  if (destination === 'iceberg') {
    return isStream || isKafka ? 'aws.kinesisfirehose.data-to-iceberg-stream' : 'aws.kinesisfirehose.data-to-iceberg';
  }
  if (isKafka) return 'aws.kinesisfirehose.data-ingested-msk';
  return isStream ? 'aws.kinesisfirehose.data-ingested-stream' : 'aws.kinesisfirehose.data-ingested';
}

/** Where it delivers into a VPC. */
function vpcOf(resource: BilledResource): Attributes | undefined {
  return ['elasticsearch_configuration', 'opensearch_configuration', 'opensearchserverless_configuration']
    .flatMap((name) => resource.blocks(name))
    .flatMap((destination) => destination.blocks('vpc_config'))[0];
}

export const kinesisFirehoseModels: readonly CostModel[] = [deliveryStream];
