import { type Phrase, type SourcePlace, text } from '@tollgate/policy-engine';
import type { CostChange } from '../changes/cost-change.ts';
import { type ChangedGroup, changedGroups } from './changed-group.ts';
import { deltaBoundsText } from './delta-bounds-text.ts';
import { groupCost } from './group-cost.ts';
import { groupInlines } from './instance-group.ts';
import { reasonsPhrase } from './reason-phrase.ts';

/** A remark on the lines that a change of the cost comes from. */
export interface ChangeRemark {
  readonly place: SourcePlace;
  /** `+$36.50 a month`. */
  readonly title: string;
  /** `aws_instance.web: instance_type m5.large → m6i.xlarge; $70.08 → $106.58 a month.` */
  readonly message: Phrase;
}

/** So many lines get a remark: on more, nobody finds those that matter. */
const mostRemarks = 50;

/** Remarks on the lines of what changes the cost, the largest change first. What is removed has no line any more. */
export function changeRemarks({ resources, currency }: CostChange): readonly ChangeRemark[] {
  return changedGroups(resources)
    .flatMap((group) => remarkOf(group, currency) ?? [])
    .slice(0, mostRemarks);
}

/** Instances of one block that change in the same way are one remark: they are written on the same lines. */
function remarkOf(group: ChangedGroup, currency: string): ChangeRemark | null {
  const { first, delta, weight } = group;
  const after = groupCost(group, 'after', currency);
  if (first.source === null || after === null || weight.eq(0)) return null;
  const before = groupCost(group, 'before', currency);
  const reasons = reasonsPhrase(first, currency);
  const costs = before === null ? after.shown : `${before.shown} → ${after.shown}`;
  return {
    place: first.source,
    title: `${deltaBoundsText(delta, currency)} a month`,
    message: [
      ...groupInlines(group),
      text(': '),
      ...reasons,
      text(`${reasons.length === 0 ? '' : '; '}${costs} a month.`),
    ],
  };
}
