import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.certificatemanager.authority 400
  aws.certificatemanager.authority-short-lived 50
  aws.certificatemanager.private-certificates 0.75;1000:0.35;10000:0.001
  aws.certificatemanager.short-lived-certificates 0.058
  aws.certificatemanager.exportable-name 7
  aws.certificatemanager.exportable-wildcard 79
`;

it('aws_acm_certificate is free, unless it is private or leaves AWS', () => {
  const configuration = `
    resource "aws_acm_certificate" "public" { domain_name = "example.com" }
    resource "aws_acm_certificate" "private" {
      domain_name               = "example.com"
      certificate_authority_arn = aws_acmpca_certificate_authority.ca.arn
    }
    resource "aws_acm_certificate" "exportable" {
      domain_name               = "example.com"
      subject_alternative_names = ["*.example.com"]
      options { export = "ENABLED" }
    }
    resource "aws_acmpca_certificate_authority" "ca" {}
  `;
  expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
    "
    aws_acm_certificate.public (free)
    aws_acm_certificate.private
      Certificate                              1 requests  0.75  0.75
    aws_acm_certificate.exportable
      Exportable certificate                   1 names     7     7
      Exportable certificate (wildcard names)  1 names     79    79
    aws_acmpca_certificate_authority.ca
      Private certificate authority            1 months    400   400
      Certificates (first 1K)                  ? requests  0.75  usage needed
    total                                                        486.75
    "
  `);
});

it('aws_acmpca_certificate_authority is billed by its mode, and by the certificates it issues', () => {
  const configuration = `
    variable "mode" {}
    resource "aws_acmpca_certificate_authority" "many" {}
    resource "aws_acmpca_certificate_authority" "short" { usage_mode = "SHORT_LIVED_CERTIFICATE" }
    resource "aws_acmpca_certificate_authority" "unknown" { usage_mode = var.mode }
  `;
  const usage = `
resource_usage:
  aws_acmpca_certificate_authority.many: { monthly_requests: 20000 }
  aws_acmpca_certificate_authority.short: { monthly_requests: 20000 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_acmpca_certificate_authority.many
      Private certificate authority                                 1 months        400    400
      Certificates (first 1K)                                       1000 requests   0.75   750
      Certificates (next 9K)                                        9000 requests   0.35   3150
      Certificates (over 10K)                                       10000 requests  0.001  10
    aws_acmpca_certificate_authority.short
      Private certificate authority (short-lived certificate mode)  1 months        50     50
      Certificates (short-lived)                                    20000 requests  0.058  1160
    aws_acmpca_certificate_authority.unknown (unpriced)
      Private certificate authority                                                 unpriced: \`usage_mode\`: variable mode has no value
    total                                                                                  5520
    "
  `);
});
