// Evaluates many mutated configurations and prints those that the evaluator did not take as it should.
// Usage: node packages/terraform/test/fuzz.ts [COUNT] [FIRST SEED]
import { readModuleVectors } from './module-vectors.ts';
import { mutateAndEvaluate } from './mutated-configurations.ts';

const [count = 100_000, firstSeed = 1] = process.argv.slice(2).map(Number);
const vectors = readModuleVectors(new URL('vectors/module-vectors.json', import.meta.url));
const step = 1000;
const problems = new Map<string, number>();

for (let done = 0; done < count; done += step) {
  for (const { seed, from, problem } of mutateAndEvaluate(vectors, Math.min(step, count - done), firstSeed + done)) {
    const known = problems.get(problem) ?? 0;
    problems.set(problem, known + 1);
    if (known === 0) process.stdout.write(`seed ${seed}, from ${from}: ${problem}\n`);
  }
}
process.stdout.write(`${count} configurations, ${[...problems.values()].reduce((sum, n) => sum + n, 0)} findings\n`);
process.exitCode = problems.size === 0 ? 0 : 1;
