import { expect, it } from 'vitest';
import { compile, type Trace, unknown } from '../index.ts';

const INPUT = {
  r: { name: 'web', size: 9, ports: [80, 22, 443], tags: { Env: 'prod' }, id: unknown('known after apply') },
};

/** The trace as lines, each part indented under what it decided. */
function lines(trace: Trace | undefined, indent = ''): string[] {
  if (trace === undefined) return [];
  return [
    `${indent}${trace.expression} = ${trace.value}`,
    ...trace.because.flatMap((part) => lines(part, `${indent}  `)),
  ];
}

function traceOf(source: string): string[] {
  return lines(compile(source).evaluate(INPUT, { trace: true }).trace);
}

it.each([
  [
    "r.tags.Env == 'prod' && r.size > 10",
    ["r.tags.Env == 'prod' && r.size > 10 = false", '  r.size > 10 = false', '    r.size = 9'],
  ],
  [
    "r.tags.Env in ['dev'] || r.size > 3",
    ["r.tags.Env in ['dev'] || r.size > 3 = true", '  r.size > 3 = true', '    r.size = 9'],
  ],
  [
    'r.ports.all(p, p != 22)',
    ['r.ports.all(p, p != 22) = false', '  r.ports = [80, 22, 443]', '  p != 22 = false', '    p = 22'],
  ],
  [
    "r.id == 'x' && r.size > 3",
    [
      "r.id == 'x' && r.size > 3 = unknown (known after apply)",
      "  r.id == 'x' = unknown (known after apply)",
      '    r.id = unknown (known after apply)',
    ],
  ],
  [
    'r.tags.Owner == "a"',
    ['r.tags.Owner == "a" = error: no such key: "Owner"', '  r.tags.Owner = error: no such key: "Owner"'],
  ],
  [
    'r.size > 3 ? r.name : r.id',
    ['r.size > 3 ? r.name : r.id = "web"', '  r.size > 3 = true', '    r.size = 9', '  r.name = "web"'],
  ],
])('%s', (source, expected) => {
  expect(traceOf(source)).toEqual(expected);
});

it('is made only when it is asked for', () => {
  expect(compile('1 + 1').evaluate({})).not.toHaveProperty('trace');
});

it('keeps a few rounds of a long loop, and short texts of large values', () => {
  const items = Array.from({ length: 5000 }, (_, index) => index);
  const { trace } = compile('items.all(x, x >= 0)').evaluate({ items }, { trace: true });
  expect(JSON.stringify(trace).length).toBeLessThan(2000);
});
