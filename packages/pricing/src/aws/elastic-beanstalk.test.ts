import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.ec2.instance t3.micro 0.0104
  aws.ec2.instance m5.large 0.096
  aws.ec2.instance-spot m5.large 0.03
  aws.ec2.cpu-credits t3 0.05
  aws.cloudwatch.metric 0.3
  aws.cloudwatch.logs-ingested 0.5
  aws.cloudwatch.logs-stored 0.03
  aws.cloudwatch.logs-scanned 0.005
  aws.ebs.volume-gp2 0.1
  aws.ebs.volume-gp3 0.08
  aws.ebs.volume-io1 0.125
  aws.ebs.iops-io1 0.065
  aws.elb.classic-hours 0.025
  aws.elb.classic-data 0.008
  aws.elb.network-hours 0.0225
  aws.elb.network-capacity 0.006
  aws.rds.instance MySQL,Multi-AZ,db.m6g.xlarge 0.608
  aws.rds.storage General Purpose,Multi-AZ 0.23
  aws.rds.backup-storage 0.095
  aws.vpc.public-ipv4-in-use 0.005
`;

/** An environment with settings `namespace:Name=value`. */
function environment(name: string, settings: readonly string[], more = ''): string {
  const blocks = settings.map((setting) => {
    const [, namespace, key, value] = /^(.+):(\w+)=(.*)$/.exec(setting) ?? [];
    return `setting {\n namespace = "${namespace}"\n name = "${key}"\n value = "${value}"\n }`;
  });
  return `resource "aws_elastic_beanstalk_environment" "${name}" {\n ${more}\n ${blocks.join('\n')}\n }\n`;
}

describe('aws_elastic_beanstalk_environment', () => {
  it('is one instance behind a classic load balancer, unless settings say more', () => {
    const configuration = [
      environment('default', []),
      environment('single', ['aws:elasticbeanstalk:environment:EnvironmentType=SingleInstance']),
      environment('worker', ['aws:autoscaling:launchconfiguration:InstanceType=m5.large'], 'tier = "Worker"'),
      environment('shared', [
        'aws:autoscaling:launchconfiguration:InstanceType=m5.large',
        'aws:elasticbeanstalk:environment:LoadBalancerIsShared=true',
      ]),
    ].join('');
    const usage = `
resource_usage:
  aws_elastic_beanstalk_environment.default: { elb: { monthly_data_processed_gb: 100 }, ec2: { monthly_cpu_credit_hrs: 10 } }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_elastic_beanstalk_environment.default
        aws_launch_configuration
          Instance usage (Linux/UNIX, on-demand, t3.micro)  730 hours      0.0104  7.592
          CPU credits                                       20 vCPU-hours  0.05    1
          aws_ebs_volume
            Storage (general purpose SSD, gp2)              8 GB           0.1     0.8
        aws_elb
          Classic load balancer                             730 hours      0.025   18.25
          Data processed                                    100 GB         0.008   0.8
        assumed: setting.InstanceType = t3.micro, setting.RootVolumeType = gp2, setting.RootVolumeSize = 8, setting.LoadBalancerType = classic
      aws_elastic_beanstalk_environment.single
        aws_launch_configuration
          Instance usage (Linux/UNIX, on-demand, t3.micro)  730 hours      0.0104  7.592
          CPU credits                                       ? vCPU-hours   0.05    usage needed
          Public IPv4 address                               730 hours      0.005   3.65
          aws_ebs_volume
            Storage (general purpose SSD, gp2)              8 GB           0.1     0.8
        assumed: setting.InstanceType = t3.micro, setting.RootVolumeType = gp2, setting.RootVolumeSize = 8
      aws_elastic_beanstalk_environment.worker
        aws_launch_configuration
          Instance usage (Linux/UNIX, on-demand, m5.large)  730 hours      0.096   70.08
          aws_ebs_volume
            Storage (general purpose SSD, gp2)              8 GB           0.1     0.8
        assumed: setting.RootVolumeType = gp2, setting.RootVolumeSize = 8
      aws_elastic_beanstalk_environment.shared
        aws_launch_configuration
          Instance usage (Linux/UNIX, on-demand, m5.large)  730 hours      0.096   70.08
          aws_ebs_volume
            Storage (general purpose SSD, gp2)              8 GB           0.1     0.8
        assumed: setting.RootVolumeType = gp2, setting.RootVolumeSize = 8
      total                                                                        182.244
      "
    `);
  });

  it('is billed for all that its settings ask for', () => {
    const configuration = environment('full', [
      'aws:ec2:instances:InstanceTypes=m5.large, m5a.large',
      'aws:ec2:instances:EnableSpot=true',
      'aws:ec2:instances:SpotFleetOnDemandBase=1',
      'aws:ec2:instances:SpotFleetOnDemandAboveBasePercentage=50',
      'aws:autoscaling:asg:MinSize=4',
      'aws:autoscaling:launchconfiguration:RootVolumeType=gp3',
      'aws:autoscaling:launchconfiguration:RootVolumeSize=30',
      'aws:autoscaling:launchconfiguration:MonitoringInterval=1 minute',
      'aws:autoscaling:launchconfiguration:BlockDeviceMappings=/dev/sdj=:100:true:io1:500,/dev/sdb=ephemeral0,/dev/sdk=snap-1',
      'aws:elasticbeanstalk:environment:LoadBalancerType=network',
      'aws:ec2:vpc:ELBSubnets=subnet-1,subnet-2',
      'aws:elasticbeanstalk:cloudwatch:logs:StreamLogs=true',
      'aws:rds:dbinstance:DBInstanceClass=db.m6g.xlarge',
      'aws:rds:dbinstance:DBEngine=mysql',
      'aws:rds:dbinstance:DBAllocatedStorage=100',
      'aws:rds:dbinstance:MultiAZDatabase=true',
    ]);
    const usage = `
resource_usage:
  aws_elastic_beanstalk_environment.full:
    cloudwatch: { monthly_data_ingested_gb: 10, storage_gb: 20, monthly_data_scanned_gb: 30 }
    lb: { processed_bytes_gb: 1460 }
    db: { additional_backup_storage_gb: 50 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_elastic_beanstalk_environment.full (unpriced)
        aws_launch_configuration
          Instance usage (Linux/UNIX, on-demand, m5.large)        2190 hours  0.096   210.24
          Instance usage (Linux/UNIX, spot, m5.large)             730 hours   0.03    21.9
          EC2 detailed monitoring                                 28 metrics  0.3     8.4
          aws_ebs_volume
            Storage (general purpose SSD, gp3)                    120 GB      0.08    9.6
          aws_ebs_volume[0]
            Storage (provisioned IOPS SSD, io1)                   400 GB      0.125   50
            Provisioned IOPS                                      2000 IOPS   0.065   130
          aws_ebs_volume[1]
            Storage                                                           unpriced: the size of a mapped volume is that of its snapshot
        aws_cloudwatch_log_group
          Data ingested                                           10 GB       0.5     5
          Archival Storage                                        20 GB       0.03    0.6
          Insights queries data scanned                           30 GB       0.005   0.15
        aws_db_instance
          Database instance (on-demand, Multi-AZ, db.m6g.xlarge)  730 hours   0.608   443.84
          Storage (general purpose SSD, gp2)                      100 GB      0.23    23
          Additional backup storage                               50 GB       0.095   4.75
        aws_loadbalancer
          Network load balancer                                   730 hours   0.0225  16.425
          Load balancer capacity units                            2 LCU       4.38    8.76
          Public IPv4 addresses                                   1460 hours  0.005   7.3
        assumed: setting.BlockDeviceMappings type = gp2
      total                                                                           939.965
      "
    `);
  });

  it('takes settings of a saved configuration, and is unpriced as far as they are not known', () => {
    const configuration = `
      variable "type" {}
      resource "aws_elastic_beanstalk_configuration_template" "saved" {
        name        = "saved"
        application = "app"
        setting {
          namespace = "aws:autoscaling:launchconfiguration"
          name      = "InstanceType"
          value     = "m5.large"
        }
      }
      ${environment('saved', ['aws:elasticbeanstalk:environment:EnvironmentType=SingleInstance'], 'template_name = aws_elastic_beanstalk_configuration_template.saved.name')}
      ${environment('unknown', ['aws:elasticbeanstalk:environment:EnvironmentType=SingleInstance', 'aws:autoscaling:launchconfiguration:InstanceType=${var.type}'])}
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_elastic_beanstalk_configuration_template.saved (free)
      aws_elastic_beanstalk_environment.saved
        aws_launch_configuration
          Instance usage (Linux/UNIX, on-demand, m5.large)  730 hours  0.096  70.08
          Public IPv4 address                               730 hours  0.005  3.65
          aws_ebs_volume
            Storage (general purpose SSD, gp2)              8 GB       0.1    0.8
        assumed: setting.RootVolumeType = gp2, setting.RootVolumeSize = 8
      aws_elastic_beanstalk_environment.unknown (unpriced)
        aws_launch_configuration
          Instance usage                                               unpriced: \`setting[1].value\`: variable type has no value
          Public IPv4 address                               730 hours  0.005  3.65
          aws_ebs_volume
            Storage (general purpose SSD, gp2)              8 GB       0.1    0.8
        assumed: setting.RootVolumeType = gp2, setting.RootVolumeSize = 8
      total                                                                   78.98
      "
    `);
  });
});
