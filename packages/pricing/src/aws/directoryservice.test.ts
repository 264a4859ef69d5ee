import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.directoryservice.microsoft-ad-controller Standard 0.06
  aws.directoryservice.microsoft-ad-controller Enterprise 0.2
  aws.directoryservice.microsoft-ad-share Standard 0.018
  aws.directoryservice.microsoft-ad-share Enterprise 0.06
  aws.directoryservice.simple-ad Small 0.05
  aws.directoryservice.simple-ad Large 0.15
  aws.directoryservice.ad-connector Small 0.05
`;

it('a Microsoft AD is billed by controllers, shares and regions', () => {
  const configuration = `
    variable "controllers" {}
    resource "aws_directory_service_directory" "standard" {
      type    = "MicrosoftAD"
      edition = "Standard"
    }
    resource "aws_directory_service_directory" "told" {
      type    = "MicrosoftAD"
      edition = "Standard"
    }
    resource "aws_directory_service_directory" "grown" {
      type                                 = "MicrosoftAD"
      desired_number_of_domain_controllers = 4
    }
    resource "aws_directory_service_shared_directory" "account" { directory_id = aws_directory_service_directory.grown.id }
    resource "aws_directory_service_region" "second" {
      directory_id = aws_directory_service_directory.grown.id
      region_name  = "eu-west-1"
    }
    resource "aws_directory_service_directory" "unknown" {
      type                                 = "MicrosoftAD"
      desired_number_of_domain_controllers = var.controllers
    }
  `;
  const usage = `
resource_usage:
  aws_directory_service_directory.told: { additional_domain_controllers: 3, shared_accounts: 8 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_directory_service_directory.standard
      Directory service (Microsoft AD, Standard)    2 controllers  43.8   87.6
    aws_directory_service_directory.told
      Directory service (Microsoft AD, Standard)    2 controllers  43.8   87.6
      Additional domain controllers                 3 controllers  43.8   131.4
      Directory sharing                             8 accounts     13.14  105.12
    aws_directory_service_directory.grown
      Directory service (Microsoft AD, Enterprise)  2 controllers  146    292
      Additional domain controllers                 2 controllers  146    292
      Directory sharing                             1 accounts     43.8   43.8
      assumed: edition = Enterprise
    aws_directory_service_shared_directory.account (free)
    aws_directory_service_region.second
      Domain controllers (eu-west-1, Enterprise)    2 controllers  146    292
      assumed: aws_directory_service_directory.grown.edition = Enterprise
    aws_directory_service_directory.unknown (unpriced)
      Directory service (Microsoft AD, Enterprise)  2 controllers  146    292
      Additional domain controllers                                unpriced: \`desired_number_of_domain_controllers\`: variable controllers has no value
      assumed: edition = Enterprise
    total                                                                 1623.52
    "
  `);
});

it('a Simple AD and an AD Connector have one price for both of their servers', () => {
  const configuration = `
    resource "aws_directory_service_directory" "default" {}
    resource "aws_directory_service_directory" "small" { size = "Small" }
    resource "aws_directory_service_directory" "connector" {
      type = "ADConnector"
      size = "Small"
    }
    resource "aws_directory_service_directory" "other" { type = "OtherAD" }
  `;
  expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
    "
    aws_directory_service_directory.default
      Directory service (Simple AD, Large)     1 directories  109.5  109.5
      assumed: type = SimpleAD, size = Large
    aws_directory_service_directory.small
      Directory service (Simple AD, Small)     1 directories  36.5   36.5
      assumed: type = SimpleAD
    aws_directory_service_directory.connector
      Directory service (AD Connector, Small)  1 directories  36.5   36.5
    aws_directory_service_directory.other (unpriced)
      Directory service                                       unpriced: there is no directory of the type "OtherAD"
    total                                                            182.5
    "
  `);
});
