import { expect, it } from 'vitest';
import { amountText, openPriceBook } from '../src/index.ts';
import { files } from './estimate.ts';

/** Prices that everybody knows from the public pages of AWS, so that a mistake of the tables or of the compiler shows. */
it.each([
  ['aws.ec2.instance', 'us-east-1', { instanceType: 'm5.large' }, '0.096'],
  ['aws.ec2.instance', 'eu-west-1', { instanceType: 'm5.large' }, '0.107'],
  ['aws.ec2.instance', 'us-east-1', { instanceType: 't3.micro' }, '0.0104'],
  ['aws.ec2.license', 'eu-west-1', { operatingSystem: 'Windows', instanceType: 'm5.large' }, '0.092'],
  ['aws.ec2.license', 'eu-west-1', { operatingSystem: 'Windows', instanceType: 'm7i.large' }, '0.092'],
  ['aws.ec2.license', 'eu-west-1', { operatingSystem: 'RHEL', instanceType: 'c5.xlarge' }, '0.0576'],
  ['aws.ec2.license', 'eu-west-1', { operatingSystem: 'RHEL', instanceType: 'c5.4xlarge' }, '0.1728'],
  ['aws.ebs.volume-gp3', 'us-east-1', {}, '0.08'],
  ['aws.ebs.throughput-gp3', 'us-east-1', {}, '0.04'],
  ['aws.ebs.iops-io2-tier3', 'us-east-1', {}, '0.03185'],
  ['aws.natgateway.hours', 'eu-west-1', {}, '0.048'],
  ['aws.datatransfer.internet-out', 'us-east-1', {}, '0.09'],
  ['aws.vpc.public-ipv4-in-use', 'eu-central-1', {}, '0.005'],
  ['aws.ecs.fargate-vcpu', 'us-east-1', {}, '0.04048'],
  ['aws.eks.cluster', 'eu-west-1', {}, '0.1'],
  ['aws.lambda.duration', 'us-east-1', {}, '0.0000166667'],
  ['aws.emr.instance', 'us-east-1', { instanceType: 'm5.xlarge' }, '0.048'],
  ['aws.codebuild.build', 'us-east-1', { platform: 'Linux', computeType: 'general1.small' }, '0.005'],
  [
    'aws.rds.instance',
    'us-east-1',
    { engine: 'MySQL', deployment: 'Single-AZ', instanceClass: 'db.t3.micro' },
    '0.017',
  ],
  [
    'aws.rds.instance',
    'us-east-1',
    { engine: 'PostgreSQL', deployment: 'Multi-AZ', instanceClass: 'db.m5.large' },
    '0.356',
  ],
  ['aws.rds.storage', 'us-east-1', { volumeType: 'General Purpose-GP3', deployment: 'Multi-AZ' }, '0.23'],
  ['aws.rds.aurora-instance', 'us-east-1', { engine: 'Aurora PostgreSQL', instanceClass: 'db.r6g.large' }, '0.26'],
  ['aws.rds.aurora-serverless-v2', 'us-east-1', { engine: 'Aurora MySQL' }, '0.12'],
  ['aws.elasticache.node', 'us-east-1', { engine: 'Redis', nodeType: 'cache.t3.micro' }, '0.017'],
  ['aws.elasticache.node', 'us-east-1', { engine: 'Valkey', nodeType: 'cache.t3.micro' }, '0.0136'],
  ['aws.dynamodb.write-capacity', 'us-east-1', {}, '0.00065'],
  ['aws.dynamodb.read-requests', 'us-east-1', {}, '0.000000125'],
  ['aws.opensearch.instance', 'us-east-1', { instanceType: 't3.small.search' }, '0.036'],
  ['aws.redshift.node', 'us-east-1', { family: 'ra3', size: 'xlplus' }, '1.086'],
  ['aws.redshift.backup-storage', 'eu-west-1', {}, '0.023'],
  ['aws.msk.broker', 'us-east-1', { instanceType: 'm5.large' }, '0.21'],
  ['aws.s3.standard-storage', 'us-east-1', {}, '0.023'],
  ['aws.s3.glacier-storage', 'eu-west-1', {}, '0.0036'],
  ['aws.ebs.snapshot', 'us-east-1', {}, '0.05'],
  ['aws.efs.storage-standard', 'us-east-1', {}, '0.3'],
  ['aws.sqs.requests-standard', 'us-east-1', {}, '0.0000004'],
  ['aws.kinesis.shard-hours', 'us-east-1', {}, '0.015'],
  ['aws.glue.job-hours', 'us-east-1', {}, '0.44'],
  ['aws.mwaa.environment-hours', 'us-east-1', { size: 'Small' }, '0.49'],
  ['aws.cloudwatch.vended-logs-parquet', 'us-east-1', {}, '0.03'],
  ['aws.globalaccelerator.data-premium', 'eu-west-1', { from: 'EU', to: 'AP' }, '0.033'],
  ['aws.fsx.windows-storage', 'us-east-1', { deploymentOption: 'Single-AZ', storageType: 'SSD' }, '0.13'],
  ['aws.fsx.windows-backup', 'eu-west-1', { deploymentOption: 'Multi-AZ' }, '0.05'],
  ['aws.apigateway.rest-requests', 'ap-southeast-2', {}, '0.0000035'],
  ['aws.ec2.host', 'us-east-1', { family: 'c5' }, '3.366'],
  // 4.608 of m5.24xlarge x 1.1
  ['aws.ec2.host', 'us-east-1', { family: 'm5' }, '5.0688'],
  // 0.096 of EBS x 1.525
  ['aws.opensearch.storage', 'ap-southeast-2', { volumeType: 'GP3' }, '0.1464'],
])('%s in %s %j costs %s', (rate, region, dimensions, price) => {
  const found = openPriceBook(files).priceOf({ rate, region, dimensions });
  expect(found.kind === 'priced' ? amountText(found.tiers[0].price) : found.reason).toBe(price);
});
