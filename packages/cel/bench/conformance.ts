/** Prints how many cases of the CEL specification pass, by suite: `node packages/cel/bench/conformance.ts`. */
import { conformanceCases, runCase } from '../test/conformance.ts';

const suites = new Map<string, { cases: number; passed: number }>();
for (const test of conformanceCases()) {
  const suite = suites.get(test.suite) ?? { cases: 0, passed: 0 };
  suites.set(test.suite, suite);
  suite.cases += 1;
  const difference = runCase(test);
  if (difference === null) suite.passed += 1;
  else process.stdout.write(`${test.id}: ${test.expression}\n  ${difference}\n`);
}
const total = { cases: 0, passed: 0 };
for (const [name, { cases, passed }] of suites) {
  process.stdout.write(`${name.padEnd(18)} ${String(passed).padStart(5)} of ${String(cases).padStart(5)}\n`);
  total.cases += cases;
  total.passed += passed;
}
process.stdout.write(`${'all'.padEnd(18)} ${String(total.passed).padStart(5)} of ${String(total.cases).padStart(5)}\n`);
