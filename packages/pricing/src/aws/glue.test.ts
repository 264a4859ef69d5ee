import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.glue.catalog-objects 0.00001
  aws.glue.catalog-requests 0.000001
  aws.glue.crawler-hours 0.44
  aws.glue.job-hours 0.44
  aws.glue.flex-job-hours 0.29
  aws.glue.ray-job-hours 0.44
  aws.glue.development-endpoint-hours 0.44
`;

it('the catalogue, crawlers and development endpoints', () => {
  const configuration = `
    resource "aws_glue_catalog_database" "idle" { name = "idle" }
    resource "aws_glue_catalog_database" "used" { name = "used" }
    resource "aws_glue_crawler" "used" { name = "used" }
    resource "aws_glue_dev_endpoint" "plain" { name = "plain" }
    resource "aws_glue_dev_endpoint" "workers" {
      worker_type       = "G.2X"
      number_of_workers = 2
    }
  `;
  const usage = `
resource_usage:
  aws_glue_catalog_database.used: { monthly_objects: 2000000, monthly_requests: 3000000 }
  aws_glue_crawler.used: { monthly_hours: 60 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_glue_catalog_database.idle
      Storage   ? 100k objects   1     usage needed
      Requests  ? 1M requests    1     usage needed
    aws_glue_catalog_database.used
      Storage   20 100k objects  1     20
      Requests  3 1M requests    1     3
    aws_glue_crawler.used
      Duration  60 hours         0.44  26.4
    aws_glue_dev_endpoint.plain
      Duration  3650 DPU-hours   0.44  1606
      assumed: number_of_nodes = 5
    aws_glue_dev_endpoint.workers
      Duration  2920 DPU-hours   0.44  1284.8
    total                              2940.2
    "
  `);
});

it('jobs are billed by their capacity', () => {
  const configuration = `
    variable "workers" {}
    resource "aws_glue_job" "spark" {
      command { script_location = "s3://scripts/a.py" }
    }
    resource "aws_glue_job" "python" {
      command {
        name            = "pythonshell"
        script_location = "s3://scripts/a.py"
      }
    }
    resource "aws_glue_job" "capacity" { max_capacity = 4 }
    resource "aws_glue_job" "workers" {
      worker_type       = "G.2X"
      number_of_workers = 10
    }
    resource "aws_glue_job" "flexible" {
      worker_type       = "G.1X"
      number_of_workers = 10
      execution_class   = "FLEX"
    }
    resource "aws_glue_job" "ray" {
      worker_type       = "Z.2X"
      number_of_workers = 2
    }
    resource "aws_glue_job" "memory" {
      worker_type       = "R.1X"
      number_of_workers = 2
    }
    resource "aws_glue_job" "unknown_type" {
      worker_type       = "G.3X"
      number_of_workers = 2
    }
    resource "aws_glue_job" "unknown" {
      worker_type       = "G.1X"
      number_of_workers = var.workers
    }
  `;
  const names = ['spark', 'python', 'capacity', 'workers', 'flexible', 'ray', 'memory'];
  const usage = `resource_usage: { ${names.map((name) => `aws_glue_job.${name}: { monthly_hours: 10 }`).join(', ')} }`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_glue_job.spark
      Duration  10 hours (10 DPUs)      4.4     44
      assumed: max_capacity = 10
    aws_glue_job.python
      Duration  10 hours (0.0625 DPUs)  0.0275  0.275
      assumed: max_capacity = 0.0625
    aws_glue_job.capacity
      Duration  10 hours (4 DPUs)       1.76    17.6
    aws_glue_job.workers
      Duration  10 hours (20 DPUs)      8.8     88
    aws_glue_job.flexible
      Duration  10 hours (10 DPUs)      2.9     29
    aws_glue_job.ray
      Duration  10 hours (4 DPUs)       1.76    17.6
    aws_glue_job.memory (unpriced)
      Duration  10 hours (2 DPUs)       unpriced: no price for aws.glue.memory-job-hours
    aws_glue_job.unknown_type (unpriced)
      Duration                          unpriced: the table of facts aws/glue-worker-types has no dpus of "G.3X"
    aws_glue_job.unknown (unpriced)
      Duration                          unpriced: \`number_of_workers\`: variable workers has no value
    total                                       196.475
    "
  `);
});
