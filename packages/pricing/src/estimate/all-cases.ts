import { mostCases, Undetermined } from '../resource/undetermined.ts';

/** Gives one of some values; over all runs, each of them once with each of the others. */
export type Choose = <T>(attribute: string, reason: string, values: readonly T[]) => T;

/** What was chosen from, in one run. */
export interface Case<R> {
  readonly result: R;
  /** The attributes that are not known, with the reason. */
  readonly unknowns: ReadonlyMap<string, string>;
  /** What was chosen, as text by attribute: the same in two estimates is the same case. */
  readonly chosen: ReadonlyMap<string, string>;
}

/**
 * Runs something once for every combination of the values of what it chooses. What is chosen again under the same name is the same
 * value. A choice that would make more than 32 runs is `Undetermined` where it is made.
 */
export function allCases<R>(run: (choose: Choose) => R): readonly [Case<R>, ...Case<R>[]] {
  const first = runCase(run, []);
  const cases: [Case<R>, ...Case<R>[]] = [first];
  let steps = next(first.steps);
  while (steps !== null && cases.length < mostCases) {
    const found = runCase(run, steps);
    cases.push(found);
    steps = next(found.steps);
  }
  return cases;
}

interface Step {
  readonly attribute: string;
  readonly index: number;
  readonly count: number;
}

function runCase<R>(
  run: (choose: Choose) => R,
  script: readonly Step[],
): Case<R> & { readonly steps: readonly Step[] } {
  const steps: Step[] = [];
  const unknowns = new Map<string, string>();
  const chosen = new Map<string, string>();
  let product = 1;
  const choose: Choose = (attribute, reason, values) => {
    let step = steps.find((made) => made.attribute === attribute);
    if (step === undefined) {
      if (product * values.length > mostCases) throw new Undetermined(reason);
      product *= values.length;
      step = { attribute, index: script[steps.length]?.index ?? 0, count: values.length };
      steps.push(step);
      unknowns.set(attribute, reason);
    }
    const value = values[step.index];
    if (value === undefined) throw new Undetermined(reason);
    chosen.set(attribute, JSON.stringify(value));
    return value;
  };
  return { result: run(choose), unknowns, chosen, steps };
}

/** The next combination, like counting with digits; null after the last. */
function next(steps: readonly Step[]): readonly Step[] | null {
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at];
    if (step !== undefined && step.index + 1 < step.count)
      return [...steps.slice(0, at), { ...step, index: step.index + 1 }];
  }
  return null;
}
