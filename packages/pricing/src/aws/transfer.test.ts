import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.transfer.protocol-hours SFTP 0.3
  aws.transfer.protocol-hours FTPS 0.3
  aws.transfer.protocol-hours AS2 0.3
  aws.transfer.data-downloaded 0.04
  aws.transfer.data-uploaded 0.04
  aws.transfer.as2-inbound 0.01
  aws.transfer.as2-outbound 0.01
  aws.transfer.connector-calls 0.001
  aws.transfer.connector-data 0.4
`;

it('servers are billed by protocols and data, connectors by calls', () => {
  const configuration = `
    variable "protocols" {}
    resource "aws_transfer_server" "plain" {}
    resource "aws_transfer_server" "two" { protocols = ["SFTP", "FTPS"] }
    resource "aws_transfer_server" "messages" { protocols = ["AS2"] }
    resource "aws_transfer_server" "unknown" { protocols = var.protocols }
    resource "aws_transfer_connector" "sftp" {
      sftp_config { user_secret_id = "s" }
    }
    resource "aws_transfer_connector" "as2" {
      as2_config { compression = "DISABLED" }
    }
  `;
  const usage = `
resource_usage:
  aws_transfer_server.two: { monthly_data_downloaded_gb: 50, monthly_data_uploaded_gb: 10 }
  aws_transfer_server.messages: { monthly_as2_inbound_messages: 100, monthly_as2_outbound_messages: 50 }
  aws_transfer_connector.sftp: { monthly_connector_calls: 1000, monthly_data_transferred_gb: 10 }
  aws_transfer_connector.as2: { monthly_as2_outbound_messages: 50 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_transfer_server.plain
      SFTP protocol enabled  730 hours     0.3    219
      Data downloaded        ? GB          0.04   usage needed
      Data uploaded          ? GB          0.04   usage needed
      assumed: protocols = SFTP
    aws_transfer_server.two
      FTPS protocol enabled  730 hours     0.3    219
      SFTP protocol enabled  730 hours     0.3    219
      Data downloaded        50 GB         0.04   2
      Data uploaded          10 GB         0.04   0.4
    aws_transfer_server.messages
      AS2 protocol enabled   730 hours     0.3    219
      AS2 messages received  100 messages  0.01   1
      AS2 messages sent      50 messages   0.01   0.5
    aws_transfer_server.unknown (unpriced)
      All costs                            unpriced: \`protocols\`: variable protocols has no value
    aws_transfer_connector.sftp
      Connector calls        1000 calls    0.001  1
      Data transferred       10 GB         0.4    4
    aws_transfer_connector.as2
      AS2 messages sent      50 messages   0.01   0.5
    total                                         885.4
    "
  `);
});
