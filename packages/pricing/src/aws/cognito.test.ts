import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_cognito_user_pool is billed by active users of its plan, and by tokens of machines', () => {
  const prices = `
    aws.cognito.users-lite 0.0055;50000:0.0046
    aws.cognito.users-federated 0.015
    aws.cognito.users-protected 0.05;50000:0.035
    aws.cognito.machine-tokens 0.00225;250000:0.0015
  `;
  const configuration = `
    resource "aws_cognito_user_pool" "default" {}
    resource "aws_cognito_user_pool" "lite" {
      user_pool_tier = "LITE"
      user_pool_add_ons { advanced_security_mode = "ENFORCED" }
    }
    resource "aws_cognito_user_pool" "unused" { user_pool_tier = "LITE" }
  `;
  const usage = `
resource_usage:
  aws_cognito_user_pool.default: { monthly_active_users: 100 }
  aws_cognito_user_pool.lite: { monthly_active_users: 60000, monthly_federated_users: 1000, monthly_machine_tokens: 300000 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_cognito_user_pool.default (unpriced)
      Monthly active users (essentials)        100 users      unpriced: no price for aws.cognito.users-essentials
      Machine tokens (first 250K)              ? 1k tokens    2.25    usage needed
      assumed: user_pool_tier = ESSENTIALS
    aws_cognito_user_pool.lite
      Monthly active users (lite) (first 50K)  50000 users    0.0055  275
      Monthly active users (lite) (over 50K)   10000 users    0.0046  46
      Federated monthly active users           1000 users     0.015   15
      Threat protection (first 50K)            50000 users    0.05    2500
      Threat protection (over 50K)             11000 users    0.035   385
      Machine tokens (first 250K)              250 1k tokens  2.25    562.5
      Machine tokens (over 250K)               50 1k tokens   1.5     75
    aws_cognito_user_pool.unused
      Monthly active users (lite) (first 50K)  ? users        0.0055  usage needed
      Federated monthly active users           ? users        0.015   usage needed
      Machine tokens (first 250K)              ? 1k tokens    2.25    usage needed
    total                                                             3858.5
    "
  `);
});
