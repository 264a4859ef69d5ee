import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.codebuild.build Linux,general1.small 0.005
  aws.codebuild.build Linux,arm1.large 0.015
  aws.codebuild.build Linux,gpu1.large 0.3
  aws.codebuild.build Windows,general1.medium 0.018
  aws.codebuild.build-lambda lambda.arm.2GB 0.00002
`;

const project = (name: string, type: string, computeType: string, more = '') => `
  resource "aws_codebuild_project" "${name}" {
    environment {
      type         = "${type}"
      compute_type = "${computeType}"
      ${more}
    }
  }
`;

describe('aws_codebuild_project', () => {
  it('is billed by minutes, of the environment and the compute type', () => {
    const configuration = [
      'variable "size" {}',
      project('unused', 'LINUX_CONTAINER', 'BUILD_GENERAL1_SMALL'),
      project('small', 'LINUX_CONTAINER', 'BUILD_GENERAL1_SMALL'),
      project('arm', 'ARM_CONTAINER', 'BUILD_GENERAL1_LARGE'),
      project('gpu', 'LINUX_GPU_CONTAINER', 'BUILD_GENERAL1_LARGE'),
      project('windows', 'WINDOWS_SERVER_2022_CONTAINER', 'BUILD_GENERAL1_MEDIUM'),
      project('lambda', 'ARM_LAMBDA_CONTAINER', 'BUILD_LAMBDA_2GB'),
      project('fleet', 'LINUX_CONTAINER', 'BUILD_GENERAL1_SMALL', 'fleet { fleet_arn = "arn:aws:codebuild:fleet" }'),
      project('mac', 'MAC_ARM', 'BUILD_GENERAL1_MEDIUM'),
      project('unknown', 'LINUX_CONTAINER', '${var.size}'),
    ].join('');
    const usage = `
resource_usage:
  aws_codebuild_project.small: { monthly_build_mins: 1000 }
  aws_codebuild_project.arm: { monthly_build_mins: 1000 }
  aws_codebuild_project.gpu: { monthly_build_mins: 10 }
  aws_codebuild_project.windows: { monthly_build_mins: 100 }
  aws_codebuild_project.lambda: { monthly_build_mins: 1000 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_codebuild_project.unused
        Linux (general1.small)     ? minutes     0.005   usage needed
      aws_codebuild_project.small
        Linux (general1.small)     1000 minutes  0.005   5
      aws_codebuild_project.arm
        Linux (arm1.large)         1000 minutes  0.015   15
      aws_codebuild_project.gpu
        Linux (gpu1.large)         10 minutes    0.3     3
      aws_codebuild_project.windows
        Windows (general1.medium)  100 minutes   0.018   1.8
      aws_codebuild_project.lambda
        Lambda (lambda.arm.2GB)    1000 minutes  0.0012  1.2
      aws_codebuild_project.fleet (free)
      aws_codebuild_project.mac (unpriced)
        Builds                                   unpriced: there is no price for builds in MAC_ARM
      aws_codebuild_project.unknown (unpriced)
        Builds                                   unpriced: \`environment[0].compute_type\`: variable size has no value
      total                                              26
      "
    `);
  });
});
