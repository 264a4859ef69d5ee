import { describe, expect, it } from 'vitest';
import { type CompareOptions, compare } from '../../test/compare.ts';
import type { CostChange } from './cost-change.ts';

/** Each resource in a line: what became of it, from where and how that is known, and by how much its cost changes. */
function linesOf({ resources }: CostChange): readonly string[] {
  return resources.map(({ change, address, previous, delta }) => {
    const from = previous === undefined ? '' : ` ← ${previous.address} (${previous.by})`;
    return `${change} ${address}${from} ${delta}`;
  });
}

const instance = (name: string, body: string) => `resource "aws_instance" "${name}" {\n${body}\n}\n`;
const web = 'ami = "ami-1"\ninstance_type = "m5.large"\n';
const network = 'subnet_id = "subnet-1"\nvpc_security_group_ids = ["sg-1"]\nkey_name = "ops"\n';
const tagged = (name: string) => `tags = { Name = "${name}" }\n`;
const eip = (meta: string) => `resource "aws_eip" "ip" {\n${meta}\n}\n`;
const call = (name: string, meta = '') => `module "${name}" {\n  source = "./m"\n${meta}\n}\n`;
const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to = ${to}\n}\n`;
const module = `${instance('web', web)}${eip('')}`;
const fleet =
  'resource "aws_launch_template" "t" {\n  instance_type = "m5.large"\n}\n' +
  'resource "aws_autoscaling_group" "g" {\n  desired_capacity = 2\n  launch_template {\n    id = aws_launch_template.t.id\n  }\n}\n';
const modules = {
  'm/main.tf': module,
  'fleet/main.tf': fleet,
  'tagged-a/main.tf': eip(tagged('a')),
  'tagged-b/main.tf': eip(tagged('b')),
};

describe('what a change does to resources', () => {
  it('is told of each of them, in the order of addresses', () => {
    const change = compare(
      instance('gone', 'ami = "ami-9"\ninstance_type = "t3.micro"') + instance('kept', web) + instance('web', web),
      instance('web', web.replace('m5', 'r5')) +
        instance('new', 'ami = "ami-2"\ninstance_type = "c5.large"') +
        instance('kept', web),
    );
    expect(linesOf(change)).toEqual([
      'removed aws_instance.gone -8.392',
      'unchanged aws_instance.kept 0',
      'added aws_instance.new 62.85',
      'changed aws_instance.web 21.9',
    ]);
    expect(change).toMatchObject({
      before: { monthlyCost: '150.152', coverage: { priced: 3 } },
      after: { monthlyCost: '226.51', coverage: { priced: 3 } },
      monthlyDelta: '76.358',
      deltaRange: null,
      percent: '50.9',
    });
  });

  it('has the lines of the bill that differ, and where a line is called after what it is paid for, both names', () => {
    const change = compare(instance('web', web), instance('web', web.replace('m5', 'r5')));
    expect(change.resources[0]).toMatchObject({
      before: '70.88',
      after: '92.78',
      status: 'priced',
      statusBefore: 'priced',
    });
    expect(change.resources[0]?.components).toEqual([
      {
        group: [],
        name: 'Instance usage (Linux/UNIX, on-demand, r5.large)',
        previousName: 'Instance usage (Linux/UNIX, on-demand, m5.large)',
        unit: 'hours',
        before: { monthlyQuantity: '730', unitPrice: '0.096', monthlyCost: '70.08', status: 'priced' },
        after: { monthlyQuantity: '730', unitPrice: '0.126', monthlyCost: '91.98', status: 'priced' },
        delta: '21.9',
      },
    ]);
  });

  it('counts a line that costs the same and is for something else as a change', () => {
    const change = compare(instance('web', web), instance('web', web.replace('m5', 'm6i')));
    expect(linesOf(change)).toEqual(['changed aws_instance.web 0']);
  });

  it('does not know what a line without a price changes', () => {
    const change = compare(instance('web', web), instance('web', web.replace('m5.large', 'm5.none')));
    const [resource] = change.resources;
    expect(resource).toMatchObject({ status: 'unpriced', statusBefore: 'priced' });
    expect(resource?.components.map(({ name, delta }) => [name, delta])).toEqual([
      ['Instance usage (Linux/UNIX, on-demand, m5.none)', null],
    ]);
  });
});

/** Refactorings that change no cost, and what each resource is known by. */
const refactorings: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'a moved block',
    instance('a', web),
    instance('b', web) + moved('aws_instance.a', 'aws_instance.b'),
    ['moved aws_instance.b ← aws_instance.a (moved-block) 0'],
  ],
  [
    'a moved block of a module',
    call('a'),
    call('b') + moved('module.a', 'module.b'),
    [
      'moved module.b.aws_eip.ip ← module.a.aws_eip.ip (moved-block) 0',
      'moved module.b.aws_instance.web ← module.a.aws_instance.web (moved-block) 0',
    ],
  ],
  [
    'count that is added',
    instance('a', web),
    instance('a', `${web}count = 1`),
    ['moved aws_instance.a[0] ← aws_instance.a (count) 0'],
  ],
  [
    'a module that is renamed',
    call('a'),
    call('b'),
    [
      'moved module.b.aws_eip.ip ← module.a.aws_eip.ip (content) 0',
      'moved module.b.aws_instance.web ← module.a.aws_instance.web (content) 0',
    ],
  ],
  [
    'a module that is renamed, of resources that have nothing but tags with its name',
    call('a').replace('./m', './tagged-a'),
    call('b').replace('./m', './tagged-b'),
    ['moved module.b.aws_eip.ip ← module.a.aws_eip.ip (content) 0'],
  ],
  [
    'a module that is renamed, of resources whose bills name each other',
    call('a').replace('./m', './fleet'),
    call('b').replace('./m', './fleet'),
    [
      'moved module.b.aws_autoscaling_group.g ← module.a.aws_autoscaling_group.g (content) 0',
      'moved module.b.aws_launch_template.t ← module.a.aws_launch_template.t (content) 0',
    ],
  ],
  [
    'resources that go into a module',
    module,
    call('m'),
    [
      'moved module.m.aws_eip.ip ← aws_eip.ip (content) 0',
      'moved module.m.aws_instance.web ← aws_instance.web (content) 0',
    ],
  ],
  [
    'a resource that is renamed',
    instance('a', web),
    instance('b', web),
    ['moved aws_instance.b ← aws_instance.a (content) 0'],
  ],
  [
    'a resource that is renamed with its tags, and has all else in common',
    instance('a', web + network + tagged('a')),
    instance('b', web + network + tagged('b')),
    ['moved aws_instance.b ← aws_instance.a (content) 0'],
  ],
  [
    'count that becomes for_each',
    instance('w', `count = 2\n${web}${tagged('w-${count.index}')}`),
    instance('w', `for_each = toset(["a", "b"])\n${web}${tagged('w-${each.key}')}`),
    [
      'moved aws_instance.w["a"] ← aws_instance.w[0] (content) 0',
      'moved aws_instance.w["b"] ← aws_instance.w[1] (content) 0',
    ],
  ],
  [
    'count that becomes for_each of resources that have nothing but tags',
    eip(`count = 2\n${tagged('${count.index}')}`),
    eip(`for_each = toset(["a", "b"])\n${tagged('${each.key}')}`),
    ['moved aws_eip.ip["a"] ← aws_eip.ip[0] (content) 0', 'moved aws_eip.ip["b"] ← aws_eip.ip[1] (content) 0'],
  ],
  [
    'count that becomes for_each of a module',
    call('m', 'count = 1'),
    call('m', 'for_each = toset(["x"])'),
    [
      'moved module.m["x"].aws_eip.ip ← module.m[0].aws_eip.ip (content) 0',
      'moved module.m["x"].aws_instance.web ← module.m[0].aws_instance.web (content) 0',
    ],
  ],
];

describe('a refactoring that changes no cost', () => {
  it.each(refactorings)('is known by %s', (_, before, after, lines) => {
    const change = compare(before, after, { modules });
    expect(linesOf(change)).toEqual(lines);
    expect([change.monthlyDelta, change.percent]).toEqual(['0', '0.0']);
  });
});

describe('resources that could be the same', () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      'are not when they have only their type in common',
      instance('a', 'ami = "ami-1"\ninstance_type = "t3.micro"'),
      instance('b', 'ami = "ami-2"\ninstance_type = "t3.small"'),
      ['removed aws_instance.a -8.392', 'added aws_instance.b 15.984'],
    ],
    [
      'are not when they are small, and are called otherwise',
      instance('a', web + tagged('a')),
      instance('b', web + tagged('b')),
      ['removed aws_instance.a -70.88', 'added aws_instance.b 70.88'],
    ],
    [
      'are not when they have no values and other names',
      eip('').replace('"ip"', '"a"'),
      eip('').replace('"ip"', '"b"'),
      ['removed aws_eip.a -3.65', 'added aws_eip.b 3.65'],
    ],
    [
      'are not in two regions',
      `provider "aws" {\n  region = "us-east-1"\n}\n${instance('a', web)}`,
      `provider "aws" {\n  region = "us-east-2"\n}\n${instance('b', web)}`,
      ['removed aws_instance.a -70.88', 'added aws_instance.b 70.88'],
    ],
    [
      'are when the name stayed and most values did',
      instance('web', web + network),
      `${call('m').replace('./m', './changed')}`,
      ['changed module.m.aws_instance.web ← aws_instance.web (content) 21.9'],
    ],
    [
      'are when the instances of a block got names, whatever else changed',
      instance('w', `count = 1\n${web}`),
      instance('w', 'for_each = toset(["a"])\nami = "ami-2"\ninstance_type = "t3.micro"'),
      ['changed aws_instance.w["a"] ← aws_instance.w[0] (content) -62.488'],
    ],
    [
      'are those with the same values before those with the same name',
      instance('a', web + network) + instance('b', web.replace('m5', 'r5') + network),
      call('m').replace('./m', './swapped'),
      [
        'moved module.m.aws_instance.b ← aws_instance.a (content) 0',
        'moved module.m.aws_instance.c ← aws_instance.b (content) 0',
      ],
    ],
  ])('%s', (_, before, after, lines) => {
    const options: CompareOptions = {
      modules: {
        ...modules,
        'changed/main.tf': instance('web', web.replace('m5', 'r5') + network),
        'swapped/main.tf': instance('b', web + network) + instance('c', web.replace('m5', 'r5') + network),
      },
    };
    expect(linesOf(compare(before, after, options))).toEqual(lines);
  });
});
