/**
 * Measures evaluations a second: `node packages/cel/bench/evaluate.ts`. The aim is 500,000 of an expression with
 * eight clauses about tags.
 */
import { compile } from '../src/index.ts';

const CLAUSES = [
  "resource.type.startsWith('aws_')",
  'has(resource.tags.Owner)',
  "resource.tags.Owner.endsWith('@example.com')",
  "resource.tags.Env in ['prod', 'staging', 'dev']",
  "resource.tags.CostCenter.startsWith('CC-')",
  'size(resource.tags) >= 4',
  "resource.tags.Env != 'prod' || has(resource.tags.Backup)",
  "!(resource.tags.Team == 'unknown')",
];
const INPUT = {
  resource: {
    type: 'aws_instance',
    tags: { Owner: 'web@example.com', Env: 'prod', CostCenter: 'CC-1234', Backup: 'daily', Team: 'web' },
  },
};
const EXPRESSIONS: readonly (readonly [name: string, source: string])[] = [
  ['eight clauses of tags', CLAUSES.join(' && ')],
  ['one comparison', "resource.tags.Env == 'prod'"],
  ['a loop over the tags', "resource.tags.all(key, key != '' && resource.tags[key] != '')"],
  ['a regular expression', "resource.tags.CostCenter.matches('^CC-[0-9]{4}$')"],
];

/** Evaluations a second over about a second, after as many for the compiler of the engine. */
function measure(source: string, trace: boolean): number {
  const program = compile(source);
  const round = (millis: number): number => {
    const start = performance.now();
    let count = 0;
    let elapsed = 0;
    while (elapsed < millis) {
      for (let index = 0; index < 1000; index += 1) program.evaluate(INPUT, { trace });
      count += 1000;
      elapsed = performance.now() - start;
    }
    return (count * 1000) / elapsed;
  };
  round(500);
  return Math.round(round(1000));
}

for (const [name, source] of EXPRESSIONS) {
  process.stdout.write(`${name.padEnd(24)} ${measure(source, false).toLocaleString('en-US').padStart(12)} a second\n`);
}
const start = performance.now();
for (let index = 0; index < 1000; index += 1) compile(CLAUSES.join(' && '));
process.stdout.write(
  `${'to compile the first'.padEnd(24)} ${(performance.now() - start).toFixed(0).padStart(12)} µs\n`,
);
process.stdout.write(
  `${'the first with a trace'.padEnd(24)} ${measure(CLAUSES.join(' && '), true).toLocaleString('en-US').padStart(12)} a second\n`,
);
