import { type FormCheck, FormError, type FormResult, type JsonValue, type RuleForm } from '@tollgate/policy-engine';
import { quoted, reasonText } from '../open-end.ts';
import { nearKey } from '../suggestions/near-key.ts';
import { suggestionEvidence } from '../suggestions/suggestion-evidence.ts';
import type { Tag } from '../tag-map.ts';
import { shownKeys, type Tagged } from '../tagged.ts';
import { type Finding, resultOf } from './finding.ts';
import { isTagRules } from './form-validators.gen.ts';
import { nearValue } from './near-value.ts';
import { ruleConflicts, selfConflict } from './rule-conflicts.ts';
import { type Hint, suggestedFor } from './suggested-for.ts';
import { constrainsValue, readTagRules, type TagRule } from './tag-rule.ts';
import { tagRulesSchema } from './tag-rules-schema.ts';
import { valueMistake } from './tag-value.ts';

/**
 * The form `tags`: what is demanded of keys and their values.
 *
 * @example
 * tags: { Owner: {}, Environment: { oneOf: [prod, dev] }, 'aws:*': { forbidden: true } }
 */
export const tagsForm = {
  name: 'tags',
  schema: tagRulesSchema,
  validate: isTagRules,
  compile(value: JsonValue): FormCheck<Tagged> {
    const rules = readTagRules(value);
    for (const rule of rules) {
      const conflict = selfConflict(rule);
      if (conflict !== null) throw new FormError([rule.key], conflict);
    }
    const bound = rules.filter((rule) => isBound(rule));
    return ({ data }) => judgeTags(data, { rules, bound });
  },
  conflicts: (one, other) => ruleConflicts(readTagRules(one), readTagRules(other)),
} satisfies RuleForm<Tagged>;

/** Rules as they are judged. */
interface Rules {
  readonly rules: readonly TagRule[];
  /** Those that say more than that a key is required. */
  readonly bound: readonly TagRule[];
}

function isBound(rule: TagRule): boolean {
  return rule.keys !== null || rule.presence === 'forbidden' || rule.exactCase || constrainsValue(rule);
}

function judgeTags(tagged: Tagged, { rules, bound }: Rules): FormResult {
  const findings = missingKeys(tagged, rules);
  for (const rule of bound) if (!isPlainlyKept(tagged, rule)) findings.push(...keyFindings(tagged, rule));
  return resultOf(
    findings,
    bound.length === 0 ? `Has every required ${tagged.noun}.` : `Its ${tagged.noun}s are as required.`,
  );
}

/** The most frequent answer, found without making anything: one key is there with a known value that is as required. */
function isPlainlyKept({ tags, openEnd }: Tagged, rule: TagRule): boolean {
  if (rule.keys !== null || rule.exactCase || rule.presence === 'forbidden' || openEnd !== null) return false;
  const tag = tags.get(rule.key);
  return tag === undefined || (tag.value !== null && valueMistake(rule, tag.value) === null);
}

function missingKeys(tagged: Tagged, rules: readonly TagRule[]): Finding[] {
  if (rules.every(({ presence, key }) => presence !== 'required' || tagged.tags.has(key))) return [];
  const absentRules = rules.filter(({ presence, key }) => presence === 'required' && !tagged.tags.has(key));
  const absent = absentRules.map(({ key }) => key);
  const one = absent.length === 1;
  const names = `${tagged.noun}${one ? '' : 's'} ${absent.map(quoted).join(', ')}`;
  const verb = one ? 'is' : 'are';
  const shown = shownKeys(tagged.tags);
  const evidence = [{ expression: `keys of ${tagged.label}`, value: shown.join(', ') || 'none' }];
  if (tagged.openEnd !== null) {
    return [{ outcome: 'unknown', text: untold(tagged, `the ${names} ${verb} there`, tagged.openEnd), evidence }];
  }
  const hints = absentRules.map((rule) => missingHint(tagged, rule, shown, rules));
  const texts = hints.flatMap(({ text }) => (text === null ? [] : [text]));
  return [
    {
      outcome: 'fail',
      text: `the ${names} ${verb} missing${texts.length === 0 ? '' : ` (${texts.slice(0, MAX_HINTS).join('; ')})`}`,
      missing: absent,
      evidence: [...evidence, ...hints.flatMap((hint) => hint.evidence)],
    },
  ];
}

const MAX_HINTS = 3;

/** What may be meant by a key that is missing: another one that is there, or else the value that it may have. */
function missingHint(tagged: Tagged, rule: TagRule, shown: readonly string[], rules: readonly TagRule[]): Hint {
  // A key that another rule is about is meant as it is written.
  const free = shown.filter((key) => !rules.some((other) => other.key === key));
  const near = nearKey(rule.key, free);
  if (near === null) return suggestedFor(tagged, rule);
  const note = near.note === null ? '' : `, which ${near.note}`;
  return {
    text: `has ${quoted(near.key)}${note}; the required key is ${quoted(rule.key)}`,
    evidence: [suggestionEvidence(tagged.label, { kind: 'key', key: near.key, value: rule.key })],
  };
}

function keyFindings(tagged: Tagged, rule: TagRule): Finding[] {
  const { keys } = rule;
  const found = keys === null ? [rule.key] : [...tagged.tags.keys()].filter(keys).sort();
  const findings = found.flatMap((key): Finding[] => {
    const tag = tagged.tags.get(key);
    if (tag === undefined) return [];
    return rule.presence === 'forbidden' ? [forbidden(tagged, key, tag)] : valueFindings(tagged, rule, key, tag);
  });
  return [...findings, ...spellings(tagged, rule), ...openKeys(tagged, rule)];
}

function forbidden(tagged: Tagged, key: string, tag: Tag): Finding {
  return { outcome: 'fail', text: `${nameOf(tagged, key, tag)} is not allowed` };
}

function valueFindings(tagged: Tagged, rule: TagRule, key: string, tag: Tag): Finding[] {
  if (!constrainsValue(rule)) return [];
  const name = tag.secret === 'key' ? 'a key that is not shown' : quoted(key);
  if (tag.value === null) {
    const reason = tag.withheld ? 'it is sensitive' : (reasonText(tag.reasons) ?? 'it is known only after apply');
    return [{ outcome: 'unknown', text: untold(tagged, `the value of ${name} is allowed`, reason) }];
  }
  const mistake = valueMistake(rule, tag.value);
  if (mistake === null) return [];
  // What a mistake says of a secret beyond that it is one would tell parts of it.
  if (tag.secret !== 'nothing') {
    return [{ outcome: 'fail', text: `the value of ${name}, which is sensitive, is not as required` }];
  }
  const value = tag.value === '' ? 'which is empty,' : quoted(shortened(tag.value));
  const hint = valueHint(tagged, rule, key, tag.value);
  return [
    {
      outcome: 'fail',
      text: `the value of ${name}, ${value}${tag.value === '' ? '' : ','} ${mistake}${hint.text === null ? '' : ` (${hint.text})`}`,
      evidence: [
        { expression: `${tagged.label}[${JSON.stringify(key)}]`, value: shortened(tag.value) },
        ...hint.evidence,
      ],
    },
  ];
}

/** The value that may be meant: one that is near, which the mistake names, or else the one that others have. */
function valueHint(tagged: Tagged, rule: TagRule, key: string, value: string): Hint {
  const near = nearValue(value, rule.oneOf ?? []);
  if (near === null || valueMistake(rule, near) !== null) return suggestedFor(tagged, rule, key);
  return { text: null, evidence: [suggestionEvidence(tagged.label, { kind: 'value', key, value: near })] };
}

/** Keys that are written in another case, where that is not allowed. */
function spellings(tagged: Tagged, rule: TagRule): Finding[] {
  if (!rule.exactCase || rule.keys !== null) return [];
  const wanted = rule.key.toLowerCase();
  return shownKeys(tagged.tags)
    .filter((key) => key !== rule.key && key.toLowerCase() === wanted)
    .map((key) => ({
      outcome: 'fail',
      text: `the key ${quoted(key)} must be written ${quoted(rule.key)}`,
      evidence: [suggestionEvidence(tagged.label, { kind: 'key', key, value: rule.key })],
    }));
}

/** Keys that may yet come to light may break the rule. Required ones that are not there are reported as missing. */
function openKeys(tagged: Tagged, rule: TagRule): Finding[] {
  if (tagged.openEnd === null || rule.presence === 'required' || tagged.tags.has(rule.key)) return [];
  if (rule.presence === 'optional' && !rule.exactCase && !constrainsValue(rule)) return [];
  const which = rule.keys === null ? `the ${tagged.noun}` : `${tagged.noun}s like`;
  const what =
    rule.presence === 'forbidden'
      ? `${which} ${quoted(rule.key)} ${rule.keys === null ? 'is' : 'are'} there`
      : `${which} ${quoted(rule.key)} ${rule.keys === null ? 'is' : 'are'} as required`;
  return [{ outcome: 'unknown', text: untold(tagged, what, tagged.openEnd) }];
}

function untold({ origin }: Tagged, what: string, reason: string): string {
  return `whether ${what} cannot be told from the ${origin}: ${reason}`;
}

function nameOf({ noun }: Tagged, key: string, tag: Tag): string {
  return tag.secret === 'key' ? `a ${noun} whose key is not shown` : `the ${noun} ${quoted(key)}`;
}

const MAX_SHOWN = 100;

function shortened(value: string): string {
  const characters = [...value];
  return characters.length <= MAX_SHOWN ? value : `${characters.slice(0, MAX_SHOWN).join('')}…`;
}
