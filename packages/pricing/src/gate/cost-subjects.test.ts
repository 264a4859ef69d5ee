import { compile } from '@tollgate/cel';
import type { JsonObject } from '@tollgate/policy-engine';
import { describe, expect, it } from 'vitest';
import { files } from '../../test/estimate.ts';
import { costGate } from './cost-gate.ts';

const gate = costGate(files);
const subjectsOf = (given: JsonObject) => gate.given?.subjects(given) ?? [];

const provider = 'provider "aws" {\n  region = "us-east-1"\n}\n';
const volume = (name: string, size: number | string) =>
  `resource "aws_ebs_volume" "${name}" {\n  availability_zone = "us-east-1a"\n  type = "gp3"\n  size = ${size}\n}\n`;
const change = {
  base: [provider, volume('kept', 10), volume('grown', 10), volume('gone', 10)].join(''),
  terraform: [provider, volume('kept', 10), volume('grown', 20), volume('new', 30)].join(''),
  environment: 'prod',
};
const roots = {
  rootModules: [
    { name: 'live/prod/a', environment: 'prod', before: 100, after: 150.125 },
    { name: 'live/prod/b', environment: 'prod', before: 100, low: 80, after: 100 },
    { name: 'live/dev/a', environment: 'dev', after: 5, coverage: { priced: 2, free: 9, usageNeeded: 1, unpriced: 1 } },
    { name: 'shared', before: null, after: 7 },
  ],
};

function value(given: JsonObject, id: string, condition: string): unknown {
  const subject = subjectsOf(given).find(({ reference }) => reference.id === id);
  const outcome = compile(condition, { schema: gate.schema }).evaluate(subject?.input ?? {});
  return outcome.kind === 'value' ? outcome.value : outcome.kind === 'unknown' ? [...outcome.reasons] : outcome;
}

describe('subjects of the gate cost', () => {
  it('are the total, environments, root modules and resources', () => {
    const seen = subjectsOf(change).map(({ reference, names, actions, changed, unlessAsked }) => [
      `${reference.kind} ${reference.id}`,
      names.join(' '),
      actions?.join() ?? null,
      changed,
      unlessAsked ?? null,
    ]);
    expect(seen).toEqual([
      ['change total', 'total', null, true, null],
      ['environment prod', 'environment environment:prod', null, true, 'name'],
      ['root-module .', 'root-module root-module:.', null, true, 'name'],
      ['resource aws_ebs_volume.gone', 'aws_ebs_volume aws_ebs_volume.gone', 'delete', true, 'action'],
      ['resource aws_ebs_volume.grown', 'aws_ebs_volume aws_ebs_volume.grown', 'update', true, 'name'],
      ['resource aws_ebs_volume.kept', 'aws_ebs_volume aws_ebs_volume.kept', 'no-op', false, 'name'],
      ['resource aws_ebs_volume.new', 'aws_ebs_volume aws_ebs_volume.new', 'create', true, 'name'],
    ]);
  });

  it('do not say that a resource is new when nobody knows what was before', () => {
    const { terraform } = change;
    const resources = subjectsOf({ terraform }).filter(({ reference }) => reference.kind === 'resource');
    expect(resources.map(({ actions, changed }) => [actions, changed])).toEqual(Array(3).fill([null, null]));
  });

  it.each<[string, string, unknown]>([
    ['total', "scope == 'total' && name == 'total' && currency == 'USD' && environment == null", true],
    ['total', 'cost.after - cost.before == cost.delta && cost.percent > 0.0', true],
    ['total', "change == 'changed' && coverage.priced == 3 && coverage.percent == 100.0", true],
    ['prod', "scope == 'environment' && environment == 'prod'", true],
    ['.', "rootModule.name == '.' && rootModule.resources == {'aws_ebs_volume': 3}", true],
    ['aws_ebs_volume.new', "change == 'added' && cost.before == 0.0 && cost.after == 2.4 && cost.delta == 2.4", true],
    ['aws_ebs_volume.gone', "change == 'removed' && cost.before == 0.8 && cost.after == 0.0", true],
    ['aws_ebs_volume.grown', "cost.percent == 100.0 && environment == 'prod'", true],
    ['aws_ebs_volume.kept', "change == 'unchanged' && cost.delta == 0.0", true],
    ['aws_ebs_volume.new', 'resource.values.size == 30 && resource.usedBy.size() == 0', true],
    ['aws_ebs_volume.new', "rootModule.resources['aws_ebs_volume'] == 3", true],
  ])('tell conditions, of %s: %s', (id, condition, expected) => {
    expect(value(change, id, condition)).toEqual(expected);
  });

  it.each<[string, string, unknown]>([
    ['live/prod/a', 'cost.after', 150.13],
    ['live/prod/a', 'cost.delta', 50.13],
    ['live/prod/a', 'cost.percent', 50.1],
    ['live/prod/b', 'cost.after', ['attributes in `live/prod/b` are not known']],
    ['live/prod/b', '[cost.low, cost.high, cost.deltaLow, cost.deltaHigh, cost.range]', [80, 100, -20, 0, 20]],
    ['prod', 'cost.low', 230.13],
    ['live/dev/a', 'cost.low', 5],
    [
      'live/dev/a',
      'cost.after',
      [
        'there is 1 resource in `live/dev/a` with usage that is not told',
        'there is 1 resource in `live/dev/a` without a price',
      ],
    ],
    ['live/dev/a', 'coverage.percent', 66.6],
    ['live/dev/a', 'cost.percent', ['nothing was paid before, of which a percentage could be told']],
    ['shared', 'cost.delta', ['what was before is not known: the case does not tell it']],
    ['shared', 'cost.deltaHigh', 7],
    ['shared', 'environment == null', true],
    ['total', "prices.asOf == timestamp('2026-01-01T00:00:00Z')", true],
  ])('do not take for certain what is not known: of %s, %s', (id, condition, expected) => {
    expect(value(roots, id, condition)).toEqual(expected);
  });
});
