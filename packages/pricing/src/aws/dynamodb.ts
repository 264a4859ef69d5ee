import type { Bill, Line } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import type { Amount } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';
import type { ResourceUsage } from '../usage/resource-usage.ts';
import { scaledCapacity } from './scaling-target.ts';

/** Capacity is billed by the hour and shown by the month of 730 hours. */
const hoursShown = 730;

/**
 * `aws_dynamodb_table`: capacity or requests, storage, backups and streams. Each global index has capacity of its own. A copy in
 * another region is billed there: its writes are those of the table; its reads are its own, which usage tells. The free tier of an
 * account is not taken off.
 */
const table: CostModel = {
  types: ['aws_dynamodb_table'],
  bill(resource, bill) {
    const { usage } = resource;
    billCapacity(resource, bill);
    bill.line('Write request unit (WRU)', () =>
      isOnDemand(resource) ? requestLine(resource, 'WRU', 'write', usage.number('monthly_write_request_units')) : null,
    );
    bill.line('Read request unit (RRU)', () =>
      isOnDemand(resource) ? requestLine(resource, 'RRU', 'read', usage.number('monthly_read_request_units')) : null,
    );
    bill.line('Data storage', () => ({
      unit: 'GB',
      rate: `aws.dynamodb.storage${classSuffix(resource)}`,
      quantity: usage.number('storage_gb'),
      usageBased: true,
    }));
    bill.line('Point-In-Time Recovery (PITR) backup storage', () => {
      if (resource.block('point_in_time_recovery')?.flag('enabled') !== true) return null;
      const quantity = usage.number('pitr_backup_storage_gb');
      return { unit: 'GB', rate: 'aws.dynamodb.continuous-backup', quantity, usageBased: true };
    });
    bill.line('On-demand backup storage', () => {
      const quantity = usage.number('on_demand_backup_storage_gb');
      return { unit: 'GB', rate: 'aws.dynamodb.backup-storage', quantity, usageBased: true };
    });
    bill.line('Table data restored', () => {
      const quantity = usage.number('monthly_data_restored_gb');
      return { unit: 'GB', rate: 'aws.dynamodb.restore', quantity, usageBased: true };
    });
    bill.line('Streams read request unit (sRRU)', () => {
      const quantity = usage.number('monthly_streams_read_request_units');
      if (quantity === undefined && !resource.flag('stream_enabled')) return null;
      return { unit: 'sRRUs', rate: 'aws.dynamodb.stream-requests', quantity, usageBased: true };
    });
    for (const [index, part] of resource.blocks('global_secondary_index').entries()) {
      billIndex(resource, part, bill.group(`global_secondary_index[${index}]`));
    }
    for (const replica of resource.blocks('replica')) {
      const region = replica.text('region_name');
      if (region === undefined) throw new Undetermined('a replica has no `region_name`');
      billReplica(bill.group(`Global table (${region})`), { source: resource, settings: replica, usage, region });
    }
  },
};

function isOnDemand(resource: Attributes): boolean {
  return resource.text('billing_mode', 'PROVISIONED', ['PROVISIONED', 'PAY_PER_REQUEST']) === 'PAY_PER_REQUEST';
}

/** What rates of a table class end in. */
function classSuffix(resource: Attributes): '' | '-ia' {
  return resource.text('table_class') === 'STANDARD_INFREQUENT_ACCESS' ? '-ia' : '';
}

function billCapacity(resource: BilledResource, bill: Bill): void {
  bill.line('Write capacity unit (WCU)', () =>
    isOnDemand(resource) ? null : capacityLine(resource, 'write', tableCapacity(resource, 'Write')),
  );
  bill.line('Read capacity unit (RCU)', () =>
    isOnDemand(resource) ? null : capacityLine(resource, 'read', tableCapacity(resource, 'Read')),
  );
}

/** Units of capacity, and whether they come from scaling. */
interface Capacity {
  readonly units: Amount;
  readonly isScaled: boolean;
}

function tableCapacity(resource: BilledResource, what: 'Read' | 'Write'): Capacity {
  const scaled = scaledCapacity(resource, `dynamodb:table:${what}CapacityUnits`, ['table/{name}']);
  return capacityOf(resource, what, scaled);
}

function capacityOf(place: Attributes, what: 'Read' | 'Write', scaled: Amount | undefined): Capacity {
  const name = `${what.toLowerCase()}_capacity`;
  const units = scaled ?? place.number(name);
  if (units === undefined) throw new Undetermined(`\`${name}\` is not set, though the capacity is provisioned`);
  return { units, isScaled: scaled !== undefined };
}

function capacityLine(resource: BilledResource, what: 'read' | 'write', { units, isScaled }: Capacity): Line {
  const unit = what === 'read' ? 'RCU' : 'WCU';
  return {
    name: `${what === 'read' ? 'Read' : 'Write'} capacity unit (${unit}${isScaled ? ', autoscaling' : ''})`,
    unit,
    rate: `aws.dynamodb.${what}-capacity${classSuffix(resource)}`,
    quantity: units.times(resource.hours),
    per: hoursShown,
    usageBased: isScaled,
  };
}

function requestLine(
  resource: BilledResource,
  unit: string,
  what: 'read' | 'write' | 'replicated-write',
  quantity: Amount | undefined,
): Line {
  return {
    unit: `${unit}s`,
    rate: `aws.dynamodb.${what}-requests${classSuffix(resource)}`,
    quantity,
    usageBased: true,
  };
}

/** A global index of a table with provisioned capacity; requests on demand are counted with the table. */
function billIndex(resource: BilledResource, index: Attributes, bill: Bill): void {
  for (const what of ['Write', 'Read'] as const) {
    bill.line(`${what} capacity unit`, () => {
      if (isOnDemand(resource)) return null;
      const identifiers = [`table/{name}/index/${index.text('name') ?? ''}`];
      const scaled = scaledCapacity(resource, `dynamodb:index:${what}CapacityUnits`, identifiers);
      return capacityLine(resource, what === 'Read' ? 'read' : 'write', capacityOf(index, what, scaled));
    });
  }
}

interface Replica {
  /** The table that is copied. */
  readonly source: BilledResource;
  /** The block of the table that declares the copy, or the resource that it is. */
  readonly settings: Attributes;
  /** Usage of the resource that declares the copy. */
  readonly usage: ResourceUsage;
  readonly region: string;
}

function billReplica(bill: Bill, { source, settings, usage, region }: Replica): void {
  const suffix = () => classSuffix(source);
  bill.line('Replicated write capacity unit (rWCU)', () => {
    if (isOnDemand(source)) return null;
    const quantity = tableCapacity(source, 'Write').units.times(source.hours);
    const rate = `aws.dynamodb.replicated-write-capacity${suffix()}`;
    return { unit: 'rWCU', rate, region, quantity, per: hoursShown };
  });
  bill.line('Replicated write request unit (rWRU)', () => {
    if (!isOnDemand(source)) return null;
    const quantity = source.usage.number('monthly_write_request_units');
    return { ...requestLine(source, 'rWRU', 'replicated-write', quantity), region };
  });
  bill.line('Read capacity unit (RCU)', () => {
    if (isOnDemand(source)) return null;
    const quantity = usage.number('replica_read_capacity')?.times(source.hours);
    const rate = `aws.dynamodb.read-capacity${suffix()}`;
    return { unit: 'RCU', rate, region, quantity, per: hoursShown, usageBased: true };
  });
  bill.line('Read request unit (RRU)', () => {
    if (!isOnDemand(source)) return null;
    const quantity = usage.number('monthly_replica_read_request_units');
    return { ...requestLine(source, 'RRU', 'read', quantity), region };
  });
  bill.line('Data storage', () => {
    const quantity = source.usage.number('storage_gb');
    return { unit: 'GB', rate: `aws.dynamodb.storage${suffix()}`, region, quantity, usageBased: true };
  });
  bill.line('Point-In-Time Recovery (PITR) backup storage', () => {
    if (!settings.flag('point_in_time_recovery')) return null;
    const quantity = source.usage.number('pitr_backup_storage_gb');
    return { unit: 'GB', rate: 'aws.dynamodb.continuous-backup', region, quantity, usageBased: true };
  });
}

/** `aws_dynamodb_table_replica`: a copy that is declared apart from its table, in its own region. */
const tableReplica: CostModel = {
  types: ['aws_dynamodb_table_replica'],
  bill(resource, bill) {
    const source = resource.target('global_table_arn', 'aws_dynamodb_table');
    if (source === undefined) throw new Undetermined('the table that is replicated is not in this configuration');
    billReplica(bill, { source, settings: resource, usage: resource.usage, region: resource.region });
  },
};

/** `aws_dynamodb_kinesis_streaming_destination`: a unit for each change of up to 1 KB that is sent to Kinesis. */
const kinesisDestination: CostModel = {
  types: ['aws_dynamodb_kinesis_streaming_destination'],
  bill({ usage }, bill) {
    bill.line('Change data capture units', () => ({
      unit: '1M units',
      rate: 'aws.dynamodb.change-records',
      quantity: usage.number('monthly_change_records'),
      per: 1_000_000,
      usageBased: true,
    }));
  },
};

export const dynamoDbModels: readonly CostModel[] = [table, tableReplica, kinesisDestination];
