import type { CostModel } from '../model.ts';
import { accessAnalyzerModels } from './accessanalyzer.ts';
import { apiGatewayModels } from './apigateway.ts';
import { appRunnerModels } from './apprunner.ts';
import { athenaModels } from './athena.ts';
import { auroraModels } from './aurora.ts';
import { autoscalingModels } from './autoscaling.ts';
import { backupModels } from './backup.ts';
import { batchModels } from './batch.ts';
import { certificateManagerModels } from './certificatemanager.ts';
import { cloudFormationModels } from './cloudformation.ts';
import { cloudFrontModels } from './cloudfront.ts';
import { cloudHsmModels } from './cloudhsm.ts';
import { cloudTrailModels } from './cloudtrail.ts';
import { cloudWanModels } from './cloudwan.ts';
import { cloudWatchModels } from './cloudwatch.ts';
import { codeArtifactModels } from './codeartifact.ts';
import { codeBuildModels } from './codebuild.ts';
import { codePipelineModels } from './codepipeline.ts';
import { cognitoModels } from './cognito.ts';
import { configModels } from './config.ts';
import { databaseMigrationModels } from './databasemigrationsvc.ts';
import { dataSyncModels } from './datasync.ts';
import { dataTransferModels } from './datatransfer.ts';
import { daxModels } from './dax.ts';
import { directConnectModels } from './directconnect.ts';
import { directoryServiceModels } from './directoryservice.ts';
import { docDbModels } from './docdb.ts';
import { dynamoDbModels } from './dynamodb.ts';
import { ebsModels } from './ebs.ts';
import { ebsSnapshotModels } from './ebs-snapshots.ts';
import { ec2Models } from './ec2.ts';
import { ec2FleetModels } from './ec2-fleet.ts';
import { ec2HostModels } from './ec2-host.ts';
import { ecrModels } from './ecr.ts';
import { ecsModels } from './ecs.ts';
import { efsModels } from './efs.ts';
import { eipModels } from './eip.ts';
import { eksModels } from './eks.ts';
import { eksNodeGroupModels } from './eks-node-group.ts';
import { elasticBeanstalkModels } from './elastic-beanstalk.ts';
import { elastiCacheModels } from './elasticache.ts';
import { elbModels } from './elb.ts';
import { emrModels } from './emr.ts';
import { eventsModels } from './events.ts';
import { fsxModels } from './fsx.ts';
import { glacierModels } from './glacier.ts';
import { globalAcceleratorModels } from './globalaccelerator.ts';
import { glueModels } from './glue.ts';
import { grafanaModels } from './grafana.ts';
import { guardDutyModels } from './guardduty.ts';
import { inspectorModels } from './inspector.ts';
import { keyspacesModels } from './keyspaces.ts';
import { kinesisModels } from './kinesis.ts';
import { kinesisAnalyticsModels } from './kinesisanalytics.ts';
import { kinesisFirehoseModels } from './kinesisfirehose.ts';
import { kinesisVideoModels } from './kinesisvideo.ts';
import { kmsModels } from './kms.ts';
import { lambdaModels } from './lambda.ts';
import { lightsailModels } from './lightsail.ts';
import { macieModels } from './macie.ts';
import { memoryDbModels } from './memorydb.ts';
import { mqModels } from './mq.ts';
import { mskModels } from './msk.ts';
import { mwaaModels } from './mwaa.ts';
import { natGatewayModels } from './natgateway.ts';
import { neptuneModels } from './neptune.ts';
import { networkFirewallModels } from './networkfirewall.ts';
import { openSearchModels } from './opensearch.ts';
import { prometheusModels } from './prometheus.ts';
import { rdsModels } from './rds.ts';
import { rdsProxyModels } from './rds-proxy.ts';
import { redshiftModels } from './redshift.ts';
import { route53Models } from './route53.ts';
import { route53ResolverModels } from './route53-resolver.ts';
import { s3Models } from './s3.ts';
import { sageMakerModels } from './sagemaker.ts';
import { secretsManagerModels } from './secretsmanager.ts';
import { securityHubModels } from './securityhub.ts';
import { snsModels } from './sns.ts';
import { sqsModels } from './sqs.ts';
import { statesModels } from './states.ts';
import { systemsManagerModels } from './systemsmanager.ts';
import { timestreamModels } from './timestream.ts';
import { transferModels } from './transfer.ts';
import { transitGatewayModels } from './transit-gateway.ts';
import { vendedLogsModels } from './vended-logs.ts';
import { vpcModels } from './vpc.ts';
import { vpcEndpointModels } from './vpc-endpoint.ts';
import { vpcLatticeModels } from './vpclattice.ts';
import { vpnModels } from './vpn.ts';
import { wafClassicModels } from './waf-classic.ts';
import { wafv2Models } from './wafv2.ts';
import { workspacesModels } from './workspaces.ts';

/** The cost models of AWS, one file a service. */
export const awsModels: readonly CostModel[] = [
  ...autoscalingModels,
  ...ebsModels,
  ...ec2Models,
  ...natGatewayModels,
  ...certificateManagerModels,
  ...cloudFormationModels,
  ...cloudHsmModels,
  ...cloudTrailModels,
  ...cloudWatchModels,
  ...cognitoModels,
  ...configModels,
  ...directoryServiceModels,
  ...grafanaModels,
  ...kmsModels,
  ...secretsManagerModels,
  ...systemsManagerModels,
  ...ec2HostModels,
  ...eipModels,
  ...elbModels,
  ...eksModels,
  ...eksNodeGroupModels,
  ...ecsModels,
  ...rdsModels,
  ...auroraModels,
  ...lambdaModels,
  ...athenaModels,
  ...backupModels,
  ...ebsSnapshotModels,
  ...efsModels,
  ...eventsModels,
  ...fsxModels,
  ...glueModels,
  ...kinesisModels,
  ...kinesisAnalyticsModels,
  ...kinesisFirehoseModels,
  ...mwaaModels,
  ...s3Models,
  ...snsModels,
  ...sqsModels,
  ...statesModels,
  ...transferModels,
  ...apiGatewayModels,
  ...cloudFrontModels,
  ...dataTransferModels,
  ...directConnectModels,
  ...globalAcceleratorModels,
  ...networkFirewallModels,
  ...route53Models,
  ...route53ResolverModels,
  ...transitGatewayModels,
  ...vendedLogsModels,
  ...vpcModels,
  ...vpcEndpointModels,
  ...vpcLatticeModels,
  ...vpnModels,
  ...wafClassicModels,
  ...wafv2Models,
  ...lightsailModels,
  ...codeBuildModels,
  ...ecrModels,
  ...appRunnerModels,
  ...sageMakerModels,
  ...emrModels,
  ...elasticBeanstalkModels,
  ...ec2FleetModels,
  ...docDbModels,
  ...neptuneModels,
  ...elastiCacheModels,
  ...memoryDbModels,
  ...redshiftModels,
  ...dynamoDbModels,
  ...daxModels,
  ...keyspacesModels,
  ...openSearchModels,
  ...databaseMigrationModels,
  ...mskModels,
  ...mqModels,
  ...timestreamModels,
  ...rdsProxyModels,
  ...batchModels,
  ...codePipelineModels,
  ...codeArtifactModels,
  ...cloudWanModels,
  ...accessAnalyzerModels,
  ...guardDutyModels,
  ...inspectorModels,
  ...macieModels,
  ...prometheusModels,
  ...securityHubModels,
  ...dataSyncModels,
  ...glacierModels,
  ...kinesisVideoModels,
  ...workspacesModels,
];
