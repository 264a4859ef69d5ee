import type { FormResult, RuleForm, VerdictEvidence } from '@tollgate/policy-engine';
import type { ResourceView } from '@tollgate/resources';
import type { CostedResource } from '../estimate/resource-cost.ts';
import type { Facts } from '../facts/table.ts';
import type { CostSubject } from '../gate/cost-subject.ts';
import { isAlternative } from '../gate/form-validators.gen.ts';
import { type Amount, amountText, sumOf } from '../money/amount.ts';
import { pathText } from '../resource/place.ts';
import { alternativeOf, type ValueChange } from './alternative.ts';
import type { AlternativeRule } from './alternative-rule.ts';
import { alternativeSchema } from './alternative-schema.ts';
import { readAlternative } from './read-alternative.ts';
import { type Saving, savingOf, savingOfAll, sumOfSavings } from './saving.ts';
import { alternativeText, doubtsText, savesText, shownValue } from './saving-message.ts';

type ResourceSubject = Extract<CostSubject, { readonly scope: 'resource' }>;

/**
 * The form `alternative` of rules: fails for a resource that costs less, by a least saving a month, when it is something else that does
 * the same. The saving is the difference of two estimates; where one of them is not known well enough to tell it from the least
 * saving, the verdict is unknown.
 */
export function alternativeForm(facts: Facts): RuleForm<CostSubject> {
  return {
    name: 'alternative',
    schema: alternativeSchema,
    validate: isAlternative,
    compile(value) {
      const rule = readAlternative(value, facts);
      return ({ data }) => (data.scope === 'resource' ? judgeAlternative(data, rule, facts) : notOfResource);
    },
  };
}

const notOfResource: FormResult = {
  outcome: 'not-applicable',
  message: 'Only a single resource can be something else instead.',
};

function judgeAlternative(subject: ResourceSubject, rule: AlternativeRule, facts: Facts): FormResult {
  const { view, estimation } = subject;
  if (rule.kind === 'remove') {
    const cost = estimation.costOf(view);
    return judgeSaving(subject, rule, { saving: savingOfAll(cost), before: [cost], after: [], changes: null });
  }
  const alternative = alternativeOf(view, rule, facts);
  switch (alternative.kind) {
    case 'none':
      return { outcome: 'pass', message: 'There is nothing that does the same for less.' };
    case 'unknown':
      return unknownBeforeApply(alternative.reason);
    case 'other': {
      const compared = compareCosts(view, alternative.view, estimation);
      if (compared === null) return unknownBeforeApply('it is not known what refers to it');
      return judgeSaving(subject, rule, { ...compared, changes: alternative.changes });
    }
  }
}

function unknownBeforeApply(reason: string): FormResult {
  return { outcome: 'unknown', message: `Cannot be told before apply: ${reason}.` };
}

interface ComparedCosts {
  readonly saving: Saving;
  readonly before: readonly CostedResource[];
  readonly after: readonly CostedResource[];
}

/**
 * The costs of a resource as it is, and as it could be. What has none of its own, such as a launch template, costs what those cost that
 * refer to it; null when these are not known.
 */
function compareCosts(
  view: ResourceView,
  other: ResourceView,
  { costOf, costWith, usedBy }: ResourceSubject['estimation'],
): ComparedCosts | null {
  const own = costOf(view);
  const users = own.cost.status === 'free' ? usedBy(view) : [];
  if (users === null) return null;
  const before = [own, ...users.map((user) => costOf(user))];
  const after = [costOf(other), ...users.map((user) => costWith(user, other))];
  const savings = before.flatMap((cost, index) => {
    const instead = after[index];
    return instead === undefined ? [] : [savingOf(cost, instead)];
  });
  return { saving: sumOfSavings(savings), before, after };
}

/** Costs, with what would be changed; null for a resource that could go. */
interface Compared extends ComparedCosts {
  readonly changes: readonly ValueChange[] | null;
}

function judgeSaving({ currency }: ResourceSubject, rule: AlternativeRule, compared: Compared): FormResult {
  const { saving, before, changes } = compared;
  const { least, most } = saving;
  const what = alternativeText(changes);
  if (least?.gt(0) === true && least.gte(rule.minSaving)) {
    const evidence = [...changeEvidence(changes), savingEvidence(least)];
    const message = `${what} ${savesText({ least, most }, changes === null ? null : highOf(before), currency)}.`;
    return { outcome: 'fail', message, evidence };
  }
  if (most !== null && (most.lte(0) || most.lt(rule.minSaving))) {
    return { outcome: 'pass', message: `${what} saves less than is worth a word.` };
  }
  const inside = what.charAt(0).toLowerCase() + what.slice(1);
  const message = `What ${inside} saves cannot be told: ${doubtsText(saving.doubts)}.`;
  return { outcome: 'unknown', message, evidence: changeEvidence(changes) };
}

function highOf(costs: readonly CostedResource[]): Amount {
  return sumOf(costs.map(({ high }) => high));
}

function changeEvidence(changes: readonly ValueChange[] | null): readonly VerdictEvidence[] {
  return (changes ?? []).map(({ path, from, to }) => ({
    expression: pathText(path),
    value: `${shownValue(from)} → ${shownValue(to)}`,
  }));
}

/** The expression of the evidence with the saving: decimal text, in the currency of the report. */
export const savingExpression = 'saving';

function savingEvidence(least: Amount): VerdictEvidence {
  return { expression: savingExpression, value: amountText(least) };
}
