import { describe, expect, it } from 'vitest';
import { memoryTree } from '../tree/index.ts';
import { evaluateExpressions } from './index.ts';

const tree = memoryTree({
  'main.tf': `
    variable "n" { default = 2 }
    variable "secret" {
      default   = "hunter2"
      sensitive = true
    }
    locals { m = { a = var.n } }
    resource "terraform_data" "t" { input = 1 }
    module "m" { source = "./m" }`,
  'm/main.tf': 'output "o" { value = "out" }',
});

describe('expressions in the scope of a root module', () => {
  it.each([
    ['1 + 1', { ok: true, known: true, type: 'number', value: 2 }],
    ['local.m.a * var.n', { ok: true, value: 4 }],
    ['module.m.o', { ok: true, value: 'out' }],
    ['terraform_data.t.id', { ok: true, known: false, value: null }],
    ['"x-${var.secret}"', { ok: true, known: true, sensitive: true, value: null }],
    ['1 +', { ok: false, error: 'Missing expression' }],
    ['local.nope', { ok: false, error: 'Reference to undeclared local value' }],
    ['upper()', { ok: false, error: 'Not enough function arguments' }],
    ['can(aws_x.y)', { ok: false, error: 'Reference to undeclared resource' }],
  ])('%s', (expr, expected) => {
    const { results } = evaluateExpressions(tree, {}, [expr]);
    expect(results).toMatchObject([{ expr, ...expected }]);
  });

  it('give one result each, in their order', () => {
    const { kind, results } = evaluateExpressions(tree, {}, ['1', 'nope', '3']);
    expect(kind).toBe('ExpressionResults');
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
  });
});
