import { code, type Phrase, type SourcePlace, text } from '@tollgate/policy-engine';
import type { CostChange, ResourceChange } from '../changes/cost-change.ts';
import { deltaText, moneyText } from '../money/money-text.ts';
import { largestFirst } from './largest-first.ts';
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
  return largestFirst(resources)
    .flatMap((change) => remarkOf(change, currency) ?? [])
    .slice(0, mostRemarks);
}

function remarkOf(change: ResourceChange, currency: string): ChangeRemark | null {
  const { source, delta, address, before, after } = change;
  if (source === null || delta === null || after === null || Number(delta) === 0) return null;
  const reasons = reasonsPhrase(change, currency);
  const costs =
    before === null ? moneyText(after, currency) : `${moneyText(before, currency)} → ${moneyText(after, currency)}`;
  return {
    place: source,
    title: `${deltaText(delta, currency)} a month`,
    message: [code(address), text(': '), ...reasons, text(`${reasons.length === 0 ? '' : '; '}${costs} a month.`)],
  };
}
