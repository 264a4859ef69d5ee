import type { Level, Phrase, Section, Verdict } from '@tollgate/policy-engine';
import { codes, text } from '@tollgate/policy-engine';
import type { ReportingDescriptor } from 'sarif';
import type { Report } from '../arrange.ts';
import { blocksMarkdown } from '../markdown.ts';
import { messagePhrase, plainText } from '../phrase.ts';
import { type RuleDescription, ruleLookup } from '../rule-lookup.ts';
import type { SarifLimits } from './limits.ts';
import { sarifText } from './text.ts';

/** The rules of a run in the order of their ids, and where each stands. */
export interface SarifRules {
  readonly descriptors: readonly ReportingDescriptor[];
  readonly indexOf: (verdict: Pick<Verdict, 'policy' | 'rule'>) => number | undefined;
  /** How many rules there were no room for. */
  readonly leftOut: number;
}

/** `policy/rule`: how a rule is called in a SARIF file. */
export function ruleId({ policy, rule }: Pick<Verdict, 'policy' | 'rule'>): string {
  return sarifText(`${policy}/${rule}`);
}

/** Describes every rule of the report, and of `verdicts` first when there is not room for all. */
export function sarifRules(
  { evidence, decision }: Report,
  verdicts: readonly Verdict[],
  limits: SarifLimits,
): SarifRules {
  const described = ruleLookup(evidence);
  const known = new Map<string, RuleDescription>();
  for (const { policy, rule, level } of [...verdicts, ...(evidence.rules ?? []), ...decision.verdicts]) {
    const id = ruleId({ policy, rule });
    if (!known.has(id)) known.set(id, described({ policy, rule }) ?? { policy, rule, level });
  }
  const kept = [...known].slice(0, limits.rules).sort(([a], [b]) => (a < b ? -1 : 1));
  const indices = new Map(kept.map(([id], index) => [id, index]));
  return {
    descriptors: kept.map(([id, rule]) => descriptorOf(id, rule, evidence.gate, limits)),
    indexOf: (verdict) => indices.get(ruleId(verdict)),
    leftOut: known.size - kept.length,
  };
}

function descriptorOf(id: string, rule: RuleDescription, gate: string, limits: SarifLimits): ReportingDescriptor {
  const description = sarifText(
    plainText(messagePhrase(rule.description ?? `Rule \`${rule.rule}\` of policy \`${rule.policy}\``)),
  );
  const controls = (rule.controls ?? []).map(sarifText);
  const help = helpOf(rule);
  return {
    id,
    name: sarifText(rule.rule),
    shortDescription: { text: description },
    fullDescription: { text: description },
    help: { text: help.map(plainText).join('\n'), markdown: blocksMarkdown(help.map(paragraph)) },
    defaultConfiguration: { level: sarifLevel(rule.level) },
    properties: {
      level: rule.level,
      ...(controls.length > 0 && { controls }),
      tags: [gate.toLowerCase(), ...controls].slice(0, limits.ruleTags),
    },
  };
}

/** What to do about a rule that is not kept. */
function helpOf(rule: RuleDescription): Phrase[] {
  const { description = '', remedy = '', controls = [], approvers = [], owners = [] } = rule;
  return [
    ...(description === '' ? [] : [messagePhrase(description)]),
    ...(remedy === '' ? [] : [messagePhrase(remedy)]),
    levelHelp[rule.level],
    ...(rule.level === 'soft-mandatory' && approvers.length > 0 ? [[text('Approvers: '), ...codes(approvers)]] : []),
    ...(owners.length > 0 ? [[text('Owners: '), ...codes(owners)]] : []),
    ...(controls.length > 0 ? [[text('Controls: '), ...codes(controls)]] : []),
  ];
}

const levelHelp: Readonly<Record<Level, string>> = {
  advisory: 'This rule is advisory: it never blocks.',
  'soft-mandatory': 'This rule is soft-mandatory: it blocks until a listed approver overrides it.',
  'hard-mandatory': 'This rule is hard-mandatory: it blocks, and only an exception helps.',
};

function paragraph(content: Phrase): Section['blocks'][number] {
  return { kind: 'paragraph', content };
}

/** How severe a violation of a rule is in SARIF's terms. */
export function sarifLevel(level: Level): 'error' | 'warning' {
  return level === 'advisory' ? 'warning' : 'error';
}
