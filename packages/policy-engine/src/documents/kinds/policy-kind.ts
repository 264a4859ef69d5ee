import schema from '../../../schema/policy.json' with { type: 'json' };
import type { JsonValue } from '../../json.ts';
import { nearest } from '../nearest.ts';
import { type Param, type Policy, type Rule, ruleKeys } from '../policy.ts';
import { pathText, quote } from '../quote.ts';
import type { Mistake } from '../schema-mistakes.ts';
import { isJsonObject } from '../schema-node.ts';
import { policy as validate } from '../validators.gen.ts';
import { type Kind, mistakeAt } from './kind.ts';

export const policyKind: Kind<Policy> = {
  name: 'Policy',
  schema,
  validate,
  check: (policy) => [
    ...environmentMistakes(policy),
    ...Object.entries(policy.spec.params ?? {}).flatMap(([name, param]) => paramMistakes(name, param)),
    ...policy.spec.rules.flatMap((rule, index) => conditionMistakes(policy, rule, index)),
    ...idMistakes(policy.spec.rules),
  ],
};

function environmentMistakes({ metadata: { layer, environment } }: Policy): readonly Mistake[] {
  if (layer === 'environment' && environment === undefined) {
    const message = 'A policy of the layer "environment" lacks the key "environment". Add the environment it is for.';
    return [mistakeAt(['metadata'], message)];
  }
  if (layer === 'environment' || environment === undefined) return [];
  const message = `Only a policy of the layer "environment" is for an environment. Write layer: environment, or take the key out.`;
  return [{ path: ['metadata', 'environment'], about: 'key', message }];
}

/** A declared parameter has a type, and a default of that type. A layer in between may only pass on what lower ones may do. */
function paramMistakes(name: string, { type, default: value }: Param): readonly Mistake[] {
  const path = ['spec', 'params', name];
  if (type === undefined) {
    if (value === undefined) return [];
    return [
      mistakeAt(path, `${pathText(path)} declares a parameter and lacks the key "type". Add it, such as string.`),
    ];
  }
  const fits = paramTypes[type];
  if (value === undefined || fits === undefined || fits(value)) return [];
  return [
    mistakeAt([...path, 'default'], `${pathText(path)} is a ${type}, and its default is none. Mend one of them.`),
  ];
}

const isText = (value: JsonValue) => typeof value === 'string';
const isNumber = (value: JsonValue) => typeof value === 'number';

const paramTypes: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  string: isText,
  number: isNumber,
  bool: (value) => typeof value === 'boolean',
  'list<string>': (value) => Array.isArray(value) && value.every(isText),
  'list<number>': (value) => Array.isArray(value) && value.every(isNumber),
  'map<string>': (value) => isJsonObject(value) && Object.values(value).every(isText),
};

const known: ReadonlySet<string> = new Set(ruleKeys);

/** What a lower layer may say of a rule without a condition of its own. */
const adjustments = ['level', 'onUnknown', 'override', 'disable', 'exclude'] as const;

/** A rule has one condition, in `assert` or in a form; only in a lower layer it may have none, and adjust one above. */
function conditionMistakes({ metadata }: Policy, rule: Rule, index: number): readonly Mistake[] {
  const path = ['spec', 'rules', index];
  const forms = Object.keys(rule).filter((key) => !known.has(key));
  const conditions = [...(rule.assert === undefined ? [] : ['assert']), ...forms];
  const [, second] = conditions;
  if (second !== undefined) {
    const meant = forms.map((key) => nearest(key, ruleKeys)).find((key) => key !== undefined);
    const mend = meant === undefined ? 'Keep one of them, or make two rules.' : `Did you mean "${meant}"?`;
    const culprit = forms.find((key) => nearest(key, ruleKeys) !== undefined) ?? second;
    const message =
      meant === undefined
        ? `Rule ${quote(rule.id)} has more than one condition: ${conditions.map(quote).join(', ')}. ${mend}`
        : `Unknown key ${quote(culprit)} of rule ${quote(rule.id)}. ${mend}`;
    return [{ path: [...path, culprit], about: 'key', message }];
  }
  if (conditions.length === 1) return [];
  if (metadata.layer === 'org') {
    const message = `Rule ${quote(rule.id)} has no condition. Add "assert" with one, or a form of the gate, such as "tags".`;
    return [mistakeAt(path, message)];
  }
  if (adjustments.some((key) => rule[key] !== undefined)) return [];
  const message = `Rule ${quote(rule.id)} says nothing. Add "assert" with a condition, a form of the gate, such as "tags", or, to adjust the rule of an upper layer, ${adjustments.join(', ')}.`;
  return [mistakeAt(path, message)];
}

function idMistakes(rules: readonly Rule[]): readonly Mistake[] {
  const first = new Map<string, number>();
  return rules.flatMap(({ id }, index) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, index);
      return [];
    }
    const message = `Two rules of the policy have the id ${quote(id)}: spec.rules[${before}] and this one. Give one of them another id.`;
    return [mistakeAt(['spec', 'rules', index, 'id'], message)];
  });
}
