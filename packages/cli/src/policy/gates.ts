import { type ExplainWork, explainWork, type TestGate, testGate, type Verdict } from '@tollgate/policy-engine';
import { costGate, type PricingFiles } from '@tollgate/pricing';
import { resourceGate, resourceSubjects } from '@tollgate/resources';
import { defaultTagSubjects, defaultTagsGate, type JudgedResources, tagSubjects, tagsGate } from '@tollgate/tags';

/** The gates whose policies the command can work on. Cases of the gate `cost` are priced with the files. */
export function testGates(files: PricingFiles): readonly TestGate[] {
  return [testGate(resourceGate), testGate(tagsGate), testGate(defaultTagsGate), testGate(costGate(files))];
}

/** Gates whose verdicts can be explained. */
export interface ExplainedGates {
  readonly works: readonly ExplainWork[];
  /** What they said. */
  readonly verdicts: readonly Verdict[];
}

/** The gates about resources, with those of a configuration or a plan. */
export function explainWorks({ input, base, pathOf, taggability }: JudgedResources): readonly ExplainWork[] {
  const options = {
    ...(base === null ? {} : { base: base.evaluation }),
    ...(pathOf === undefined ? {} : { pathOf }),
  };
  const tagOptions = { ...options, ...(taggability === undefined ? {} : { taggability }) };
  return [
    explainWork(
      resourceGate,
      once(() => resourceSubjects(input, options)),
    ),
    explainWork(
      tagsGate,
      once(() => tagSubjects(input, tagOptions)),
    ),
    explainWork(
      defaultTagsGate,
      once(() => defaultTagSubjects(input)),
    ),
  ];
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
