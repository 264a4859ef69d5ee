import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.ecs.fargate-vcpu 0.04
  aws.ecs.fargate-memory 0.004
  aws.ecs.fargate-vcpu-arm 0.03
  aws.ecs.fargate-memory-arm 0.003
  aws.ecs.fargate-vcpu-windows 0.046
  aws.ecs.fargate-memory-windows 0.005
  aws.ecs.fargate-license-windows 0.046
  aws.ecs.fargate-storage 0.0001
  aws.ecs.fargate-vcpu-spot 0.012
  aws.ecs.fargate-memory-spot 0.0013
  aws.vpc.public-ipv4-in-use 0.005
  aws.ebs.volume-gp3 0.08
`;

const task = `
  resource "aws_ecs_task_definition" "web" {
    family                = "web"
    container_definitions = "[]"
    cpu                   = "1024"
    memory                = "2048"
  }
`;

/** A service with the task above. */
const service = (name: string, settings: string) => `
  resource "aws_ecs_service" "${name}" {
    name            = "${name}"
    task_definition = aws_ecs_task_definition.web.arn
    ${settings}
  }
`;

/** The GB of memory that are billed on demand and on spot. */
function memory(configuration: string): readonly (string | undefined)[] {
  const table = estimateTable(`${task}${configuration}`, { prices });
  return [/Per GB per hour +(\S+) GB/, /Per GB per hour \(Spot\) +(\S+) GB/].map((line) => line.exec(table)?.[1]);
}

describe('aws_ecs_service', () => {
  it('is billed for its tasks on Fargate, with storage above 20 GB and public addresses', () => {
    const configuration = `${task}
      resource "aws_ecs_task_definition" "large" {
        family                = "large"
        container_definitions = "[]"
        cpu                   = ".5 vCPU"
        memory                = "1 GB"
        ephemeral_storage { size_in_gib = 50 }
      }
      ${service('web', 'launch_type = "FARGATE"\n desired_count = 2')}
      resource "aws_ecs_service" "large" {
        name            = "large"
        task_definition = "large"
        launch_type     = "FARGATE"
        desired_count   = 4
        network_configuration { assign_public_ip = true }
        volume_configuration {
          name = "data"
          managed_ebs_volume { size_in_gb = 10 }
        }
      }
      ${service('none', 'launch_type = "FARGATE"')}
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_ecs_task_definition.web (free)
      aws_ecs_task_definition.large (free)
      aws_ecs_service.web
        Per GB per hour                       4 GB        2.92   11.68
        Per vCPU per hour                     2 CPU       29.2   58.4
      aws_ecs_service.large
        Per GB per hour                       4 GB        2.92   11.68
        Per vCPU per hour                     2 CPU       29.2   58.4
        Ephemeral storage                     120 GB      0.073  8.76
        Public IPv4 addresses                 2920 hours  0.005  14.6
        managed_ebs_volume
          Storage (general purpose SSD, gp3)  40 GB       0.08   3.2
        assumed: volume_configuration[0].managed_ebs_volume[0].volume_type = gp3
      aws_ecs_service.none (free)
      total                                                      166.72
      "
    `);
  });

  it('has other prices on ARM and with Windows', () => {
    const configuration = ['cpu_architecture = "ARM64"', 'operating_system_family = "WINDOWS_SERVER_2022_CORE"']
      .map(
        (platform, index) => `
          resource "aws_ecs_task_definition" "t${index}" {
            family                = "t${index}"
            container_definitions = "[]"
            cpu                   = "1 vCPU"
            memory                = "2 GB"
            runtime_platform { ${platform} }
          }
          resource "aws_ecs_service" "s${index}" {
            task_definition = aws_ecs_task_definition.t${index}.arn
            launch_type     = "FARGATE"
            desired_count   = 1
          }
        `,
      )
      .join('');
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_ecs_task_definition.t0 (free)
      aws_ecs_service.s0
        Per GB per hour (ARM)        2 GB   2.19   4.38
        Per vCPU per hour (ARM)      1 CPU  21.9   21.9
      aws_ecs_task_definition.t1 (free)
      aws_ecs_service.s1
        Per GB per hour (Windows)    2 GB   3.65   7.3
        Per vCPU per hour (Windows)  1 CPU  33.58  33.58
        OS license fee (Windows)     1 CPU  33.58  33.58
      total                                        100.74
      "
    `);
  });

  const cluster = (settings: string) => `resource "aws_ecs_cluster" "main" {\n name = "main"\n ${settings}\n }`;
  const inCluster = service('web', 'cluster = aws_ecs_cluster.main.id\n desired_count = 4');
  const strategy = (name: string, provider: string, base: number, weight: number) =>
    `${name} {\n capacity_provider = "${provider}"\n base = ${base}\n weight = ${weight}\n }`;

  it.each([
    ['instances', service('web', 'desired_count = 4'), undefined, undefined],
    ['instances', service('web', 'launch_type = "EC2"\n desired_count = 4'), undefined, undefined],
    ['Fargate', service('web', 'launch_type = "FARGATE"\n desired_count = 4'), '8', undefined],
    [
      'base and weights',
      service(
        'web',
        `desired_count = 11
        ${strategy('capacity_provider_strategy', 'FARGATE', 1, 1)}
        ${strategy('capacity_provider_strategy', 'FARGATE_SPOT', 0, 4)}`,
      ),
      '6',
      '16',
    ],
    [
      'instances of a capacity provider beside Fargate',
      service(
        'web',
        `desired_count = 4
        ${strategy('capacity_provider_strategy', 'FARGATE', 0, 1)}
        ${strategy('capacity_provider_strategy', 'instances', 0, 1)}`,
      ),
      '4',
      undefined,
    ],
    [
      'a base without weights',
      service('web', `desired_count = 4\n ${strategy('capacity_provider_strategy', 'FARGATE', 1, 0)}`),
      '8',
      undefined,
    ],
    [
      'the strategy of the cluster',
      `${cluster('')}
      resource "aws_ecs_cluster_capacity_providers" "main" {
        cluster_name       = aws_ecs_cluster.main.name
        capacity_providers = ["FARGATE", "FARGATE_SPOT"]
        ${strategy('default_capacity_provider_strategy', 'FARGATE_SPOT', 0, 1)}
      }
      ${inCluster}`,
      undefined,
      '8',
    ],
    [
      'a cluster with nothing but Fargate',
      `${cluster('capacity_providers = ["FARGATE"]')}${inCluster}`,
      '8',
      undefined,
    ],
    ['a cluster with instances', `${cluster('')}${inCluster}`, undefined, undefined],
  ])('runs tasks on %s', (_, configuration, onDemand, spot) => {
    expect(memory(configuration)).toEqual([onDemand, spot]);
  });

  it('is billed for its task sets instead of its own task definition', () => {
    const configuration = `${task}
      resource "aws_ecs_service" "web" {
        name          = "web"
        launch_type   = "FARGATE"
        desired_count = 4
      }
      resource "aws_ecs_task_set" "blue" {
        service         = aws_ecs_service.web.id
        cluster         = "main"
        task_definition = aws_ecs_task_definition.web.arn
        scale { value = 50 }
      }
      resource "aws_ecs_task_set" "green" {
        service         = aws_ecs_service.web.id
        cluster         = "main"
        task_definition = aws_ecs_task_definition.web.arn
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_ecs_task_definition.web (free)
      aws_ecs_service.web
        aws_ecs_task_set.blue
          Per GB per hour    4 GB   2.92  11.68
          Per vCPU per hour  2 CPU  29.2  58.4
        aws_ecs_task_set.green
          Per GB per hour    8 GB   2.92  23.36
          Per vCPU per hour  4 CPU  29.2  116.8
      aws_ecs_task_set.blue (free)
      aws_ecs_task_set.green (free)
      total                               210.24
      "
    `);
  });

  it('is unpriced as far as it is not known', () => {
    const configuration = `${task}
      variable "tasks" {}
      variable "kind" {}
      resource "aws_ecs_task_definition" "odd" {
        family                = "odd"
        container_definitions = "[]"
        cpu                   = "1 GB"
      }
      resource "aws_ecs_service" "count" {
        task_definition = aws_ecs_task_definition.web.arn
        launch_type     = "FARGATE"
        desired_count   = var.tasks
      }
      resource "aws_ecs_service" "kind" {
        task_definition = aws_ecs_task_definition.web.arn
        launch_type     = var.kind
        desired_count   = 1
      }
      resource "aws_ecs_service" "cluster" {
        cluster         = "arn:aws:ecs:us-east-1:123456789012:cluster/main"
        task_definition = aws_ecs_task_definition.web.arn
        desired_count   = 1
      }
      resource "aws_ecs_service" "task" {
        launch_type     = "FARGATE"
        task_definition = "web:3"
        desired_count   = 1
      }
      resource "aws_ecs_service" "odd" {
        launch_type     = "FARGATE"
        task_definition = aws_ecs_task_definition.odd.arn
        desired_count   = 1
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_ecs_task_definition.web (free)
      aws_ecs_task_definition.odd (free)
      aws_ecs_service.count (unpriced)
        Per GB per hour      unpriced: \`desired_count\`: variable tasks has no value
      aws_ecs_service.kind (unpriced)
        Per GB per hour      unpriced: \`launch_type\`: variable kind has no value
      aws_ecs_service.cluster (unpriced)
        Per GB per hour      unpriced: no launch type is set, and the cluster is not in this configuration
      aws_ecs_service.task (unpriced)
        Per GB per hour      unpriced: the task definition is not in this configuration
      aws_ecs_service.odd (unpriced)
        Per GB per hour      unpriced: \`aws_ecs_task_definition.odd.memory\` is not set, which Fargate needs
        Per vCPU per hour    unpriced: \`aws_ecs_task_definition.odd.cpu\` is "1 GB", which is no size
      total                    0
      "
    `);
  });
});
