import { describe, expect, it } from 'vitest';
import { memoryTree } from '../tree/index.ts';
import { evaluateModule } from './index.ts';

const tree = memoryTree({
  'main.tf': `
    variable "team" { default = "x" }
    provider "aws" {
      region = "eu-west-1"
      default_tags {
        tags = { Team = var.team, Name = random_id.r.hex }
      }
    }
    provider "aws" {
      alias  = "us"
      region = "us-east-1"
    }
    provider "google" {
      region         = "europe-west1"
      default_labels = { env = "prod" }
    }
    resource "aws_s3_bucket" "plain" {}
    resource "aws_s3_bucket" "us" { provider = aws.us }
    resource "google_storage_bucket" "g" {}
    resource "random_id" "r" {}
    module "inherits" { source = "./m" }
    module "passed" {
      source    = "./m"
      providers = { aws = aws.us }
    }
    module "renamed" {
      source    = "./renamed"
      providers = { aws.other = aws.us }
    }`,
  'm/main.tf': 'resource "aws_s3_bucket" "b" {}',
  'renamed/main.tf': `
    terraform {
      required_providers {
        aws = {
          source                = "hashicorp/aws"
          configuration_aliases = [aws.other]
        }
      }
    }
    resource "aws_s3_bucket" "b" { provider = aws.other }`,
});

describe('the provider configuration of a resource', () => {
  const { resources, providers } = evaluateModule(tree);

  it.each([
    ['aws_s3_bucket.plain', 'aws', 'eu-west-1'],
    ['aws_s3_bucket.us', 'aws.us', 'us-east-1'],
    ['google_storage_bucket.g', 'google', 'europe-west1'],
    ['random_id.r', null, null],
    ['module.inherits.aws_s3_bucket.b', 'aws', 'eu-west-1'],
    ['module.passed.aws_s3_bucket.b', 'aws.us', 'us-east-1'],
    ['module.renamed.aws_s3_bucket.b', 'aws.us', 'us-east-1'],
  ])('of %s is %s', (address, key, region) => {
    expect(resources.find((resource) => resource.address === address)?.provider).toMatchObject({ key, region });
  });

  it('has the tags that it adds', () => {
    const tags = Object.fromEntries(providers.map(({ key, defaultTags }) => [key, defaultTags]));
    expect(tags).toMatchObject({
      aws: { values: { Team: 'x' }, unknown: { Name: true } },
      'aws.us': null,
      google: { values: { env: 'prod' }, unknown: false },
    });
  });
});
