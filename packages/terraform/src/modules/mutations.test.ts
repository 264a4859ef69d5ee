import { expect, it } from 'vitest';
import { readModuleVectors } from '../../test/module-vectors.ts';
import { mutateAndEvaluate } from '../../test/mutated-configurations.ts';

it('takes mutated configurations without throwing, and in time', () => {
  const vectors = readModuleVectors(new URL('../../test/vectors/module-vectors.json', import.meta.url));
  expect(mutateAndEvaluate(vectors, 1500)).toEqual([]);
  // What a million of them has found, and what was mended.
  expect(mutateAndEvaluate(vectors, 1, 348_177)).toEqual([]);
});
