import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/** `aws_transfer_server`: every protocol by the hour, be the server in front of S3 or EFS, and data; AS2 by messages in the place of data. */
const server: CostModel = {
  types: ['aws_transfer_server'],
  bill(resource, bill) {
    const { hours, usage } = resource;
    const protocols = protocolsOf(resource);
    for (const protocol of protocols) {
      bill.line(`${protocol} protocol enabled`, () => ({
        unit: 'hours',
        rate: 'aws.transfer.protocol-hours',
        dimensions: { protocol },
        quantity: hours,
      }));
    }
    const line = (name: string, unit: string, rate: string, key: string) =>
      bill.line(name, () => ({ unit, rate, quantity: usage.number(key), usageBased: true }));
    if (protocols.some((protocol) => protocol !== 'AS2')) {
      line('Data downloaded', 'GB', 'aws.transfer.data-downloaded', 'monthly_data_downloaded_gb');
      line('Data uploaded', 'GB', 'aws.transfer.data-uploaded', 'monthly_data_uploaded_gb');
    }
    if (protocols.includes('AS2')) {
      line('AS2 messages received', 'messages', 'aws.transfer.as2-inbound', 'monthly_as2_inbound_messages');
      line('AS2 messages sent', 'messages', 'aws.transfer.as2-outbound', 'monthly_as2_outbound_messages');
    }
  },
};

function protocolsOf(resource: BilledResource): readonly string[] {
  const given = resource.texts('protocols').map((protocol) => protocol.toUpperCase());
  if (given.length > 0) return [...new Set(given)].sort();
  resource.assume('protocols', 'SFTP');
  return ['SFTP'];
}

/** `aws_transfer_connector`: calls and data of SFTP, messages of AS2. */
const connector: CostModel = {
  types: ['aws_transfer_connector'],
  bill(resource, bill) {
    const { usage } = resource;
    const line = (name: string, unit: string, rate: string, key: string, isAs2: boolean) =>
      bill.line(name, () =>
        resource.has('as2_config') === isAs2 ? { unit, rate, quantity: usage.number(key), usageBased: true } : null,
      );
    line('Connector calls', 'calls', 'aws.transfer.connector-calls', 'monthly_connector_calls', false);
    line('Data transferred', 'GB', 'aws.transfer.connector-data', 'monthly_data_transferred_gb', false);
    line('AS2 messages sent', 'messages', 'aws.transfer.as2-outbound', 'monthly_as2_outbound_messages', true);
  },
};

export const transferModels: readonly CostModel[] = [server, connector];
