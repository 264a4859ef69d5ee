import type { CostModel } from '../model.ts';

/** `aws_ec2_traffic_mirror_session`: hours of the network interface that is mirrored. */
const trafficMirrorSession: CostModel = {
  types: ['aws_ec2_traffic_mirror_session'],
  bill({ hours }, bill) {
    bill.line('Traffic mirror', () => ({ unit: 'hours', rate: 'aws.vpc.traffic-mirror-hours', quantity: hours }));
  },
};

/** `aws_vpc_ipam`: hours of the addresses that it watches, in the advanced tier; the free tier watches a part of them. */
const ipam: CostModel = {
  types: ['aws_vpc_ipam'],
  bill(resource, bill) {
    bill.line('Active IP addresses', () => {
      if (resource.text('tier', 'advanced', ['free', 'advanced']) === 'free') return null;
      const quantity = resource.usage.number('active_ip_addresses')?.times(resource.hours);
      return { unit: 'IP-hours', rate: 'aws.vpc.ipam-address-hours', quantity, usageBased: true };
    });
  },
};

/** `aws_ec2_network_insights_analysis`: once, when it is made. Usage tells of how often it is made anew in a month. */
const networkInsightsAnalysis: CostModel = {
  types: ['aws_ec2_network_insights_analysis'],
  bill({ usage }, bill) {
    bill.line('Reachability analyses', () => {
      const quantity = usage.number('monthly_analyses');
      return { unit: 'analyses', rate: 'aws.vpc.reachability-analysis', quantity, usageBased: true };
    });
  },
};

/** `aws_verifiedaccess_endpoint`: hours of the application, and data. The lower price of many applications is not reached by one. */
const verifiedAccessEndpoint: CostModel = {
  types: ['aws_verifiedaccess_endpoint'],
  bill({ hours, usage }, bill) {
    bill.line('Application', () => ({ unit: 'hours', rate: 'aws.vpc.verified-access-hours', quantity: hours }));
    bill.line('Data processed', () => ({
      unit: 'GB',
      rate: 'aws.vpc.verified-access-data',
      quantity: usage.number('monthly_data_processed_gb'),
      usageBased: true,
    }));
  },
};

export const vpcModels: readonly CostModel[] = [
  trafficMirrorSession,
  ipam,
  networkInsightsAnalysis,
  verifiedAccessEndpoint,
];
