import type { Bill } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import type { Amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/**
 * `aws_dx_connection`: hours of the port, and data that leaves regions for its location. A connection is made in the region that its
 * location belongs to, and all locations of a region have one price, but for a few in Taiwan. Usage has data by the region that it
 * comes from, or, in older files, in one key for the region of the connection.
 */
const connection: CostModel = {
  types: ['aws_dx_connection'],
  bill(resource, bill) {
    const { usage } = resource;
    billPort(resource, bill, {
      kind: usage.text('dx_connection_type') === 'hosted' ? 'hosted' : 'dedicated',
      bandwidth: () => resource.neededText('bandwidth'),
    });
    const byRegion = usage.part('monthly_outbound_from_region_to_dx_connection_location');
    const keys = [...byRegion.keys()].sort();
    for (const key of keys) billDataOut(resource, bill, key.replaceAll('_', '-'), byRegion.number(key));
    if (keys.length > 0) return;
    billDataOut(resource, bill, resource.region, usage.number('monthly_outbound_region_to_dx_location_gb'));
  },
};

/** `aws_dx_hosted_connection`: hours of its part of a port. */
const hostedConnection: CostModel = {
  types: ['aws_dx_hosted_connection'],
  bill(resource, bill) {
    billPort(resource, bill, { kind: 'hosted', bandwidth: () => resource.neededText('bandwidth') });
  },
};

interface Port {
  readonly kind: 'dedicated' | 'hosted';
  /** `1Gbps`. */
  readonly bandwidth: () => string;
}

function billPort({ hours }: BilledResource, bill: Bill, { kind, bandwidth }: Port): void {
  bill.line('DX connection', () => {
    const written = bandwidth();
    const [, capacity] = /^(\d+[MG])bps$/.exec(written) ?? [];
    if (capacity === undefined) throw new Undetermined(`"${written}" is no bandwidth such as 1Gbps`);
    const rate = kind === 'hosted' ? 'aws.directconnect.hosted-port-hours' : 'aws.directconnect.port-hours';
    return { unit: 'hours', rate, dimensions: { capacity }, quantity: hours };
  });
}

function billDataOut(resource: BilledResource, bill: Bill, from: string, quantity: Amount | undefined): void {
  bill.line(`Outbound data transfer (from ${from})`, () => {
    const location = resource.neededText('location');
    const name = `Outbound data transfer (from ${from}, to ${location})`;
    const dimensions = { toRegion: resource.region };
    const rate = 'aws.directconnect.data-out';
    return { name, unit: 'GB', rate, dimensions, quantity, usageBased: true, region: from };
  });
}

export const directConnectModels: readonly CostModel[] = [connection, hostedConnection];
