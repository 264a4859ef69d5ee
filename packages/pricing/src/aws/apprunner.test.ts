import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.apprunner.vcpu 0.064
  aws.apprunner.memory 0.007
  aws.apprunner.memory-provisioned 0.007
  aws.apprunner.build 0.005
  aws.apprunner.automatic-deployment 1
`;

describe('aws_apprunner_service', () => {
  it('is billed for memory that is kept ready, and for vCPU and memory at work', () => {
    const configuration = `
      variable "memory" {}
      resource "aws_apprunner_service" "default" {
        source_configuration {
          image_repository { image_repository_type = "ECR_PUBLIC" }
        }
      }
      resource "aws_apprunner_auto_scaling_configuration_version" "two" { min_size = 2 }
      resource "aws_apprunner_service" "built" {
        auto_scaling_configuration_arn = aws_apprunner_auto_scaling_configuration_version.two.arn
        instance_configuration {
          cpu    = "2 vCPU"
          memory = "4096"
        }
        source_configuration {
          code_repository {}
        }
      }
      resource "aws_apprunner_service" "unknown" {
        instance_configuration { memory = var.memory }
        source_configuration { auto_deployments_enabled = false }
      }
    `;
    const usage = `
resource_usage:
  aws_apprunner_service.built: { monthly_active_instance_hrs: 100, monthly_build_mins: 60 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_apprunner_service.default
        Memory (provisioned)   1460 GB-hours   0.007  10.22
        vCPU (active)          ? vCPU-hours    0.064  usage needed
        Memory (active)        ? GB-hours      0.007  usage needed
        assumed: instance_configuration.memory = 2048
      aws_apprunner_auto_scaling_configuration_version.two (free)
      aws_apprunner_service.built
        Memory (provisioned)   5440 GB-hours   0.007  38.08
        vCPU (active)          200 vCPU-hours  0.064  12.8
        Memory (active)        400 GB-hours    0.007  2.8
        Builds                 60 minutes      0.005  0.3
        Automatic deployments  1 months        1      1
      aws_apprunner_service.unknown (unpriced)
        Memory (provisioned)                   unpriced: \`instance_configuration[0].memory\`: variable memory has no value
        vCPU (active)          ? vCPU-hours    0.064  usage needed
        Memory (active)        ? GB-hours      0.007  usage needed
      total                                           65.2
      "
    `);
  });
});
