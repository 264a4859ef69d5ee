import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('keys are billed by the month, and by requests of their kind', () => {
  const prices = `
    aws.kms.key 1
    aws.kms.requests 0.000003
    aws.kms.requests-rsa-2048 0.000003
    aws.kms.requests-asymmetric 0.000015
    aws.kms.data-key-pairs-ecc 0.00001
    aws.kms.data-key-pairs-rsa 0.0012
  `;
  const configuration = `
    variable "spec" {}
    resource "aws_kms_key" "default" {}
    resource "aws_kms_key" "used" {}
    resource "aws_kms_key" "rsa" { customer_master_key_spec = "RSA_2048" }
    resource "aws_kms_key" "ecc" { customer_master_key_spec = "ECC_NIST_P256" }
    resource "aws_kms_key" "new_kind" { customer_master_key_spec = "QUANTUM_1" }
    resource "aws_kms_key" "unknown" { customer_master_key_spec = var.spec }
    resource "aws_kms_external_key" "external" {}
    resource "aws_kms_replica_key" "replica" { primary_key_arn = aws_kms_key.default.arn }
  `;
  const usage = `
resource_usage:
  aws_kms_key.used: { monthly_requests: 1000000, monthly_ecc_data_key_pairs: 20000, monthly_rsa_data_key_pairs: 0 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_kms_key.default
      Customer master key               1 months          1     1
      Requests                          ? 10k requests    0.03  usage needed
      ECC GenerateDataKeyPair requests  ? 10k requests    0.1   usage needed
      RSA GenerateDataKeyPair requests  ? 10k requests    12    usage needed
    aws_kms_key.used
      Customer master key               1 months          1     1
      Requests                          100 10k requests  0.03  3
      ECC GenerateDataKeyPair requests  2 10k requests    0.1   0.2
    aws_kms_key.rsa
      Customer master key               1 months          1     1
      Requests (RSA 2048)               ? 10k requests    0.03  usage needed
    aws_kms_key.ecc
      Customer master key               1 months          1     1
      Requests (asymmetric)             ? 10k requests    0.15  usage needed
    aws_kms_key.new_kind (unpriced)
      Customer master key               1 months          1     1
      Requests                                            unpriced: it is not known how requests to a key of the kind "QUANTUM_1" are billed
    aws_kms_key.unknown (unpriced)
      Customer master key               1 months          1     1
      Requests                                            unpriced: \`customer_master_key_spec\`: variable spec has no value
    aws_kms_external_key.external
      Customer master key               1 months          1     1
    aws_kms_replica_key.replica
      Customer master key               1 months          1     1
    total                                                       11.2
    "
  `);
});
