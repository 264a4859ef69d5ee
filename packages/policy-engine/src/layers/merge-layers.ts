import type { ExceptionTerms, Rule } from '../documents/policy.ts';
import { addNotice, addProblem, type LayerDocument, type LayerReport, placeText } from './layer-report.ts';
import type { LayeredPolicy } from './layered-policy.ts';
import { mergeParams, type ParamState } from './merge-params.ts';
import { changeRule, declareRule, type RuleState } from './merge-rule.ts';

/** A policy while layers are merged. */
export interface PolicyState {
  readonly layers: readonly LayerDocument[];
  readonly params: ReadonlyMap<string, ParamState>;
  readonly rules: ReadonlyMap<string, RuleState>;
  readonly exceptions: Required<Pick<ExceptionTerms, 'sameChange'>> & ExceptionTerms;
}

/** What is said before the uppermost layer: nothing. */
export const nothingSaid: PolicyState = {
  layers: [],
  params: new Map(),
  rules: new Map(),
  exceptions: { sameChange: 'allow' },
};

/** Takes up the next lower layer. A document for another gate than that above is a problem, and left out. */
export function mergeLayer(above: PolicyState, document: LayerDocument, report: LayerReport): PolicyState {
  const { located } = document;
  const { metadata, spec } = located.document;
  const [uppermost] = above.layers;
  if (uppermost !== undefined && uppermost.located.document.spec.gate !== spec.gate) {
    const gate = uppermost.located.document.spec.gate;
    const place = placeText(uppermost.located, ['spec', 'gate']);
    const message = `The policy "${metadata.name}" is for the gate "${gate}" in layer ${uppermost.layer} (${place}), and for "${spec.gate}" here.`;
    addProblem(report, located, ['spec', 'gate'], `${message} Name the same gate, or give this policy another name.`);
    return above;
  }
  return {
    layers: [...above.layers, document],
    params: mergeParams(above.params, document, report),
    rules: mergeRules(above, document, report),
    exceptions: mergeTerms(above, document, report),
  };
}

/** The policy that all layers together make. Rules that a layer was allowed to disable are not in it. */
export function layeredPolicy(state: PolicyState): LayeredPolicy | null {
  const [uppermost] = state.layers;
  if (uppermost === undefined) return null;
  const documents = state.layers.map(({ located }) => located.document);
  const { metadata, spec } = uppermost.located.document;
  return {
    name: metadata.name,
    version: metadata.version ?? '0.0.0',
    gate: spec.gate,
    owners: [...new Set(documents.flatMap((document) => document.metadata.owners ?? []))],
    controls: [...new Set(documents.flatMap((document) => document.metadata.controls ?? []))],
    layers: state.layers,
    params: new Map([...state.params].map(([name, { param }]) => [name, param])),
    rules: [...state.rules.values()].map(({ rule }) => rule).filter(({ clauses }) => clauses.length > 0),
    exceptions: state.exceptions,
  };
}

function mergeRules(above: PolicyState, document: LayerDocument, report: LayerReport): ReadonlyMap<string, RuleState> {
  const { located } = document;
  const states = new Map(above.rules);
  let hasCondition = false;
  for (const [index, rule] of located.document.spec.rules.entries()) {
    const state = mergedRule(above, document, rule, index, report);
    if (state === null) continue;
    states.set(rule.id, state);
    hasCondition ||= state.rule.clauses.some((clause) => clause.located === located);
  }
  const { match } = located.document.spec;
  if (match !== undefined && !hasCondition && above.layers.length > 0) {
    const message = `\`match\` is for the conditions of the same layer, and layer ${document.layer} has none: ignored.`;
    const mend =
      'To take subjects out of a rule, use its `exclude`, which the layers above have to list in `childMay`.';
    addNotice(report, 'ignored', document, null, ['spec', 'match'], `${message} ${mend}`);
  }
  return states;
}

function mergedRule(
  above: PolicyState,
  document: LayerDocument,
  rule: Rule,
  index: number,
  report: LayerReport,
): RuleState | null {
  const path = ['spec', 'rules', index];
  const state = above.rules.get(rule.id);
  return state === undefined
    ? declareRule(document, rule, path, above.rules.keys(), report)
    : changeRule(state, document, rule, path, report);
}

const sameChangeByStrictness: readonly NonNullable<ExceptionTerms['sameChange']>[] = ['allow', 'warn', 'deny'];

/** The strictest terms; what the uppermost layer does not say counts as its default. */
function mergeTerms(above: PolicyState, document: LayerDocument, report: LayerReport): PolicyState['exceptions'] {
  const said = document.located.document.spec.exceptions ?? {};
  if (above.layers.length === 0) return { ...said, sameChange: said.sameChange ?? 'warn' };
  const { maxDays, sameChange } = above.exceptions;
  const ignore = (key: keyof ExceptionTerms, what: string): void => {
    const message = `Layer ${document.layer} ${what}, which is looser than the layers above: ignored.`;
    addNotice(report, 'ignored', document, null, ['spec', 'exceptions', key], message);
  };
  const isLooser =
    said.sameChange !== undefined &&
    sameChangeByStrictness.indexOf(said.sameChange) < sameChangeByStrictness.indexOf(sameChange);
  if (isLooser) ignore('sameChange', `sets \`sameChange\` to ${said.sameChange} (${sameChange} above)`);
  const days = [maxDays, said.maxDays].filter((value) => value !== undefined);
  if (maxDays !== undefined && said.maxDays !== undefined && said.maxDays > maxDays) {
    ignore('maxDays', `lets exceptions last ${said.maxDays} days (${maxDays} above)`);
  }
  return {
    sameChange: isLooser ? sameChange : (said.sameChange ?? sameChange),
    ...(days.length > 0 && { maxDays: Math.min(...days) }),
  };
}
