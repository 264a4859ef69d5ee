import { formatRange, parseExpression } from '@tollgate/hcl';
import { describe, expect, it } from 'vitest';
import { namesScope, result, show, TEST_NAMES } from '../../test/evaluate-text.ts';
import { Budget } from '../functions/index.ts';
import { DYNAMIC, objectValue, reasonsIn, stringValue, unknownValue } from '../values/index.ts';
import { evaluate, findReferences, type Scope } from './index.ts';

function mistakes(text: string, scope: Scope = namesScope(TEST_NAMES)): string[] {
  const { source, expression } = parseExpression(text, { file: 'main.tf' });
  return evaluate(expression, source, scope).diagnostics.map(
    ({ summary, range }) => `${formatRange(source, range)}: ${summary}`,
  );
}

describe('evaluate', () => {
  it.each([
    ['1', '1'],
    ['1.50', '1.5'],
    ['9007199254740993', '9007199254740993'],
    ['true', 'true'],
    ['null', 'null'],
    ['"e\\u0301"', '"é"'],
    ['<<-EOT\n    a\n      b\n    EOT\n', '"a\\n  b\\n"'],
  ])('reads %s as %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });

  it.each([
    ['1 + []', ['main.tf:1,5-7: Invalid operand']],
    ['upper([], 1)', ['main.tf:1,11-12: Too many function arguments']],
    ['substr([], [], 1)', ['main.tf:1,8-10: Invalid function argument', 'main.tf:1,12-14: Invalid function argument']],
    ['{a = 1}.b', ['main.tf:1,8-10: Unsupported attribute']],
    ['[1][2]', ['main.tf:1,4-7: Invalid index']],
    ['nope(1)', ['main.tf:1,1-5: Call to unknown function']],
    ['true ? 1 : []', ['main.tf:1,8-14: Inconsistent conditional result types']],
    ['[for x in 1: x]', ['main.tf:1,11-12: Iteration over non-iterable value']],
    ['"é${null}"', ['main.tf:1,5-9: Invalid template interpolation value']],
    ['[1 + "a", 2 + "b"]', ['main.tf:1,6-9: Invalid operand', 'main.tf:1,15-18: Invalid operand']],
  ])('says where %s goes wrong', (expression, expected) => {
    expect(mistakes(expression)).toEqual(expected);
  });

  it('gives a value of which nothing is known in place of a mistake', () => {
    const { source, expression } = parseExpression('[1, nope()]', { file: 'main.tf' });
    expect(show(evaluate(expression, source, namesScope({})).value)).toBe('[1,unknown dynamic]');
  });

  it('checks references before anything else, even those that are never evaluated', () => {
    expect(mistakes('try(nope, 1) + [1][5]')).toEqual(['main.tf:1,5-9: Unknown name']);
    expect(mistakes('true ? 1 : nope.a')).toEqual(['main.tf:1,12-18: Unknown name']);
  });

  it('looks up values only when they are needed', () => {
    const asked: string[] = [];
    const scope: Scope = {
      ...namesScope({}),
      check: () => [],
      lookup: ({ root, steps }) => {
        asked.push([root, ...steps.map((step) => (step.kind === 'attribute-step' ? step.name : '[]'))].join('.'));
        return { value: objectValue([['c', stringValue('x')]]), steps: 1 };
      },
    };
    const { source, expression } = parseExpression('[for x in [1]: a.b.c]', { file: 'main.tf' });
    expect(show(evaluate(expression, source, scope).value)).toBe('["x"]');
    expect(asked).toEqual(['a.b.c']);
  });

  it('tells why something is unknown, through whatever is done to it', () => {
    const names = { ami: unknownValue(DYNAMIC, ['data source aws_ami.x']) };
    const { source, expression } = parseExpression('{a = "${upper(ami.id)}-x", b = [for x in ami.tags: x]}', {
      file: '',
    });
    expect(reasonsIn(evaluate(expression, source, namesScope(names)).value)).toEqual(['data source aws_ami.x']);
  });
});

describe('limits', () => {
  it.each([
    ['[for a in range(60): [for b in range(60): 1]]', 'goes through more than 1000 elements'],
    ['[for a in range(600): 1][*]', 'goes through more than 1000 elements'],
    ['"%{ for a in range(60) }%{ for b in range(60) }x%{ endfor }%{ endfor }"', 'goes through more than 1000 elements'],
    ['[for i in range(5): templatestring(template, {})]', 'goes through more than 1000 elements'],
    ['[for a in range(60): "${a}${join("", range(200))}"]', 'makes more than 10000 characters of text'],
    ['[for a in range(60): length(range(200))]', 'too much work to do'],
    ['[for a in range(60): regexall("b", text)]', 'too much work to do'],
    ['try([for a in range(60): regexall("b", text)], "recovered")', 'too much work to do'],
    ['can(tostring(1e100000))', 'too many to write out'],
    ['try("x${1e100000}", "recovered")', 'too many to write out'],
    ['can(templatestring(template, {}))', 'goes through more than 1000 elements'],
    ['1 > 0 ? "a" : try(jsondecode(join("", [for i in range(300): "["])), "recovered")', 'nested more than'],
  ])('%s is stopped', (expression, expected) => {
    const names = {
      template: stringValue('%{ for a in range(60) }%{ for b in range(60) }x%{ endfor }%{ endfor }'),
      text: stringValue('a'.repeat(1000)),
    };
    const budget = new Budget({ iterations: 1000, text: 10_000, work: 100_000 });
    const outcome = result(expression, names, { budget });
    expect(outcome).toMatch(/^Expression exceeds a limit: /);
    expect(outcome).toContain(expected);
  });

  it('can be shared by several evaluations', () => {
    const scope = namesScope({}, { budget: new Budget({ iterations: 1000 }) });
    const { source, expression } = parseExpression('[for a in range(600): a]', { file: '' });
    expect(evaluate(expression, source, scope).diagnostics).toEqual([]);
    expect(evaluate(expression, source, scope).diagnostics).toMatchObject([{ summary: 'Expression exceeds a limit' }]);
  });

  it('are wide enough for large configurations', () => {
    expect(result('length([for a in range(100): [for b in range(100): "${a}-${b}"]])')).toBe('100');
  });
});

describe('findReferences', () => {
  it.each([
    ['var.a + local.b.c', ['var', 'local']],
    ['[for x in var.list: x.id + each.key]', ['var', 'each']],
    ['{for k, v in a: k => v if k != b}', ['a', 'b']],
    ['"${a}%{ if b }${c[0].d}%{ endif }%{ for x in e }${x}%{ endfor }"', ['a', 'b', 'c', 'e']],
    ['a[b].c[*].d', ['a', 'b']],
    ['upper(a)', ['a']],
    ['{a = b, (c) = d}', ['b', 'c', 'd']],
    ['[for x in x: x]', ['x']],
  ])('of %s are %o', (text, expected) => {
    const { expression } = parseExpression(text, { file: '' });
    expect(findReferences(expression).map(({ root }) => root)).toEqual(expected);
  });
});
