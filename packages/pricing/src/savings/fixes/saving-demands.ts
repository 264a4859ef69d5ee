import {
  type CompiledWork,
  type Decision,
  type Gate,
  gateWork,
  type LayeredPolicy,
  type PolicySet,
  preparePolicies,
  type RuleForm,
  type Verdict,
} from '@tollgate/policy-engine';
import { type ResourceView, resourceViews, runExceptions } from '@tollgate/resources';
import { type EvaluateOptions, type Evaluation, evaluateModule, type SourceTree } from '@tollgate/terraform';
import { costChange } from '../../changes/cost-change-of-run.ts';
import { estimateRoot } from '../../changes/estimated-root.ts';
import { type EstimateInput, openEstimation } from '../../estimate/estimation.ts';
import { factsOf } from '../../facts/table.ts';
import type { CostsRun } from '../../gate/check-costs.ts';
import { costGate } from '../../gate/cost-gate.ts';
import type { CostRun } from '../../gate/cost-run.ts';
import type { CostSubject } from '../../gate/cost-subject.ts';
import { costSubjects } from '../../gate/cost-subjects.ts';
import type { PricingFiles } from '../../pricing-files.ts';
import { alternativeOf, type ValueChange } from '../alternative.ts';
import { alternativeForm } from '../alternative-form.ts';
import { readAlternative } from '../read-alternative.ts';

/** What a configuration is judged with. */
export interface SavingsOptions {
  readonly set: PolicySet;
  readonly files: PricingFiles;
  readonly run: CostsRun;
  /** With what the configuration is evaluated. */
  readonly options: EvaluateOptions;
  /** What an estimate of the resources of a configuration is made of. */
  readonly inputOf: (resources: readonly ResourceView[], evaluation: Evaluation) => EstimateInput;
  /** The environment that the root module is for, as policies know it; null when nothing tells. */
  readonly environment: string | null;
}

/** A resource that costs less with other values, by a rule that says that the values alone are safe to set. */
export interface SavingDemand {
  readonly verdict: Verdict;
  readonly view: ResourceView;
  readonly changes: readonly ValueChange[];
}

/** A configuration with what the policies about costs say of it. */
export interface SavingsState {
  readonly tree: SourceTree;
  readonly evaluation: Evaluation;
  readonly decision: Decision;
  /** The failed verdicts, exceptions applied. */
  readonly failed: readonly Verdict[];
  readonly demands: readonly SavingDemand[];
}

/**
 * Makes policies ready to judge the costs of a configuration, once for each text that it has.
 * @throws PolicyEngineError for mistakes in policies, each at its place.
 */
export async function savingsJudge(given: SavingsOptions): Promise<(tree: SourceTree) => SavingsState> {
  const { set, files, run, options, inputOf, environment } = given;
  let judged: CostRun | null = null;
  let noted: Noted[] = [];
  const subjects = () => (judged === null ? [] : costSubjects(judged));
  const gate = costGate(files);
  const prepared = await preparePolicies(set, [gateWork(gate, subjects)]);
  const noting = gateWork(
    notingGate(gate, files, (entry) => noted.push(entry)),
    subjects,
  );
  const rules = await rulesAlone(set.policies, (policy) => noting.compile([policy]));
  return (tree) => {
    const evaluation = evaluateModule(tree, { ...options, places: true });
    const input = { kind: 'configuration', evaluation } as const;
    const estimate = inputOf(resourceViews(input), evaluation);
    judged = costRun(options.folder ?? '.', estimate, environment);
    const commented = [{ input, tree, base: null }];
    const decision = prepared.judge({ ...run, ...runExceptions(set.documents, commented, run) });
    const failed = decision.verdicts.filter(({ outcome }) => outcome === 'fail');
    const demands = rules.flatMap(({ policy, rule, work }) => {
      const own = failed.filter((verdict) => verdict.policy === policy && verdict.rule === rule);
      if (own.length === 0) return [];
      noted = [];
      work.judge(run.now);
      const byAddress = new Map(noted.map((entry) => [entry.view.address, entry]));
      return own.flatMap((verdict) => {
        const entry = byAddress.get(verdict.subject.id);
        return entry === undefined ? [] : [{ ...entry, verdict }];
      });
    });
    return { tree, evaluation, decision, failed, demands };
  };
}

type Noted = Omit<SavingDemand, 'verdict'>;

/** The gate with a form that notes what would have to be changed. */
function notingGate(gate: Gate<CostSubject>, files: PricingFiles, note: (entry: Noted) => void): Gate<CostSubject> {
  const facts = factsOf(files);
  const form = alternativeForm(facts);
  const noting: RuleForm<CostSubject> = {
    ...form,
    async compile(value, where) {
      const check = await form.compile(value, where);
      const rule = readAlternative(value, facts);
      if (rule.kind !== 'change' || !rule.isFixable) return check;
      return (subject) => {
        const result = check(subject);
        const { data } = subject;
        const found =
          result.outcome === 'fail' && data.scope === 'resource' ? alternativeOf(data.view, rule, facts) : null;
        if (data.scope === 'resource' && found?.kind === 'other') note({ view: data.view, changes: found.changes });
        return result;
      };
    },
  };
  return { ...gate, forms: [...(gate.forms ?? []).filter(({ name }) => name !== form.name), noting] };
}

/** Each rule compiled alone: what its form notes is then this rule's. */
async function rulesAlone(
  policies: readonly LayeredPolicy[],
  compile: (policy: LayeredPolicy) => Promise<CompiledWork>,
): Promise<readonly { readonly policy: string; readonly rule: string; readonly work: CompiledWork }[]> {
  const alone = policies.flatMap((policy) => policy.rules.map((rule) => ({ policy, rule })));
  return Promise.all(
    alone.map(async ({ policy, rule }) => ({
      policy: policy.name,
      rule: rule.id,
      work: await compile({ ...policy, rules: [rule] }),
    })),
  );
}

/** A run about one root module, which is not compared with anything: what is wrong with it was so before as well. */
function costRun(name: string, estimate: EstimateInput, environment: string | null): CostRun {
  const after = estimateRoot(openEstimation(estimate));
  const { currency = 'USD', priceSource = 'embedded' } = estimate;
  const costed = after.resources.map((resource) => resource.costed);
  const root = { name, status: 'without-base', after: costed, reason: 'there is nothing to compare with' } as const;
  return {
    change: costChange({ roots: [root], currency, priceSource, problems: [] }),
    environmentOf: () => environment,
    roots: [{ name, after, before: null }],
  };
}
