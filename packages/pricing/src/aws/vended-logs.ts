import type { Line } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** Where AWS writes logs to: the type that flow logs have for it, and the service in its ARN. */
const destinations = [
  {
    type: 'cloud-watch-logs',
    service: 'logs',
    resource: 'aws_cloudwatch_log_group',
    name: 'Log data to CloudWatch Logs',
    rate: 'aws.cloudwatch.vended-logs',
  },
  {
    type: 's3',
    service: 's3',
    resource: 'aws_s3_bucket',
    name: 'Log data to S3',
    rate: 'aws.cloudwatch.vended-logs-s3',
  },
  {
    type: 'kinesis-data-firehose',
    service: 'firehose',
    resource: 'aws_kinesis_firehose_delivery_stream',
    name: 'Log data to Firehose',
    rate: 'aws.cloudwatch.vended-logs-firehose',
  },
] as const;

type Destination = (typeof destinations)[number];

/** `aws_flow_log`: the data that is written, by where it goes, and its conversion to Parquet. What keeps it is billed by itself. */
const flowLog: CostModel = {
  types: ['aws_flow_log'],
  bill(resource, bill) {
    const types = destinations.map(({ type }) => type);
    bill.line('Log data', () => {
      const type = resource.text('log_destination_type', 'cloud-watch-logs', types);
      return logLine(
        resource,
        destinations.find((each) => each.type === type),
      );
    });
    bill.line('Conversion to Parquet', () => {
      if (resource.block('destination_options')?.text('file_format') !== 'parquet') return null;
      const quantity = resource.usage.number('monthly_data_ingested_gb');
      return { unit: 'GB', rate: 'aws.cloudwatch.vended-logs-parquet', quantity, usageBased: true };
    });
  },
};

/** `aws_route53_resolver_query_log_config`: the same, of queries of names. */
const queryLog: CostModel = {
  types: ['aws_route53_resolver_query_log_config'],
  bill(resource, bill) {
    bill.line('Log data', () => {
      const referred = destinations.find((each) => resource.target('destination_arn', each.resource) !== undefined);
      const service = () => resource.neededText('destination_arn').split(':')[2];
      return logLine(resource, referred ?? destinations.find((each) => each.service === service()));
    });
  },
};

function logLine(resource: BilledResource, destination: Destination | undefined): Line {
  if (destination === undefined) throw new Undetermined('there is no price for logs to this destination');
  const { name, type } = destination;
  const rate =
    type === 'cloud-watch-logs' && isRarelyRead(resource)
      ? 'aws.cloudwatch.vended-logs-infrequent-access'
      : destination.rate;
  const quantity = resource.usage.number('monthly_data_ingested_gb');
  return { name, unit: 'GB', rate, quantity, usageBased: true };
}

/** Whether the log group, which one of these attributes names, has the class for infrequent access. */
function isRarelyRead(resource: BilledResource): boolean {
  return ['log_destination', 'log_group_name', 'destination_arn'].some((name) => {
    return resource.target(name, 'aws_cloudwatch_log_group')?.text('log_group_class') === 'INFREQUENT_ACCESS';
  });
}

export const vendedLogsModels: readonly CostModel[] = [flowLog, queryLog];
