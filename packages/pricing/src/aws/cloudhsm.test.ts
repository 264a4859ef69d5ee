import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_cloudhsm_v2_hsm is billed by the hour', () => {
  const configuration = `
    resource "aws_cloudhsm_v2_hsm" "always" { cluster_id = "cluster-1" }
    resource "aws_cloudhsm_v2_hsm" "sometimes" { cluster_id = "cluster-1" }
  `;
  const usage = 'resource_usage: { aws_cloudhsm_v2_hsm.sometimes: { monthly_hrs: 100 } }';
  expect(estimateTable(configuration, { prices: 'aws.cloudhsm.hours 1.6', usage })).toMatchInlineSnapshot(`
    "
    aws_cloudhsm_v2_hsm.always
      HSM usage  730 hours  1.6  1168
    aws_cloudhsm_v2_hsm.sometimes
      HSM usage  100 hours  1.6  160
    total                        1328
    "
  `);
});
