import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { billAttachment, billAttachmentData } from './transit-gateway.ts';

/**
 * `aws_vpn_connection`: hours; the attachment, where it ends at a transit gateway; the public addresses of its two tunnels; and, for
 * an accelerated one, the two accelerators of AWS Global Accelerator.
 */
const vpnConnection: CostModel = {
  types: ['aws_vpn_connection'],
  bill(resource, bill) {
    const amountOf = (what: string) => amountFact(resource.facts, 'aws/amounts', `vpn-${what}`);
    bill.line('VPN connection', () => ({
      unit: 'hours',
      rate: 'aws.vpc.vpn-connection-hours',
      quantity: resource.hours,
    }));
    if (resource.has('transit_gateway_id')) {
      billAttachment(resource, bill, 'vpn');
      billAttachmentData(resource, bill, 'vpn');
    }
    bill.line('Global Accelerator', () => {
      if (!resource.flag('enable_acceleration')) return null;
      const quantity = resource.hours.times(amountOf('accelerators'));
      return { unit: 'hours', rate: 'aws.globalaccelerator.hours', quantity };
    });
    bill.line('Public IPv4 addresses', () => {
      if (resource.text('outside_ip_address_type') === 'PrivateIpv4') return null;
      const quantity = resource.hours.times(amountOf('public-addresses'));
      return { unit: 'hours', rate: 'aws.vpc.public-ipv4-in-use', quantity };
    });
  },
};

/**
 * `aws_ec2_client_vpn_endpoint`: hours of connections. How many there are only usage can tell; one that lasts all month stands for
 * them otherwise.
 */
const clientVpnEndpoint: CostModel = {
  types: ['aws_ec2_client_vpn_endpoint'],
  bill(resource, bill) {
    bill.line('Connection', () => {
      const given = resource.usage.number('monthly_connection_hrs');
      if (given === undefined) resource.assume('number of connections', '1');
      return { unit: 'hours', rate: 'aws.vpc.client-vpn-connection-hours', quantity: given ?? resource.hours };
    });
  },
};

/** `aws_ec2_client_vpn_network_association`: hours of each subnet that is associated. */
const clientVpnAssociation: CostModel = {
  types: ['aws_ec2_client_vpn_network_association'],
  bill({ hours }, bill) {
    bill.line('Endpoint association', () => ({
      unit: 'hours',
      rate: 'aws.vpc.client-vpn-association-hours',
      quantity: hours,
    }));
  },
};

export const vpnModels: readonly CostModel[] = [vpnConnection, clientVpnEndpoint, clientVpnAssociation];
