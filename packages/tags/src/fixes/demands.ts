import {
  type CompiledWork,
  type FormCheck,
  type Gate,
  gateWork,
  type JsonValue,
  type LayeredPolicy,
  type PolicySet,
  type RuleForm,
  type Subject,
  type Verdict,
} from '@tollgate/policy-engine';
import type { ResourceInput } from '@tollgate/resources';
import { defaultTagSubjects, defaultTagsGate } from '../gate/default-tags-gate.ts';
import { type TagOptions, tagSubjects } from '../gate/tag-subjects.ts';
import { tagsGate } from '../gate/tags-gate.ts';
import { keysForm, readKeysRule } from '../rules/keys-form.ts';
import { readTagRules } from '../rules/tag-rule.ts';
import { tagsForm } from '../rules/tags-form.ts';
import type { TaggabilityOf } from '../taggability.ts';
import type { Tagged } from '../tagged.ts';
import { type Demand, violationKey, type Want } from './want.ts';
import { wantsOfKeyRules } from './wants-of-key-rules.ts';
import { wantsOfTagRules } from './wants-of-tag-rules.ts';

/** What was judged, and which types carry tags, where the table does not decide. */
export interface Judged {
  readonly input: ResourceInput;
  readonly taggability?: TaggabilityOf;
}

/** Finds what the broken rules of a set of policies want. */
export interface DemandFinder {
  /** Whether a policy is about tags at all. */
  isAboutTags(policy: string): boolean;
  /** What the rules of failed verdicts want, in the order of the verdicts. */
  demands(failed: readonly Verdict[], given: Judged, now: string): readonly Demand[];
}

/** One rule, compiled alone: what its form notes is then this rule's. */
interface RuleAtWork {
  readonly policy: string;
  readonly rule: string;
  readonly work: CompiledWork;
}

/**
 * Makes a finder of demands. The rules are compiled with forms that note what they want while the engine judges with them, so that
 * what a rule is about, with its conditions, layers and parameters, is decided in one place.
 */
export async function demandFinder(set: PolicySet): Promise<DemandFinder> {
  let judged: Judged | undefined;
  let noted: Noted[] = [];
  const subjectsOf =
    <Data>(make: (input: ResourceInput, options: TagOptions) => readonly Subject<Data>[]) =>
    () =>
      judged === undefined ? [] : make(judged.input, judged);
  const note = (entry: Noted) => noted.push(entry);
  const works = [
    gateWork(noting(tagsGate, note), subjectsOf(tagSubjects)),
    gateWork(noting(defaultTagsGate, note), subjectsOf(defaultTagSubjects)),
  ];
  const rules: RuleAtWork[] = [];
  for (const work of works) {
    for (const policy of set.policies.filter(({ gate }) => gate === work.gate.name)) {
      for (const alone of rulesAlone(policy)) {
        const compiled = await work.compile([alone.policy]);
        rules.push({ policy: policy.name, rule: alone.rule, work: compiled });
      }
    }
  }
  const about = new Set(rules.map(({ policy }) => policy));
  return {
    isAboutTags: (policy) => about.has(policy),
    demands(failed, given, now) {
      judged = given;
      const byViolation = new Map<string, Noted>();
      for (const { policy, rule, work } of rules) {
        if (!failed.some((verdict) => verdict.policy === policy && verdict.rule === rule)) continue;
        noted = [];
        work.judge(now);
        for (const { subject, wants } of noted) {
          const key = violationKey({ policy, rule, subject: subject.reference });
          byViolation.set(key, { subject, wants: [...(byViolation.get(key)?.wants ?? []), ...wants] });
        }
      }
      return failed.flatMap((verdict) => demandsOf(verdict, byViolation.get(violationKey(verdict))?.wants ?? null));
    },
  };
}

interface Noted {
  readonly subject: Subject<Tagged>;
  readonly wants: readonly Want[];
}

/** `wants` is null for a rule that has no form of ours. */
function demandsOf(verdict: Verdict, wants: readonly Want[] | null): Demand[] {
  const { policy, rule, subject } = verdict;
  const all: readonly Want[] = wants === null ? [conditionOnly] : wants.length === 0 ? [unclear] : wants;
  return all.map((want) => ({ policy, rule, subject, source: verdict.source ?? null, want }));
}

const conditionOnly: Want = {
  kind: 'none',
  key: null,
  reason:
    'the rule is a condition, which does not tell what is wanted instead. Only rules with tags or tagKeys are mended.',
};

const unclear: Want = { kind: 'none', key: null, reason: 'no edit is known that mends it.' };

function rulesAlone(policy: LayeredPolicy): { readonly rule: string; readonly policy: LayeredPolicy }[] {
  return policy.rules.map((rule) => ({ rule: rule.id, policy: { ...policy, rules: [rule] } }));
}

/** The gate with forms that note what they want. */
function noting<Data extends Tagged>(gate: Gate<Data>, note: (entry: Noted) => void): Gate<Data> {
  const forms: RuleForm<Data>[] = [
    notingForm<Data>(
      tagsForm,
      (value) => {
        const rules = readTagRules(value);
        return (tagged) => wantsOfTagRules(tagged, rules);
      },
      note,
    ),
    notingForm<Data>(
      keysForm,
      (value) => {
        const rule = readKeysRule(value);
        return (tagged) => wantsOfKeyRules(tagged, rule);
      },
      note,
    ),
  ];
  return { ...gate, forms };
}

function notingForm<Data extends Tagged>(
  form: Omit<RuleForm<Tagged>, 'compile'> & { compile(value: JsonValue): FormCheck<Tagged> },
  wantsFor: (value: JsonValue) => (tagged: Tagged) => readonly Want[],
  note: (entry: Noted) => void,
): RuleForm<Data> {
  return {
    ...form,
    compile(value) {
      const check = form.compile(value);
      const wants = wantsFor(value);
      return (subject) => {
        const result = check(subject);
        if (result.outcome === 'fail') note({ subject, wants: wants(subject.data) });
        return result;
      };
    },
  };
}
