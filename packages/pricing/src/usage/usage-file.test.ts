import { describe, expect, it } from 'vitest';
import { amountText } from '../money/amount.ts';
import { readUsageFile } from './usage-file.ts';
import { usageRules } from './usage-rules.ts';
import type { UsageKind, UsageVocabulary } from './usage-vocabulary.ts';

const keys: Readonly<Record<string, Readonly<Record<string, UsageKind>>>> = {
  aws_instance: { operating_system: 'text', monthly_hrs: 'number', vcpu_count: 'number' },
  aws_s3_bucket: {
    'standard.storage_gb': 'number',
    'standard.monthly_tier_1_requests': 'number',
    object_tags: 'number',
  },
};
const vocabulary: UsageVocabulary = {
  types: Object.keys(keys),
  keysOf: (type) => (Object.hasOwn(keys, type) ? new Map(Object.entries(keys[type] ?? {})) : undefined),
};
const read = (text: string) => readUsageFile('usage.yml', text, vocabulary);
const problemsOf = (text: string) =>
  read(text).problems.map(({ severity, line, column, message }) => `${severity} ${line}:${column} ${message}`);

describe('usage of a resource', () => {
  const rules = usageRules(
    read(`
version: 0.1
resource_type_default_usage:
  aws_instance: { operating_system: linux, monthly_hrs: 100, vcpu_count: 1 }
  aws_s3_bucket:
    standard: { storage_gb: 1, monthly_tier_1_requests: 5 }
resource_usage:
  aws_instance.web[*]: { monthly_hrs: 200 }
  module.a[*].aws_instance.web[*]: { monthly_hrs: 300 }
  module.a["x"].aws_instance.web[*]: { monthly_hrs: 400 }
  module.a["x"].aws_instance.web[0]: { vcpu_count: 8 }
  aws_s3_bucket.b:
    standard: { storage_gb: 10_000 }
`),
  );
  const hours = (address: string) => {
    const usage = rules.usageOf(address, 'aws_instance');
    const cpus = usage.number('vcpu_count');
    return [usage.number('monthly_hrs'), cpus]
      .map((value) => (value === undefined ? null : amountText(value)))
      .join(' ');
  };

  it.each([
    ['aws_instance.db', '100 1', 'the default of the type'],
    ['aws_instance.web', '100 1', 'a wildcard stands for a key, and not for none'],
    ['aws_instance.web[3]', '200 1', 'a wildcard'],
    ['aws_instance.web["a.b[0]"]', '200 1', 'a wildcard for any key'],
    ['module.a["y"].aws_instance.web[0]', '300 1', 'wildcards at every level'],
    ['module.a["x"].aws_instance.web[1]', '400 1', 'the one with the fewest open keys'],
    ['module.a["x"].aws_instance.web[0]', '400 8', 'the exact address over the wildcard over the type'],
  ])('%s: %s (%s)', (address, expected) => expect(hours(address)).toBe(expected));

  it('is laid over key by key, also in parts', () => {
    const standard = rules.usageOf('aws_s3_bucket.b', 'aws_s3_bucket').part('standard');
    expect([standard.number('storage_gb')?.toFixed(), standard.number('monthly_tier_1_requests')?.toFixed()]).toEqual([
      '10000',
      '5',
    ]);
    expect(standard.number('nothing')).toBeUndefined();
    expect(rules.usageOf('aws_instance.db', 'aws_instance').text('operating_system')).toBe('linux');
  });

  it('takes the name of a type for all of its resources, and gives the names of a type', () => {
    const rules = usageRules(
      read(
        'version: 0.1\nresource_usage:\n  aws_instance: { monthly_hrs: 5 }\n  aws_instance.db: { monthly_hrs: 1 }\n',
      ),
    );
    expect(rules.usageOf('aws_instance.web', 'aws_instance').number('monthly_hrs')?.toFixed()).toBe('5');
    expect(rules.namesOf('aws_instance')).toEqual(['aws_instance.db']);
  });

  it('tells names that no resource has', () => {
    const unused = usageRules(read('version: 0.1\nresource_usage:\n  aws_instance.gone: { monthly_hrs: 1 }\n'));
    unused.usageOf('aws_instance.web', 'aws_instance');
    expect(unused.unused()).toEqual([
      {
        severity: 'warning',
        message: 'No resource that is billed by usage has the address aws_instance.gone, so this is not used.',
        file: 'usage.yml',
        line: 3,
        column: 3,
      },
    ]);
  });
});

describe('a usage file with mistakes', () => {
  const usage = (lines: string) => `version: 0.1\nresource_usage:\n  aws_instance.a:\n    ${lines}\n`;

  it.each([
    [
      usage('monthly_hours: 1'),
      'warning 4:5 "monthly_hours" is no usage of aws_instance, and is not used. Did you mean "monthly_hrs"?',
    ],
    [usage('monthly_hrs: many'), 'error 4:18 "monthly_hrs" must be a number, and is "many".'],
    [usage('monthly_hrs: [1]'), 'error 4:18 "monthly_hrs" must be one value, and not a list.'],
    [usage('monthly_hrs: -1'), 'error 4:18 "monthly_hrs" is negative. Usage is zero or more.'],
    [usage('monthly_hrs: 1e30'), 'error 4:18 "monthly_hrs" is larger than anything that is billed. Check its unit.'],
    [usage('monthly_hrs: .inf'), 'error 4:18 "monthly_hrs" must be a number, and is null.'],
    [
      usage('monthly_hrs: 1\n    monthly_hrs: 2'),
      'error 5:5 "monthly_hrs" is here a second time. Keep one of them; the first is used.',
    ],
    [
      'version: 0.1\nresource_usage:\n  aws_s3_bucket.b:\n    standard: 5\n',
      'error 4:15 "standard" must be a mapping.',
    ],
    [
      'version: 0.1\nresource_usage:\n  aws_s3_bucket.b:\n    standard: { storage: 5 }\n',
      'warning 4:17 "storage" is no usage of aws_s3_bucket, and is not used.',
    ],
    [
      'version: 0.1\nresource_usage:\n  aws_instanc.a: { monthly_hrs: 1 }\n',
      'warning 3:3 Resources of the type "aws_instanc" have no usage. Did you mean "aws_instance"?',
    ],
    [
      'version: 0.1\nresource_usage:\n  web: { monthly_hrs: 1 }\n',
      'error 3:3 "web" is no address of a resource. Write it as aws_instance.web or module.a[*].aws_instance.web[*].',
    ],
    [
      'version: 0.1\nresource_usage:\n  aws_instance: { monthly_hrs: 1 }\n',
      'warning 3:3 "aws_instance" is a type: this is taken as the usage of all its resources. Write it below resource_type_default_usage.',
    ],
    [
      'version: 0.1\nresource_usages: {}\n',
      'warning 2:1 "resource_usages" is no part of a usage file. Did you mean "resource_usage"?',
    ],
  ])('%j', (text, problem) => expect(problemsOf(text)).toEqual([problem]));

  it('keeps what is right beside what is wrong', () => {
    const rules = usageRules(read(usage('monthly_hrs: -1\n    vcpu_count: "4"')));
    const found = rules.usageOf('aws_instance.a', 'aws_instance');
    expect(found.number('monthly_hrs')).toBeUndefined();
    expect(found.number('vcpu_count')?.toFixed()).toBe('4');
  });

  it.each([
    ['version: 0.2\n', 'usage.yml:1:10: The version of the usage file is 0.2, and 0.1 is read.'],
    ['- a\n', 'usage.yml:1:1: The usage file must be a mapping with the key resource_usage.'],
    ['a: [\n', 'usage.yml:2:1: The usage file is no YAML'],
  ])('%j is refused', (text, message) => expect(() => read(text)).toThrow(message));

  it('can be empty', () => expect(problemsOf('')).toEqual([]));

  it('cannot be blown up by aliases', () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `  a${index}: &a${index} { ${index === 0 ? 'x: 1' : `x: *a${index - 1}, y: *a${index - 1}`} }`,
    );
    expect(() =>
      read(`version: 0.1\nresource_type_default_usage:\n${lines.join('\n')}\n  aws_s3_bucket: *a29\n`),
    ).not.toThrow();
  });
});
