import { quote } from '../documents/quote.ts';
import { unknownRule } from '../exceptions/rule-name.ts';
import { elsewhere, type RunPlace } from '../exceptions/scope.ts';
import type { PolicyHeader } from '../policy.ts';
import { type Approval, isListed, isOverridable, isSameCommit } from './approval.ts';
import type { OverrideReport } from './override-report.ts';

/** Tells what became of an override, after all results were gone through. */
export function overrideReport(
  approval: Approval,
  policies: readonly PolicyHeader[],
  here: RunPlace & { readonly commit: string | null },
): OverrideReport {
  const { id, rule, approver, at, commit, reason, source } = approval.override;
  const { status, sentence } = fateOf(approval, policies, here);
  const message = `Override ${shown(id)} of ${shown(approver)} ${sentence}`;
  return { id, rule, status, matched: approval.matched, approver, at, commit, reason, source, message };
}

/** The status, and a sentence that goes on after the name of the override. */
interface Fate {
  readonly status: OverrideReport['status'];
  readonly sentence: string;
}

function fateOf(
  approval: Approval,
  policies: readonly PolicyHeader[],
  here: RunPlace & { readonly commit: string | null },
): Fate {
  const { override, rules, matched, lacking } = approval;
  const away = elsewhere(override.scope, here);
  if (away !== null) return { status: 'out-of-scope', sentence: away };
  if (rules.length === 0) return { status: 'unknown-rule', sentence: unknownRule(override.rule, policies) };
  if (!isSameCommit(override, here.commit)) {
    const judged = here.commit === null ? 'a commit that is not known' : `commit ${shown(here.commit.slice(0, 12))}`;
    return {
      status: 'other-commit',
      sentence: `approves commit ${shown(override.commit.slice(0, 12))}, and this run judges ${judged}. Have this one approved.`,
    };
  }
  if (!rules.some(({ header }) => isListed(override, header))) return refused(rules);
  if (matched > 0) {
    return { status: 'used', sentence: `overrides ${matched} ${matched === 1 ? 'verdict' : 'verdicts'}.` };
  }
  if (lacking !== null) {
    const { wanted, given } = lacking;
    return {
      status: 'too-few-approvals',
      sentence: `does not suffice: the rule wants ${wanted} people to approve, and has ${given}.`,
    };
  }
  return { status: 'unused', sentence: 'is not needed: nothing that it is for blocks.' };
}

function refused(rules: Approval['rules']): Fate {
  const overridable = rules.find(({ header }) => isOverridable(header));
  if (overridable !== undefined) {
    const approvers = overridable.header.override?.approvers ?? [];
    return {
      status: 'not-listed',
      sentence: `does not count: ${nameOf(overridable)} can be overridden only by ${approvers.join(', ')}.`,
    };
  }
  const hard = rules.find(({ header }) => header.level === 'hard-mandatory');
  if (hard !== undefined) {
    return {
      status: 'not-overridable',
      sentence: `does not count: ${nameOf(hard)} is hard-mandatory. Only an exception helps.`,
    };
  }
  const soft = rules.find(({ header }) => header.level === 'soft-mandatory');
  return {
    status: 'not-overridable',
    sentence:
      soft === undefined
        ? 'is not needed: the rule is advisory and never blocks.'
        : `does not count: ${nameOf(soft)} lists nobody who may override it.`,
  };
}

function nameOf({ policy, header }: Approval['rules'][number]): string {
  return quote(`${policy}/${header.id}`);
}

/** A name as it is when it is plain, in quotes otherwise: it can come from anywhere. */
function shown(name: string): string {
  return /^[\w.:/@-]{1,100}$/.test(name) ? name : quote(name);
}
