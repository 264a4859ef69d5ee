import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_kinesis_video_stream is billed by data, and by storage when it keeps something', () => {
  const configuration = `
    variable "hours" {}
    resource "aws_kinesis_video_stream" "live" { name = "live" }
    resource "aws_kinesis_video_stream" "kept" { data_retention_in_hours = 24 }
    resource "aws_kinesis_video_stream" "unknown" { data_retention_in_hours = var.hours }
  `;
  const prices = `
    aws.kinesisvideo.data-in 0.0085
    aws.kinesisvideo.data-out 0.0085
    aws.kinesisvideo.data-out-hls 0.0119
    aws.kinesisvideo.storage 0.023
  `;
  const usage =
    'resource_usage: { aws_kinesis_video_stream.kept: { monthly_data_in_gb: 1000, monthly_data_out_gb: 100, monthly_hls_data_out_gb: 100, storage_gb: 30 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_kinesis_video_stream.live
      Data ingested        ? GB     0.0085  usage needed
      Data consumed        ? GB     0.0085  usage needed
    aws_kinesis_video_stream.kept
      Data ingested        1000 GB  0.0085  8.5
      Data consumed        100 GB   0.0085  0.85
      Data consumed (HLS)  100 GB   0.0119  1.19
      Storage              30 GB    0.023   0.69
    aws_kinesis_video_stream.unknown (unpriced)
      Data ingested        ? GB     0.0085  usage needed
      Data consumed        ? GB     0.0085  usage needed
      Storage                       unpriced: \`data_retention_in_hours\`: variable hours has no value
    total                                   11.23
    "
  `);
});
