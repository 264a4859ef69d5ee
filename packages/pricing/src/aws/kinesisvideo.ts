import type { CostModel } from '../model.ts';

/** `aws_kinesis_video_stream`: data in and out, and what is kept. Playback over HLS has a price of its own. */
const videoStream: CostModel = {
  types: ['aws_kinesis_video_stream'],
  bill(resource, bill) {
    const { usage } = resource;
    const line = (name: string, rate: string, key: string, isDue = () => true) =>
      bill.line(name, () => {
        const quantity = usage.number(key);
        return quantity === undefined && !isDue() ? null : { unit: 'GB', rate, quantity, usageBased: true };
      });
    line('Data ingested', 'aws.kinesisvideo.data-in', 'monthly_data_in_gb');
    line('Data consumed', 'aws.kinesisvideo.data-out', 'monthly_data_out_gb');
    line('Data consumed (HLS)', 'aws.kinesisvideo.data-out-hls', 'monthly_hls_data_out_gb', () => false);
    line(
      'Storage',
      'aws.kinesisvideo.storage',
      'storage_gb',
      () => resource.number('data_retention_in_hours')?.gt(0) === true,
    );
  },
};

export const kinesisVideoModels: readonly CostModel[] = [videoStream];
