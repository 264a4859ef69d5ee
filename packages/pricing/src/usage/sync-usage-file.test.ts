import { describe, expect, it } from 'vitest';
import { estimate, files } from '../../test/estimate.ts';
import { awsModels, readUsageFile, syncUsageFile, usageRules, usageVocabulary, watchUsage } from '../index.ts';

/** Estimates a configuration with a usage file, and adds to the file what was missing. */
function sync(configuration: string, text: string | null): string {
  const file = readUsageFile('usage.yml', text ?? '', usageVocabulary(files));
  const watched = watchUsage(awsModels, usageRules(file));
  estimate(configuration, { models: watched.models, usageRules: watched.usage });
  return syncUsageFile('usage.yml', text, watched.needs()).text;
}

const gateway = 'resource "aws_nat_gateway" "n" { subnet_id = "s" }';
const functions = 'resource "aws_lambda_function" "f" { function_name = "f" }';
const queues = 'resource "aws_sqs_queue" "q" { count = 3 }';

describe('syncUsageFile', () => {
  it('makes a file with what is billed by usage, and nothing else', () => {
    const configuration = `${gateway}\n${functions}\n${queues}\nresource "aws_eip" "free" {}`;
    expect(sync(configuration, null)).toMatchInlineSnapshot(`
      "# Usage of resources, a month. A key without a value is not known yet: its line is shown without a cost.
      version: 0.1
      resource_usage:
        aws_nat_gateway.n:
          monthly_data_processed_gb: # GB a month, for "Data processed", billed by GB
        aws_lambda_function.f:
          monthly_requests: # number a month, for "Requests", billed by 1M requests
          request_duration_ms: # milliseconds, for "Duration", billed by GB-seconds
        aws_sqs_queue.q[*]:
          request_size_kb: # KB, for "Requests", billed by 1M requests
          monthly_requests: # number a month, for "Requests", billed by 1M requests
      "
    `);
  });

  it('adds what is missing, and keeps what is there', () => {
    const text = [
      '# ours',
      'version: 0.1',
      'resource_usage:',
      '    aws_lambda_function.f: # called by the shop',
      '        request_duration_ms:   250   # measured',
      '        # end of the function',
      '',
      '    aws_nat_gateway.n: {monthly_data_processed_gb: 7}',
      '    aws_sqs_queue.q[*]:',
      'resource_type_default_usage:',
      '  aws_kms_key: { }',
      '',
    ];
    expect(sync(`${gateway}\n${functions}\n${queues}`, text.join('\n'))).toMatchInlineSnapshot(`
      "# ours
      version: 0.1
      resource_usage:
          aws_lambda_function.f: # called by the shop
              request_duration_ms:   250   # measured
              monthly_requests: # number a month, for "Requests", billed by 1M requests
              # end of the function

          aws_nat_gateway.n: {monthly_data_processed_gb: 7}
          aws_sqs_queue.q[*]:
            request_size_kb: # KB, for "Requests", billed by 1M requests
            monthly_requests: # number a month, for "Requests", billed by 1M requests
      resource_type_default_usage:
        aws_kms_key: { }
      "
    `);
  });

  it('adds parts of parts', () => {
    const bucket = 'resource "aws_s3_bucket" "b" {}';
    const text = 'resource_usage:\n  aws_s3_bucket.b:\n    standard:\n      storage_gb: 10\n';
    expect(sync(bucket, text)).toMatchInlineSnapshot(`
      "resource_usage:
        aws_s3_bucket.b:
          standard:
            storage_gb: 10
            monthly_tier_1_requests: # number a month, for "PUT, COPY, POST, LIST requests", billed by 1k requests
            monthly_tier_2_requests: # number a month, for "GET, SELECT, and all other requests", billed by 1k requests
      "
    `);
  });

  it.each([
    ['no file', null],
    ['an empty file', ''],
    ['comments only', '# nothing yet'],
    ['no section', 'version: 0.1'],
    ['an empty section', 'version: 0.1\r\nresource_usage:\r\n'],
    ['an entry without keys', 'resource_usage:\n  aws_sqs_queue.q[*]:\n'],
    ['some keys', 'resource_usage:\n  aws_lambda_function.f:\n    monthly_requests: 4'],
    ['a byte order mark', '\uFEFFresource_usage:\n  aws_lambda_function.f:\n    monthly_requests: 4\n'],
    ['a default of the type', 'resource_type_default_usage:\n  aws_lambda_function:\n    monthly_requests: 4\n'],
  ])('changes nothing in a second run: %s', (_, text) => {
    const configuration = `${gateway}\n${functions}\n${queues}`;
    const first = sync(configuration, text);
    expect(first.startsWith(text ?? '')).toBe(true);
    expect(sync(configuration, first)).toBe(first);
    const { problems } = readUsageFile('usage.yml', first, usageVocabulary(files));
    expect(problems).toEqual([]);
  });

  it.each([
    ['a section in braces', 'resource_usage: { aws_kms_key.k: { } }', 'usage.yml:1'],
    ['an entry in braces', 'resource_usage:\n  aws_lambda_function.f: { monthly_requests: 4 }', 'usage.yml:2'],
    [
      'an alias',
      'resource_usage:\n  aws_lambda_function.g: &a\n    monthly_requests: 4\n  aws_lambda_function.f: *a\n',
      'usage.yml:4',
    ],
    ['the end of the document', 'version: 0.1\n...\n', 'usage.yml'],
  ])('refuses %s', (_, text, place) => {
    expect(() => sync(functions, text)).toThrow(expect.objectContaining({ place }));
  });

  it('keeps what the configuration names within its key', () => {
    const configuration = 'resource "aws_sqs_queue" "q" { for_each = { "a\\": {} # \\n é" = 1 } }';
    const text = sync(configuration, null);
    expect(text.split('\n').filter((line) => !line.startsWith('#'))).toMatchInlineSnapshot(`
      [
        "version: 0.1",
        "resource_usage:",
        "  "aws_sqs_queue.q[\\"a\\\\\\": {} # \\\\n é\\"]":",
        "    request_size_kb: # KB, for "Requests", billed by 1M requests",
        "    monthly_requests: # number a month, for "Requests", billed by 1M requests",
        "",
      ]
    `);
    expect(sync(configuration, text)).toBe(text);
  });
});
