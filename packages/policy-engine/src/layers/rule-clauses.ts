import type { Path } from '../documents/places.ts';
import { type Match, type Rule, ruleKeys } from '../documents/policy.ts';
import type { JsonValue } from '../json.ts';
import type { LayerDocument } from './layer-report.ts';
import type { Clause } from './layered-policy.ts';

const headerKeys: ReadonlySet<string> = new Set(ruleKeys);

/** What one layer demands under the id of a rule: a clause for its `assert` and for each of a gate's forms. */
export function clausesOf({ located }: LayerDocument, rule: Rule, path: Path): Clause[] {
  const { match } = located.document.spec;
  const matches: { match: Match; path: Path }[] = [];
  if (match !== undefined) matches.push({ match, path: ['spec', 'match'] });
  if (rule.match !== undefined) matches.push({ match: rule.match, path: [...path, 'match'] });
  return conditionsOf(rule).map((condition) => ({
    located,
    path,
    matches,
    condition,
    message: rule.message ?? null,
  }));
}

function conditionsOf(rule: Rule): Clause['condition'][] {
  const conditions: Clause['condition'][] = [];
  if (rule.assert !== undefined) conditions.push({ kind: 'assert', expression: rule.assert });
  for (const [form, value] of Object.entries(rule)) {
    if (isFormValue(form, value)) conditions.push({ kind: 'form', form, value });
  }
  return conditions;
}

/** Whether a key of a rule is a gate's form; the value of one is JSON as it was read. */
function isFormValue(key: string, value: Rule[string]): value is JsonValue {
  return !headerKeys.has(key) && value !== undefined;
}
