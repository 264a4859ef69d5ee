import { expect, it } from 'vitest';
import { instanceGroups } from './instance-group.ts';

const resource = (address: string, cost = '1', rootModule?: string) => ({
  address,
  cost,
  ...(rootModule === undefined ? {} : { rootModule }),
});

it('puts instances of a block together that are told alike', () => {
  const groups = instanceGroups(
    [
      resource('aws_x.a[0]'),
      resource('aws_x.b'),
      resource('aws_x.a[1]', '2'),
      resource('aws_x.a["k"]'),
      resource('module.m[0].aws_x.a'),
      resource('module.m[1].aws_x.a'),
      resource('aws_x.b', '1', 'live/prod'),
    ],
    ({ cost }) => cost,
  );
  expect(groups.map(({ address, members }) => `${address} ${members.length}`)).toEqual([
    'aws_x.a 2',
    'aws_x.b 1',
    'aws_x.a[1] 1',
    'module.m.aws_x.a 2',
    'aws_x.b 1',
  ]);
});
