import { expect, it } from 'vitest';
import { amountText, openPriceBook } from '../src/index.ts';
import { files } from './estimate.ts';

/** Prices that everybody knows from the public pages of AWS, so that a mistake of the tables or of the compiler shows. */
it.each([
  ['aws.ec2.instance', 'us-east-1', { instanceType: 'm5.large' }, '0.096'],
  ['aws.ec2.instance', 'eu-west-1', { instanceType: 'm5.large' }, '0.107'],
  ['aws.ec2.instance', 'us-east-1', { instanceType: 't3.micro' }, '0.0104'],
  ['aws.ec2.license', 'eu-west-1', { operatingSystem: 'Windows', instanceType: 'm5.large' }, '0.092'],
  ['aws.ebs.volume-gp3', 'us-east-1', {}, '0.08'],
  ['aws.ebs.throughput-gp3', 'us-east-1', {}, '0.04'],
  ['aws.ebs.iops-io2-tier3', 'us-east-1', {}, '0.03185'],
  ['aws.natgateway.hours', 'eu-west-1', {}, '0.048'],
  ['aws.datatransfer.internet-out', 'us-east-1', {}, '0.09'],
  ['aws.vpc.public-ipv4-in-use', 'eu-central-1', {}, '0.005'],
])('%s in %s %j costs %s', (rate, region, dimensions, price) => {
  const found = openPriceBook(files).priceOf({ rate, region, dimensions });
  expect(found.kind === 'priced' ? amountText(found.tiers[0].price) : found.reason).toBe(price);
});
