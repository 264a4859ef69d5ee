import { describe, expect, it } from 'vitest';
import { evaluateVector, expectedOf, outcomeOf, readModuleVectors } from '../../test/module-vectors.ts';

const files = ['module-vectors.json', 'plan-vectors.json'];

describe.each(files)('the configurations of %s', (file) => {
  const vectors = readModuleVectors(new URL(`../../test/vectors/${file}`, import.meta.url));
  const [same, different] = [undefined, true].map((wanted) =>
    vectors.filter(({ differs }) => (differs === undefined) === (wanted === undefined)),
  );

  it.each(same ?? [])('come out as Terraform has it: $name', (vector) => {
    expect(outcomeOf(evaluateVector(vector), vector)).toEqual(expectedOf(vector));
  });

  it.runIf(file === 'plan-vectors.json').each(different ?? [])('are known to differ: $name. $differs', (vector) => {
    expect(outcomeOf(evaluateVector(vector), vector)).not.toEqual(expectedOf(vector));
  });
});
