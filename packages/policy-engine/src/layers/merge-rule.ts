import type { Path } from '../documents/places.ts';
import type { OverrideTerms, Rule, RuleLoosening } from '../documents/policy.ts';
import { quote } from '../documents/quote.ts';
import { type Level, levels, type OnUnknown, onUnknownValues } from '../verdict.ts';
import { addNotice, addProblem, type LayerDocument, type LayerReport } from './layer-report.ts';
import type { Clause, LayeredRule } from './layered-policy.ts';
import { isNarrower } from './merge-override.ts';
import { didYouMean } from './name-suggestion.ts';
import { isAllowed, type Statement, statement, wayToAllow } from './permission.ts';
import { clausesOf } from './rule-clauses.ts';

/** A rule while layers are merged. */
export interface RuleState {
  readonly rule: LayeredRule;
  /** The clauses that a layer was allowed to disable. */
  readonly disabled: readonly Clause[];
  /** What each layer so far said of it, the uppermost first. */
  readonly statements: readonly Statement<RuleLoosening>[];
}

/** Makes the state of a rule that no layer above has; null, with a problem, when there is nothing to judge by. */
export function declareRule(
  document: LayerDocument,
  rule: Rule,
  path: Path,
  idsAbove: Iterable<string>,
  report: LayerReport,
): RuleState | null {
  const { layer, located } = document;
  const clauses = clausesOf(document, rule, path);
  if (clauses.length === 0) {
    const hint = didYouMean(rule.id, idsAbove);
    const message = `The rule "${rule.id}" has no condition, and no layer above has a rule of this id.${hint}`;
    addProblem(report, located, path, `${message} Give it an \`assert\` or a form of its gate, or leave it out.`);
    return null;
  }
  for (const [key, isSaid] of [
    ['disable', rule.disable === true],
    ['exclude', rule.exclude !== undefined],
  ] as const) {
    if (!isSaid) continue;
    const hint = didYouMean(rule.id, idsAbove);
    const message = `\`${key}\` loosens a rule of a layer above, and none has a rule "${rule.id}".${hint}`;
    const mend = key === 'exclude' ? ' Write the patterns in `match.resources`, each with a leading "!".' : '';
    addProblem(report, located, [...path, key], `${message}${mend}`);
  }
  return {
    rule: {
      id: rule.id,
      level: rule.level ?? 'hard-mandatory',
      onUnknown: rule.onUnknown ?? 'warn',
      description: rule.description ?? null,
      remedy: rule.remedy ?? null,
      controls: [...new Set(rule.controls)],
      override: rule.override ?? null,
      exclude: [],
      clauses,
    },
    disabled: [],
    statements: [statement(layer, located, path, rule.childMay)],
  };
}

/** Takes up what a lower layer says of a rule: what tightens holds, what loosens only when all layers above list it. */
export function changeRule(
  state: RuleState,
  document: LayerDocument,
  rule: Rule,
  path: Path,
  report: LayerReport,
): RuleState {
  const { rule: above } = state;
  const loosening: Loosening = { statements: state.statements, document, ruleId: rule.id, path, report };
  const clauses = clausesOf(document, rule, path);
  if (clauses.length === 0) noticeIdle(loosening, rule);
  const isDisabled = rule.disable === true && mayLoosen(loosening, 'disable', 'disables it');
  const isEnabled = rule.disable === false;
  const all = [...(isEnabled ? state.disabled : []), ...above.clauses, ...clauses];
  return {
    rule: {
      id: above.id,
      level: mergedLevel(above.level, rule.level, loosening),
      onUnknown: mergedOnUnknown(above.onUnknown, rule.onUnknown, loosening),
      description: above.description ?? rule.description ?? null,
      remedy: above.remedy ?? rule.remedy ?? null,
      controls: [...new Set([...above.controls, ...(rule.controls ?? [])])],
      override: mergedOverride(above.override, rule.override, loosening),
      exclude: [...above.exclude, ...allowedExclude(rule, loosening)],
      clauses: isDisabled ? [] : all,
    },
    disabled: isDisabled ? [...state.disabled, ...all] : isEnabled ? [] : state.disabled,
    statements: [...state.statements, statement(document.layer, document.located, path, rule.childMay)],
  };
}

/** Where a layer may want to loosen a rule. */
interface Loosening {
  readonly statements: readonly Statement<RuleLoosening>[];
  readonly document: LayerDocument;
  readonly ruleId: string;
  readonly path: Path;
  readonly report: LayerReport;
}

/** Whether the layers above allow it; either way the report tells of it. `what` goes on after "Layer x". */
function mayLoosen(
  { statements, document, ruleId, path, report }: Loosening,
  kind: RuleLoosening,
  what: string,
): boolean {
  const isGranted = isAllowed(statements, kind);
  const start = `Rule "${ruleId}": layer ${document.layer} ${what}`;
  const message = isGranted
    ? `${start}, as the layers above allow.`
    : `${start}, which the layers above do not allow: ignored. ${wayToAllow(statements, kind)}`;
  addNotice(report, isGranted ? 'loosened' : 'ignored', document, { rule: ruleId }, [...path, kind], message);
  return isGranted;
}

function mergedLevel(above: Level, said: Level | undefined, loosening: Loosening): Level {
  if (said === undefined || said === above) return above;
  if (levels.indexOf(said) > levels.indexOf(above)) return said;
  return mayLoosen(loosening, 'level', `lowers the level from ${above} to ${said}`) ? said : above;
}

function mergedOnUnknown(above: OnUnknown, said: OnUnknown | undefined, loosening: Loosening): OnUnknown {
  if (said === undefined || said === above) return above;
  if (onUnknownValues.indexOf(said) > onUnknownValues.indexOf(above)) return said;
  return mayLoosen(loosening, 'onUnknown', `lowers \`onUnknown\` from ${above} to ${said}`) ? said : above;
}

function mergedOverride(
  above: OverrideTerms | null,
  said: OverrideTerms | undefined,
  loosening: Loosening,
): OverrideTerms | null {
  if (said === undefined) return above;
  if (isNarrower(said, above)) return said;
  return mayLoosen(loosening, 'override', 'lets others override it, or with fewer approvals') ? said : above;
}

function allowedExclude(rule: Rule, loosening: Loosening): readonly string[] {
  if (rule.exclude === undefined || rule.exclude.length === 0) return [];
  const patterns = rule.exclude.map(quote).join(', ');
  return mayLoosen(loosening, 'exclude', `takes out ${patterns}`) ? rule.exclude : [];
}

/** A layer's match and message are for its own condition; without one they would be taken for more than they are. */
function noticeIdle({ document, ruleId, path, report }: Loosening, rule: Rule): void {
  if (rule.match !== undefined) {
    const message = `Rule "${ruleId}": \`match\` is for a condition of the same layer, and layer ${document.layer} has none: ignored.`;
    const mend = 'To take subjects out of the rule, use `exclude`, which the layers above have to list in `childMay`.';
    addNotice(report, 'ignored', document, { rule: ruleId }, [...path, 'match'], `${message} ${mend}`);
  }
  if (rule.message !== undefined) {
    const message = `Rule "${ruleId}": \`message\` is for a condition of the same layer, and layer ${document.layer} has none: ignored.`;
    addNotice(report, 'ignored', document, { rule: ruleId }, [...path, 'message'], message);
  }
}
