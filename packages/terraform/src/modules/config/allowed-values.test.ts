import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../tree/index.ts';
import { evaluateModule } from '../index.ts';

function possible(files: Readonly<Record<string, string>>) {
  const { resources } = evaluateModule(memoryTree(files));
  return resources.flatMap(({ reasons }) => reasons).map((reason) => reason.possible);
}

const listed = (type: string, list: string, more = '') =>
  `variable "x" {
  type = ${type}
  ${more}
  validation {
    condition     = contains(${list}, var.x)
    error_message = "No."
  }
}
`;
const resource = (value: string) => `resource "aws_x" "r" {
  a = ${value}
}
`;

describe('the values that a validation allows', () => {
  it.each([
    ['texts', listed('string', '["a", "b"]'), [['a', 'b']]],
    ['numbers, as their type has them', listed('number', '["1", 2]'), [[1, 2]]],
    ['what is no number', listed('number', '["one"]'), [undefined]],
    ['names, which may be unknown too', `${listed('string', 'local.all')}locals { all = ["a"] }\n`, [undefined]],
    ['lists', listed('list(string)', '[["a"]]'), [undefined]],
    ['what must not be shown', listed('string', '["a"]', 'sensitive = true'), [undefined]],
  ])('%s', (_, declaration, expected) => {
    expect(possible({ 'main.tf': `${declaration}${resource('var.x')}` })).toEqual(expected);
  });

  it('follow the value into modules, whose own validation is the narrower one', () => {
    const main = `${listed('string', '["a", "b"]')}module "m" {\n source = "./m"\n y = var.x\n}\n`;
    expect(possible({ 'main.tf': main, 'm/main.tf': `variable "y" {}\n${resource('var.y')}` })).toEqual([['a', 'b']]);
    const own = 'variable "y" {\n validation {\n condition = var.y == "a"\n error_message = "No."\n }\n}\n';
    expect(possible({ 'main.tf': main, 'm/main.tf': `${own}${resource('var.y')}` })).toEqual([['a']]);
  });
});
