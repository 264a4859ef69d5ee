import { describe, expect, it } from 'vitest';
import { estimate } from '../../test/estimate.ts';

const prices = 'aws.ebs.volume-gp3 0.08\naws.ebs.volume-gp2 0.1\naws.ebs.iops-gp3 0.005\naws.ebs.throughput-gp3 0.04';

function cost(variables: string, size: string, more = '') {
  const volume = `resource "aws_ebs_volume" "v" {\n type = "gp3"\n size = ${size}\n}`;
  const { monthlyCost, range, resources } = estimate(`${variables}\n${volume}\n${more}`, { prices });
  return { monthlyCost, range, status: resources[0]?.status };
}

const variable = (condition: string, more = '') =>
  `variable "size" {
  type = number
  ${more}
  validation {
    condition     = ${condition}
    error_message = "Other."
  }
}`;

describe('an attribute that is a variable without a value', () => {
  const range = { monthlyCost: '8', range: { low: '0.8', high: '8' }, status: 'priced' };
  const unpriced = { monthlyCost: '0', range: null, status: 'unpriced' };

  it.each([
    ['its validation lists the values', 'contains([10, 50, 100], var.size)', range],
    ['values are written as text', 'contains(["10", "100"], var.size)', range],
    ['it is compared with each', 'var.size == 10 || (100 == var.size)', range],
    ['another condition must hold too', 'contains([10, 100], var.size) && var.size != 7', range],
    ['other values are allowed too', 'contains([10, 100], var.size) || var.size > 500', unpriced],
    ['null is allowed too', 'var.size == null || contains([10, 100], var.size)', unpriced],
    ['values are excluded', '!contains([10, 100], var.size)', unpriced],
    ['a pattern allows it', 'can(regex("^1", var.size))', unpriced],
    ['something made of it is listed', 'contains([10, 100], var.size * 2)', unpriced],
    ['nothing is allowed', 'contains([], var.size)', unpriced],
    ['there are too many', `contains([${Array.from({ length: 40 }, (_, index) => index)}], var.size)`, unpriced],
  ])('%s', (_, condition, expected) => {
    expect(cost(variable(condition), 'var.size')).toEqual(expected);
  });

  it('keeps its values through locals and modules', () => {
    const through = `${variable('contains([10, 100], var.size)')}\nlocals { size = var.size }`;
    expect(cost(through, 'local.size')).toEqual(range);
    expect(cost(through, 'true ? var.size : 5')).toEqual(range);
  });

  it('loses them in what is made of it, and when it is sensitive', () => {
    const listed = variable('contains([10, 100], var.size)');
    expect(cost(listed, 'var.size + 1')).toEqual(unpriced);
    expect(cost(listed, '"${var.size}0"')).toEqual(unpriced);
    expect(cost(variable('contains([10, 100], var.size)', 'sensitive = true'), 'var.size')).toEqual(unpriced);
  });

  it('has one value where it has a default', () => {
    expect(cost(variable('contains([10, 100], var.size)', 'default = 10'), 'var.size')).toEqual({
      ...range,
      monthlyCost: '0.8',
      range: null,
    });
  });
});
