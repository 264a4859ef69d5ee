import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_grafana_workspace is billed by users, and by plugins of Grafana Enterprise', () => {
  const prices = 'aws.grafana.editor 9\naws.grafana.viewer 5\naws.grafana.enterprise-user 45';
  const configuration = `
    resource "aws_grafana_workspace" "new" {}
    resource "aws_grafana_workspace" "used" {}
    resource "aws_grafana_license_association" "used" {
      workspace_id = aws_grafana_workspace.used.id
      license_type = "ENTERPRISE"
    }
  `;
  const usage =
    'resource_usage: { aws_grafana_workspace.used: { editors_administrator_licenses: 2, viewer_licenses: 3 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_grafana_workspace.new
      Editor/administrator licenses  1 users  9   9
      Viewer licenses                ? users  5   usage needed
      assumed: editors_administrator_licenses = 1
    aws_grafana_workspace.used
      Editor/administrator licenses  2 users  9   18
      Viewer licenses                3 users  5   15
      Enterprise plugin licenses     5 users  45  225
    aws_grafana_license_association.used (free)
    total                                         267
    "
  `);
});
