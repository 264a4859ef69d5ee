import { evaluateModule } from '../src/modules/index.ts';
import { memoryTree } from '../src/tree/index.ts';
import type { ModuleVector } from './module-vectors.ts';

/** What mutated configurations may not do: throw, or take longer than this, in milliseconds. */
const longest = 5000;

/** A mutated configuration that the evaluator did not take as it should. */
export interface Finding {
  readonly seed: number;
  readonly from: string;
  readonly files: Readonly<Record<string, string>>;
  readonly problem: string;
}

/**
 * mutateAndEvaluate evaluates `count` configurations, each a few random changes away from one that Terraform has seen, and gives
 * those that threw or took too long. The same seed gives the same configurations.
 */
export function mutateAndEvaluate(vectors: readonly ModuleVector[], count: number, firstSeed = 1): Finding[] {
  const texts = vectors.flatMap(({ files }) => Object.values(files));
  const findings: Finding[] = [];
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const random = randomNumbers(seed);
    const vector = pick(vectors, random);
    const files = mutateFiles(vector.files, texts, random);
    const problem = problemOf(files);
    if (problem !== undefined) findings.push({ seed, from: vector.name, files, problem });
  }
  return findings;
}

function problemOf(files: Readonly<Record<string, string>>): string | undefined {
  const started = performance.now();
  try {
    JSON.stringify(evaluateModule(memoryTree(files), { workspace: 'default' }));
  } catch (error) {
    return error instanceof Error ? `threw ${error.name}: ${error.message}` : `threw ${String(error)}`;
  }
  const took = performance.now() - started;
  return took > longest ? `took ${Math.round(took)} ms` : undefined;
}

function mutateFiles(
  files: Readonly<Record<string, string>>,
  texts: readonly string[],
  random: Random,
): Readonly<Record<string, string>> {
  const names = Object.keys(files);
  const mutated: Record<string, string> = { ...files };
  const changes = 1 + Math.floor(random() * 4);
  for (let change = 0; change < changes; change++) {
    const name = pick(names, random);
    mutated[name] = mutateText(mutated[name] ?? '', texts, random);
  }
  return mutated;
}

/** Pieces that a grammar, a number, a template or a collection stumbles over. */
const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '"',
    '${',
    '%{',
    '~}',
    '<<EOT\n',
    '*',
    '...',
    '=>',
    '?',
    ':',
    ',',
    '.',
    '=',
    '\n',
    '\r\n',
    '#',
    '/*',
  ],
  ...[
    'null',
    'true',
    '1e309',
    '-1',
    '99999999999999999999',
    '0.1',
    '"\\u0000"',
    '"\\ud83d\\ude00"',
    '""',
    '[]',
    '{}',
    '"a.b"',
  ],
  ...[
    'count = 3',
    'for_each = {}',
    'for_each = ["a"]',
    'dynamic "x" {',
    'provider = aws',
    'source = "./"',
    'default = null',
  ],
  ...['range(1000000)', 'setproduct(range(99), range(99))', '[for i in range(9): i]', '{for k, v in {}: k => v...}'],
  ...[
    'try(',
    'can(',
    'merge(',
    'jsondecode("{")',
    'var.x',
    'local.a',
    'each.key',
    'count.index',
    'self',
    'path.module',
    'module.m',
  ],
  ...[
    'templatefile("main.tf", {})',
    'file("../x")',
    'regex("(a+)+$", "aaaa")',
    'sensitive(1)',
    'yamldecode("&a [*a]")',
  ],
];

function mutateText(text: string, texts: readonly string[], random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const end = Math.min(text.length, at + Math.floor(random() * 20));
  switch (Math.floor(random() * 7)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at) + pick(pieces, random) + text.slice(at);
    case 2:
      return text.slice(0, at) + pick(pieces, random) + text.slice(end);
    case 3:
      return text.slice(0, end) + text.slice(at);
    case 4:
      return text.slice(0, at);
    case 5: {
      const lines = text.split('\n');
      const [line = ''] = lines.splice(Math.floor(random() * lines.length), 1);
      lines.splice(Math.floor(random() * (lines.length + 1)), 0, line, ...(random() < 0.5 ? [line] : []));
      return lines.join('\n');
    }
    default: {
      const other = pick(texts, random);
      const from = Math.floor(random() * other.length);
      return text.slice(0, at) + other.slice(from, from + Math.floor(random() * 200)) + text.slice(at);
    }
  }
}

/** Numbers from 0 up to, not including, 1. */
type Random = () => number;

/** Marsaglia's xorshift with 32 bits, started from a scrambled seed. */
function randomNumbers(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}
