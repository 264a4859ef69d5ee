import {
  code,
  type Decision,
  type DecisionOutcome,
  type Evidence,
  type Inline,
  type Phrase,
  type Section,
  type SourcePlace,
  text,
  type Verdict,
} from '@tollgate/policy-engine';
import { exceptedSections } from './excepted.ts';
import { inlines, messagePhrase } from './phrase.ts';
import { ruleLookup } from './rule-lookup.ts';
import { openRows, ruleSections, unknownSections } from './rule-sections.ts';
import { noticesOf } from './silent-policies.ts';

/** A decision with the evidence that its gate gives: what every kind of report is made from. */
export interface Report {
  readonly decision: Decision;
  readonly evidence: Evidence;
}

/** A report in reading order, before it gets a look. */
export interface ArrangedReport {
  /** `unjudged` where no policy judged, so that nothing passed either. */
  readonly outcome: DecisionOutcome | 'unjudged';
  readonly headline: Phrase;
  readonly sections: readonly Section[];
  /** Makes the sections of the full report only. */
  readonly appendix?: () => readonly Section[];
  readonly footer: readonly Phrase[];
}

/**
 * Puts a report into the order in which every reader meets it: verdict and number, the rules that block, the gate's open tables,
 * what rules advise, the ways out, its folded tables, what is excepted, what is not known, the sources.
 */
export function arrange({ decision, evidence }: Report): ArrangedReport {
  const { decided, unknown, excepted, notApplicable } = sorted(decision.verdicts);
  const describe = ruleLookup(evidence);
  const outcome = isJudged(decision) ? decision.outcome : 'unjudged';
  const [blocking, advising] = divided(
    byRule(decided),
    ([first]) => first?.effect === 'block' || first?.effect === 'fail',
  );
  const [open, folded] = divided(evidence.sections, (section) => !section.folded);
  return {
    outcome,
    headline: [
      { kind: 'strong', text: `${evidence.gate}:${outcome === 'unjudged' ? '' : ` ${outcome}.`}` },
      text(' '),
      ...inlines(evidence.headline),
    ],
    sections: [
      ...blocking.flatMap((verdicts) => ruleSections(verdicts, describe)),
      ...open,
      ...advising.flatMap((verdicts) => ruleSections(verdicts, describe)),
      ...list('How to mend it', evidence.remedies),
      ...folded,
      ...exceptedSections(excepted),
      ...byRule(unknown).flatMap(unknownSections),
      ...remarkSections(decision, evidence),
    ],
    ...(evidence.appendix === undefined ? {} : { appendix: evidence.appendix }),
    footer: [
      ...policyPhrases(decision),
      ...(notApplicable === 0 ? [] : [`${notApplicable.toLocaleString('en-US')} not applicable`]),
      ...evidence.sources,
    ],
  };
}

/** What something holds for, and the rest, each in its order. */
function divided<T>(all: readonly T[], holds: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))];
}

function isJudged({ policies, verdicts }: Decision): boolean {
  return policies.length > 0 || verdicts.length > 0;
}

/** The most policies that are named one by one; the JSON names all, with their digests. */
const namedPolicies = 6;

/** The policies with their versions, where they have one. */
function policyPhrases({ policies }: Decision): Phrase[] {
  if (policies.length > namedPolicies) return [`${policies.length.toLocaleString('en-US')} policies`];
  return policies.map(({ name, version }) => [
    text('policy '),
    code(version === unversioned ? name : `${name} ${version}`),
  ]);
}

/** What a policy has that does not say its version. */
const unversioned = '0.0.0';

/** Verdicts by what the reader does with them. An unknown that blocks has decided. */
function sorted(verdicts: readonly Verdict[]) {
  const decided: Verdict[] = [];
  const unknown: Verdict[] = [];
  const excepted: Verdict[] = [];
  let notApplicable = 0;
  for (const verdict of verdicts) {
    switch (verdict.outcome) {
      case 'fail':
      case 'error':
        decided.push(verdict);
        break;
      case 'unknown':
        (verdict.effect === 'block' || verdict.override !== undefined ? decided : unknown).push(verdict);
        break;
      case 'excepted':
        excepted.push(verdict);
        break;
      case 'not-applicable':
        notApplicable += 1;
        break;
      case 'pass':
        break;
    }
  }
  return { decided, unknown, excepted, notApplicable };
}

const weights = { fail: 0, block: 1, warn: 2, none: 3 } as const;
const outcomeWeights = { error: 0, fail: 1, unknown: 2, excepted: 3, pass: 4, 'not-applicable': 5 } as const;
const levelWeights = { 'hard-mandatory': 0, 'soft-mandatory': 1, advisory: 2 } as const;

/** Verdicts of one rule and one kind together, what weighs most first. */
function byRule(verdicts: readonly Verdict[]): Verdict[][] {
  const groups = Map.groupBy(verdicts, ({ policy, rule, outcome, effect, override }) =>
    JSON.stringify([policy, rule, outcome, effect, override !== undefined]),
  );
  const heavier = ([a]: Verdict[], [b]: Verdict[]) =>
    a === undefined || b === undefined
      ? 0
      : weights[a.effect] - weights[b.effect] ||
        outcomeWeights[a.outcome] - outcomeWeights[b.outcome] ||
        levelWeights[a.level] - levelWeights[b.level];
  return [...groups.values()].sort(heavier);
}

/** What the reader must know beside the verdicts; exceptions and overrides that need a look are the part that can be long. */
function remarkSections(decision: Decision, { unknowns }: Evidence): Section[] {
  const { exceptions, overrides, notices } = decision;
  const waivers = [...exceptions, ...overrides]
    .filter((waiver) => needsLook(waiver) && !notices.includes(waiver.message))
    .map(({ message, source }) => remark(message, source));
  const rest = waivers.slice(openRows);
  const title = `${rest.length.toLocaleString('en-US')} more on exceptions and overrides`;
  return [
    ...list('Also to know', [...unknowns, ...waivers.slice(0, openRows), ...noticesOf(decision)]),
    ...list(title, rest).map((section) => ({ ...section, folded: true })),
  ];
}

/** Whether a reader has to know what became of it. A baseline is for many runs, each of which judges a part of it. */
function needsLook(waiver: Decision['exceptions'][number] | Decision['overrides'][number]): boolean {
  const isElsewhere = waiver.status === 'out-of-scope' && 'origin' in waiver && waiver.origin === 'baseline';
  return waiver.status !== 'used' && !isElsewhere;
}

function remark(message: string, place: SourcePlace): Inline[] {
  return [...messagePhrase(message), text(' ('), { kind: 'place', place }, text(')')];
}

function list(title: string, items: readonly Phrase[]): Section[] {
  return items.length === 0 ? [] : [{ title, folded: false, blocks: [{ kind: 'list', items }] }];
}
