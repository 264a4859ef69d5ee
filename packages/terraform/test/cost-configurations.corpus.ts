import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluateModule } from '../src/modules/index.ts';
import { memoryTree } from '../src/tree/index.ts';

const corpus = process.env.TOLLGATE_CORPUS;
const folder = join(corpus ?? '', 'cost', 'cases');

if (corpus === undefined) process.stdout.write('Configurations of the corpus: left out, TOLLGATE_CORPUS is not set.\n');

describe.skipIf(corpus === undefined)('configurations of the corpus', () => {
  const providers = corpus === undefined ? [] : readdirSync(folder);
  const files = providers.flatMap((provider) =>
    readdirSync(join(folder, provider)).map((file) => join(provider, file)),
  );
  let resources = 0;
  let evaluated = 0;
  afterAll(() => {
    process.stdout.write(
      `${evaluated} of ${files.length} configurations evaluated without error, ${resources} resources\n`,
    );
  });

  it.each(files)('evaluates %s without error', (file) => {
    const { config } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const evaluation = evaluateModule(memoryTree({ 'main.tf.json': JSON.stringify(config, null, 1) }));
    expect(evaluation.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(evaluation.resources.length).toBeGreaterThan(0);
    resources += evaluation.resources.length;
    evaluated++;
  });
});
