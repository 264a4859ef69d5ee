import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';

/** `aws_timestreamwrite_table`: data written, what its memory store and its magnetic store hold, and compute of queries. */
const table: CostModel = {
  types: ['aws_timestreamwrite_table'],
  bill({ usage, hours }, bill) {
    bill.line('Data written', () => {
      const quantity = usage.number('monthly_data_written_gb');
      return { unit: 'GB', rate: 'aws.timestream.data-written', quantity, usageBased: true };
    });
    bill.line('Memory store', () => {
      const quantity = usage.number('memory_store_gb')?.times(hours);
      return { unit: 'GB-hours', rate: 'aws.timestream.memory-store', quantity, usageBased: true };
    });
    bill.line('Magnetic store', () => {
      const quantity = usage.number('magnetic_store_gb');
      return { unit: 'GB', rate: 'aws.timestream.magnetic-store', quantity, usageBased: true };
    });
    bill.line('Queries', () => {
      const quantity = usage.number('monthly_query_tcu_hrs');
      return { unit: 'TCU-hours', rate: 'aws.timestream.queries', quantity, usageBased: true };
    });
  },
};

/** `aws_timestreaminfluxdb_db_instance`: its hours and its storage; the prices of Multi-AZ pay the standby too. */
const influxDb: CostModel = {
  types: ['aws_timestreaminfluxdb_db_instance'],
  bill(resource, bill) {
    const deployment = () =>
      resource.text('deployment_type', 'SINGLE_AZ') === 'WITH_MULTIAZ_STANDBY' ? 'Multi-AZ' : 'Single-AZ';
    bill.line('Database instance', () => {
      const instanceType = resource.neededText('db_instance_type');
      return {
        name: `Database instance (on-demand, ${deployment()}, ${instanceType})`,
        unit: 'hours',
        rate: 'aws.timestream.influxdb-instance',
        dimensions: { deployment: deployment(), instanceType: instanceType.replace(/^db\./, '') },
        quantity: resource.hours,
      };
    });
    bill.line('Storage', () => ({
      unit: 'GB',
      rate: 'aws.timestream.influxdb-storage',
      dimensions: { deployment: deployment(), storageType: resource.text('db_storage_type', 'InfluxIOIncludedT1') },
      quantity: resource.number('allocated_storage') ?? amount(resource.neededText('allocated_storage')),
    }));
  },
};

export const timestreamModels: readonly CostModel[] = [table, influxDb];
