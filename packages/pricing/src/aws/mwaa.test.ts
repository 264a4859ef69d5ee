import { expect, it } from 'vitest';
import { estimate, estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.mwaa.environment-hours Small 0.49
  aws.mwaa.environment-hours Large 0.99
  aws.mwaa.worker-hours Small 0.055
  aws.mwaa.worker-hours Large 0.22
  aws.mwaa.scheduler-hours Small 0.055
  aws.mwaa.scheduler-hours Large 0.22
  aws.mwaa.web-server-hours Small 0.055
  aws.mwaa.web-server-hours Large 0.22
  aws.mwaa.database-storage 0.1
`;

it('aws_mwaa_environment is billed by its size, and by what it has more of', () => {
  const configuration = `
    variable "class" {}
    resource "aws_mwaa_environment" "plain" { name = "plain" }
    resource "aws_mwaa_environment" "large" {
      environment_class = "mw1.large"
      min_workers       = 4
    }
    resource "aws_mwaa_environment" "used" {
      environment_class = "mw1.small"
      min_workers       = 4
    }
    resource "aws_mwaa_environment" "newer" { environment_class = "mw9.small" }
    resource "aws_mwaa_environment" "unknown" { environment_class = var.class }
  `;
  const usage =
    'resource_usage: { aws_mwaa_environment.used: { additional_workers: 2.5, additional_schedulers: 2, meta_database_gb: 100 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_mwaa_environment.plain
      Environment (Small)  730 hours   0.49   357.7
      Worker (Small)       ? hours     0.055  usage needed
      Scheduler (Small)    ? hours     0.055  usage needed
      Meta database        ? GB        0.1    usage needed
      assumed: environment_class = mw1.small
    aws_mwaa_environment.large
      Environment (Large)  730 hours   0.99   722.7
      Worker (Large)       2190 hours  0.22   481.8
      Scheduler (Large)    ? hours     0.22   usage needed
      Meta database        ? GB        0.1    usage needed
    aws_mwaa_environment.used
      Environment (Small)  730 hours   0.49   357.7
      Worker (Small)       1825 hours  0.055  100.375
      Scheduler (Small)    1460 hours  0.055  80.3
      Meta database        100 GB      0.1    10
    aws_mwaa_environment.newer (unpriced)
      Environment                      unpriced: there is no environment class "mw9.small"
      Meta database        ? GB        0.1    usage needed
    aws_mwaa_environment.unknown (unpriced)
      Environment                      unpriced: \`environment_class\`: variable class has no value
      Meta database        ? GB        0.1    usage needed
    total                                     2110.575
    "
  `);
});

it('workers, schedulers and web servers beyond what the environment brings run all month', () => {
  const configuration = `
    resource "aws_mwaa_environment" "included" {
      min_workers    = 1
      schedulers     = 2
      min_webservers = 2
    }
    resource "aws_mwaa_environment" "more" {
      min_workers    = 3
      schedulers     = 3
      min_webservers = 5
    }
    resource "aws_mwaa_environment" "told" { schedulers = 3 }
  `;
  const usage = 'resource_usage: { aws_mwaa_environment.told: { additional_schedulers: 3 } }';
  const quantities = estimate(configuration, { prices, usage }).resources.map(({ components }) =>
    components.map(({ name, monthlyQuantity }) => `${name}: ${monthlyQuantity}`),
  );
  expect(quantities).toEqual([
    ['Environment (Small): 730', 'Worker (Small): null', 'Meta database: null'],
    [
      'Environment (Small): 730',
      'Worker (Small): 1460',
      'Scheduler (Small): 730',
      'Web server (Small): 2190',
      'Meta database: null',
    ],
    ['Environment (Small): 730', 'Worker (Small): null', 'Scheduler (Small): 2190', 'Meta database: null'],
  ]);
});
