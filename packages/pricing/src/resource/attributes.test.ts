import { describe, expect, it } from 'vitest';
import { estimate } from '../../test/estimate.ts';
import { amountText } from '../money/amount.ts';
import type { BilledResource } from './billed-resource.ts';
import { Undetermined } from './undetermined.ts';

/** What a question to the attributes of `aws_instance.a` gives: the answer, or the reason why there is none. */
function ask(configuration: string, question: (resource: BilledResource) => unknown): unknown {
  let answer: unknown;
  const model = {
    types: ['aws_instance'],
    bill(resource: BilledResource) {
      if (resource.address !== 'aws_instance.a') return;
      try {
        answer = question(resource);
      } catch (error) {
        answer = error instanceof Undetermined ? error.reason : error;
      }
    },
  };
  estimate(configuration, { models: [model], prices: '' });
  return answer;
}
const instance = (body: string, rest = '') => `variable "unset" {}\nresource "aws_instance" "a" {\n${body}\n}\n${rest}`;

describe('attributes', () => {
  it.each<[string, string, (resource: BilledResource) => unknown, unknown]>([
    ['text', 'x = "m5.large"', (a) => a.text('x'), 'm5.large'],
    ['a number as text', 'x = 5', (a) => a.text('x'), '5'],
    ['what is not set', '', (a) => a.text('x'), undefined],
    ['null as not set', 'x = null', (a) => a.text('x'), undefined],
    ['empty text as not set', 'x = ""', (a) => a.text('x', 'gp2'), 'gp2'],
    ['what is not known', 'x = var.unset', (a) => a.text('x'), '`x`: variable unset has no value'],
    ['what is sensitive', 'x = sensitive("s")', (a) => a.text('x'), '`x` is sensitive and is not read'],
    ['a list where text should be', 'x = ["a"]', (a) => a.text('x'), '`x` is no text'],
    ['a needed text', '', (a) => a.neededText('x'), '`x` is not set'],
    ['a number', 'x = 0.1', (a) => amountText(a.number('x', 5)), '0.1'],
    ['a number in text', 'x = "20"', (a) => amountText(a.number('x', 5)), '20'],
    ['the default of a number', '', (a) => amountText(a.number('x', 5)), '5'],
    ['no number', 'x = "big"', (a) => a.number('x'), '`x` is no number'],
    ['a negative number', 'x = -5', (a) => a.number('x'), '`x` is negative: -5'],
    ['an absurd number', 'x = 1e40', (a) => a.number('x'), '`x` is larger than anything that is billed'],
    ['a truth value', 'x = true', (a) => a.flag('x'), true],
    ['a truth value in text', 'x = "true"', (a) => a.flag('x'), true],
    ['false when it is not set', '', (a) => a.flag('x'), false],
    ['no truth value', 'x = "yes"', (a) => a.flag('x'), '`x` is neither true nor false'],
    ['a list of texts', 'x = ["a", "b"]', (a) => a.texts('x'), ['a', 'b']],
    ['a list with an unknown text', 'x = ["a", var.unset]', (a) => a.texts('x'), '`x[1]`: variable unset has no value'],
    ['how many there are', 'x = ["a", var.unset]', (a) => a.count('x'), 2],
    ['how many of none', '', (a) => a.count('x'), 0],
    ['whether something is set', 'x = var.unset', (a) => [a.has('x'), a.has('y')], [true, false]],
    ['a block', 'x {\n y = "z" \n}', (a) => a.block('x')?.text('y'), 'z'],
    ['no block', '', (a) => a.block('x'), undefined],
    [
      'an unknown in a block',
      'x {\n y = var.unset \n}',
      (a) => a.block('x')?.text('y'),
      '`x[0].y`: variable unset has no value',
    ],
    [
      'blocks of which nobody knows how many',
      'dynamic "x" {\n for_each = var.unset\n content {}\n}',
      (a) => a.blocks('x'),
      '`x`: variable unset has no value',
    ],
  ])('give %s', (_, body, question, expected) => expect(ask(instance(body), question)).toEqual(expected));

  it('give possible values one after the other', () => {
    const bills: unknown[] = [];
    const model = {
      types: ['aws_instance'],
      bill: (resource: BilledResource) =>
        void bills.push([resource.flag('a'), resource.text('b', 'x', ['x', 'y', 'z'])]),
    };
    const configuration = instance('a = var.unset\nb = var.unset');
    const { resources } = estimate(configuration, { models: [model], prices: '' });
    expect(bills).toEqual([
      [false, 'x'],
      [false, 'y'],
      [false, 'z'],
      [true, 'x'],
      [true, 'y'],
      [true, 'z'],
    ]);
    expect(resources[0]?.unknowns).toEqual(['`a`: variable unset has no value', '`b`: variable unset has no value']);
  });

  it('take possible values from outside', () => {
    const asked: unknown[] = [];
    const model = { types: ['aws_instance'], bill: (a: BilledResource) => void asked.push(a.text('x')) };
    estimate(instance('x = var.unset'), { models: [model], prices: '', possibleValues: () => ['small', 'large'] });
    expect(asked).toEqual(['small', 'large']);
  });
});

describe('references', () => {
  const template = (head: string, body = '') => `resource "aws_launch_template" "${head}" {\n${body}\n}\n`;
  const find = (body: string, rest: string) =>
    ask(instance(body, rest), (a) => a.target('x', 'aws_launch_template')?.address ?? null);

  it.each([
    ['by an id that is known after apply', 'x = aws_launch_template.t.id', template('t'), 'aws_launch_template.t'],
    [
      'by the key of an instance',
      'x = aws_launch_template.t[1].id',
      template('t', 'count = 2'),
      'aws_launch_template.t[1]',
    ],
    [
      'by a key that looks like an address',
      'x = aws_launch_template.t["a.b c"].arn',
      template('t', 'for_each = toset(["a.b c"])'),
      'aws_launch_template.t["a.b c"]',
    ],
    ['by an attribute of a block', 'x = aws_launch_template.t.block[0].id', template('t'), 'aws_launch_template.t'],
    ['by a name', 'x = aws_launch_template.t.name', template('t', 'name = "web"'), 'aws_launch_template.t'],
    ['by a name that is only written', 'x = "web"', template('t', 'name = "web"'), 'aws_launch_template.t'],
    ['by a name that nobody has', 'x = "other"', template('t', 'name = "web"'), null],
    ['of another type', 'x = aws_vpc.v.id', 'resource "aws_vpc" "v" {}', null],
    ['of what is not in the configuration', 'x = var.unset', template('t'), null],
  ])('are found %s', (_, body, rest, address) => expect(find(body, rest)).toBe(address));

  it('are found backwards, also out of blocks', () => {
    const others = `
      resource "aws_lb" "l" {
        subnet_mapping {
          allocation_id = "other"
        }
        subnet_mapping {
          allocation_id = aws_instance.a.id
        }
      }`;
    const question = (a: BilledResource) =>
      a.referrers('aws_lb', 'subnet_mapping.allocation_id').map(({ address }) => address);
    expect(ask(instance('', others), question)).toEqual(['aws_lb.l']);
  });
});
