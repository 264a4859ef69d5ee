import type { Decision } from '../decide.ts';
import { nearest } from '../documents/nearest.ts';
import { quote } from '../documents/quote.ts';
import type { RuleDescription } from '../evidence.ts';
import { findConflicts } from '../layers/find-conflicts.ts';
import { layerPolicies } from '../layers/layer-policies.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import { identify, type PolicyIdentity } from '../policy.ts';
import { type Problem, problemText } from '../problem.ts';
import { compareText } from '../text-order.ts';
import { decideRun, type Run } from './decide-run.ts';
import type { CompiledWork, GateWork } from './gate-work.ts';
import { environmentsOf, type PolicySet, refuse } from './policy-set.ts';

/** Policies that are whole, compiled, and without contradiction. */
export interface PreparedPolicies {
  /** What they say of their rules, for reports. */
  readonly rules: readonly RuleDescription[];
  /** Those that judge here, by name. */
  readonly policies: readonly PolicyIdentity[];
  /** What a reader must know of them whatever they judge, such as a policy for another gate. */
  readonly notices: readonly string[];
  judge(run: Run): Decision;
}

/**
 * Compiles the policies of a set for the gates of a run, and looks for rules that contradict each other. A policy for another
 * gate is named in a notice, because it judges nothing here; `judges` says of gates who judges for them.
 * @throws PolicyEngineError with every mistake at its place.
 */
export async function preparePolicies(
  set: PolicySet,
  works: readonly GateWork[],
  judges: Readonly<Record<string, string>> = {},
): Promise<PreparedPolicies> {
  const compiled: CompiledWork[] = [];
  for (const work of works) compiled.push(await work.compile(set.policies, set.readBeside));
  refuse([...compiled.flatMap(({ problems }) => problems), ...(await problemsElsewhere(set, works))]);
  const gates = works.map(({ gate }) => gate);
  refuse(mistypedGates(set, gates));
  refuse(findConflicts(set.policies, gates).filter(({ severity }) => severity === 'error'));
  const terms = new Map(set.policies.map(({ name, exceptions }) => [name, exceptions]));
  const notices = [...set.notices, ...elsewhere(set.policies, gates, judges)];
  return {
    rules: set.policies.flatMap(describeRules),
    policies: compiled.flatMap(({ policies }) => policies.map(identify)).sort((a, b) => compareText(a.name, b.name)),
    notices,
    judge: (run) =>
      decideRun(
        compiled.map((work) => work.judge(run.now)),
        { terms, notices },
        run,
      ),
  };
}

/**
 * What is wrong in policies of other environments: their layers take no part in this run, but whoever changes them must not
 * learn of a mistake only when something is to be deployed there.
 */
async function problemsElsewhere(set: PolicySet, works: readonly GateWork[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const environment of environmentsOf(set.documents.policies)) {
    if (environment === set.environment) continue;
    const { policies } = layerPolicies(set.documents.policies, { environment });
    const touched = policies.filter(({ layers }) => layers.some(({ layer }) => layer === 'environment'));
    for (const work of works) problems.push(...(await work.compile(touched, set.readBeside)).problems);
  }
  return distinct(problems);
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [problemText(problem), problem])).values()];
}

function elsewhere(
  policies: readonly LayeredPolicy[],
  gates: readonly { readonly name: string }[],
  judges: Readonly<Record<string, string>>,
): string[] {
  const known = new Set(gates.map(({ name }) => name));
  const here = `this is about ${[...known].sort(compareText).join(', ')}`;
  return policies
    .filter(({ gate }) => !known.has(gate))
    .map(({ name, gate }) => {
      const judge = Object.hasOwn(judges, gate) ? judges[gate] : here;
      return `Policy ${quote(name)} is for the gate ${quote(gate)} and was not judged here: ${judge}.`;
    });
}

/** A gate that nobody knows is judged by nobody, without a word of blame: what is nearly the name of one is a mistake. */
function mistypedGates({ documents }: PolicySet, gates: readonly { readonly name: string }[]): readonly Problem[] {
  const known = gates.map(({ name }) => name);
  return documents.policies.flatMap(({ document, places }) => {
    const { gate } = document.spec;
    const near = known.includes(gate) ? undefined : nearest(gate, known);
    if (near === undefined) return [];
    const message = `There is no gate ${quote(gate)}. Did you mean ${quote(near)}?`;
    return [{ file: places.file, ...places.at(['spec', 'gate']), message }];
  });
}

function describeRules(policy: LayeredPolicy): RuleDescription[] {
  return policy.rules.map((rule) => ({
    policy: policy.name,
    rule: rule.id,
    level: rule.level,
    ...(rule.description === null ? {} : { description: rule.description }),
    ...(rule.remedy === null ? {} : { remedy: rule.remedy }),
    ...(rule.controls.length === 0 ? {} : { controls: rule.controls }),
    ...(rule.override === null ? {} : { approvers: rule.override.approvers }),
    ...(policy.owners.length === 0 ? {} : { owners: policy.owners }),
  }));
}
