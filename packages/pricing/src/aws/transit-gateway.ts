import type { Bill } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/** What is attached to a transit gateway: the word in the names of the rates. */
export type Attachment = 'vpc' | 'vpn' | 'direct-connect' | 'peering' | 'connect';

/** Bills the hours of an attachment, at the price of the region of its transit gateway. */
export function billAttachment(resource: BilledResource, bill: Bill, attachment: Attachment): void {
  bill.line('Transit gateway attachment', () => ({
    unit: 'hours',
    rate: `aws.vpc.transit-gateway-${attachment}-hours`,
    quantity: resource.hours,
    region: regionOf(resource),
  }));
}

/** Bills the data that an attachment sends into its transit gateway. */
export function billAttachmentData(resource: BilledResource, bill: Bill, attachment: Attachment): void {
  bill.line('Data processed', () => ({
    unit: 'GB',
    rate: `aws.vpc.transit-gateway-${attachment}-data`,
    quantity: resource.usage.number('monthly_data_processed_gb'),
    usageBased: true,
    region: regionOf(resource),
  }));
}

function regionOf(resource: BilledResource): string {
  const gateway =
    resource.target('transit_gateway_id', 'aws_ec2_transit_gateway') ??
    resource.target('associated_gateway_id', 'aws_ec2_transit_gateway') ??
    resource.target('vpc_id', ['aws_vpc', 'aws_default_vpc']);
  return gateway?.region ?? resource.region;
}

/** `aws_ec2_transit_gateway_vpc_attachment`: hours, and data. */
const vpcAttachment: CostModel = {
  types: ['aws_ec2_transit_gateway_vpc_attachment'],
  bill(resource, bill) {
    billAttachment(resource, bill, 'vpc');
    billAttachmentData(resource, bill, 'vpc');
  },
};

/**
 * `aws_ec2_transit_gateway_peering_attachment` and the side that accepts it: AWS bills the owners of both transit gateways for hours.
 * Data between regions is billed as data transfer.
 */
const peeringAttachment: CostModel = {
  types: ['aws_ec2_transit_gateway_peering_attachment', 'aws_ec2_transit_gateway_peering_attachment_accepter'],
  bill(resource, bill) {
    billAttachment(resource, bill, 'peering');
  },
};

/** `aws_ec2_transit_gateway_connect`: hours; its data is that of the attachment that carries it. */
const connectAttachment: CostModel = {
  types: ['aws_ec2_transit_gateway_connect'],
  bill(resource, bill) {
    billAttachment(resource, bill, 'connect');
  },
};

/** `aws_dx_gateway_association`: an attachment, when the gateway is a transit gateway. With a virtual private gateway it is free. */
const directConnectAssociation: CostModel = {
  types: ['aws_dx_gateway_association'],
  bill(resource, bill) {
    if (isOfPrivateGateway(resource)) return;
    billAttachmentData(resource, bill, 'direct-connect');
    billAttachment(resource, bill, 'direct-connect');
  },
};

function isOfPrivateGateway(resource: BilledResource): boolean {
  if (resource.target('associated_gateway_id', 'aws_vpn_gateway') !== undefined) return true;
  if (resource.target('associated_gateway_id', 'aws_ec2_transit_gateway') !== undefined) return false;
  // One of another account is associated by what it proposes.
  if (resource.has('proposal_id')) return false;
  return resource.text('associated_gateway_id')?.startsWith('vgw-') === true;
}

export const transitGatewayModels: readonly CostModel[] = [
  vpcAttachment,
  peeringAttachment,
  connectAttachment,
  directConnectAssociation,
];
