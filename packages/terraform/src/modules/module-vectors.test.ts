import { describe, expect, it } from 'vitest';
import { evaluateVector, expectedOf, outcomeOf, readModuleVectors } from '../../test/module-vectors.ts';

const vectors = ['module-vectors.json', 'plan-vectors.json'].flatMap((file) =>
  readModuleVectors(new URL(`../../test/vectors/${file}`, import.meta.url)),
);

describe('small configurations', () => {
  it.each(vectors.filter(({ differs }) => differs === undefined))('come out as Terraform has it: $name', (vector) => {
    expect(outcomeOf(evaluateVector(vector), vector)).toEqual(expectedOf(vector));
  });

  it.each(vectors.filter(({ differs }) => differs !== undefined))('are known to differ: $name. $differs', (vector) => {
    expect(outcomeOf(evaluateVector(vector), vector)).not.toEqual(expectedOf(vector));
  });
});
