import { FormError, type JsonValue, type RuleForm } from '@tollgate/policy-engine';
import { isList, isObject } from '@tollgate/terraform';
import { quoted } from '../open-end.ts';
import { lookAlike, readingOf } from '../suggestions/look-alike.ts';
import { suggestionEvidence } from '../suggestions/suggestion-evidence.ts';
import { shownKeys, type Tagged } from '../tagged.ts';
import { limitFindings } from './cloud-limits.ts';
import { type Finding, resultOf } from './finding.ts';
import { isTagKeys } from './form-validators.gen.ts';
import { fullMatcher, type Matcher, wildcardMatcher } from './full-match.ts';
import { isWritten, type KeyCase, keyCases, written } from './key-case.ts';
import { tagKeysSchema } from './tag-keys-schema.ts';

/** What a rule demands of all keys. */
export interface KeysRule {
  readonly writing: { readonly name: string; readonly keyCase: KeyCase } | null;
  readonly pattern: { readonly source: string; readonly matches: Matcher } | null;
  readonly forbid: readonly { readonly wildcard: string; readonly matches: Matcher }[];
  /** Keys of which neither case nor pattern is demanded. */
  readonly except: readonly Matcher[];
  readonly minCount: number;
  readonly maxCount: number;
  readonly cloudLimits: boolean;
}

/**
 * The form `tagKeys`: what is demanded of all keys, and of their number.
 *
 * @example
 * tagKeys: { case: pascal, except: ['team:*'], minCount: 1, cloudLimits: true }
 */
export const keysForm = {
  name: 'tagKeys',
  schema: tagKeysSchema,
  validate: isTagKeys,
  compile(value) {
    const rule = readKeysRule(value);
    if (rule.minCount > rule.maxCount) {
      throw new FormError(
        ['minCount'],
        `Nothing has at least ${rule.minCount} and at most ${rule.maxCount} tags. Make "maxCount" larger.`,
      );
    }
    return ({ data }) => resultOf(judgeKeys(data, rule), `Its ${data.noun} keys are as required.`);
  },
  conflicts(one, other) {
    const [first, second] = [readKeysRule(one), readKeysRule(other)];
    const least = Math.max(first.minCount, second.minCount);
    const most = Math.min(first.maxCount, second.maxCount);
    return least > most ? [`At least ${least} tags are demanded, and at most ${most} are allowed.`] : [];
  },
} satisfies RuleForm<Tagged>;

/** Reads the value of the form `tagKeys`, which its schema allows. */
export function readKeysRule(value: JsonValue): KeysRule {
  const given = isObject(value) ? value : {};
  const keyCase = typeof given.case === 'string' ? keyCases.get(given.case) : undefined;
  return {
    writing: typeof given.case === 'string' && keyCase !== undefined ? { name: given.case, keyCase } : null,
    pattern: typeof given.pattern === 'string' ? patternOf(given.pattern) : null,
    forbid: wildcards(given.forbid),
    except: wildcards(given.except).map(({ matches }) => matches),
    minCount: typeof given.minCount === 'number' ? given.minCount : 0,
    maxCount: typeof given.maxCount === 'number' ? given.maxCount : Number.POSITIVE_INFINITY,
    cloudLimits: given.cloudLimits === true,
  };
}

function patternOf(source: string): KeysRule['pattern'] {
  try {
    return { source, matches: fullMatcher(source, false) };
  } catch (error) {
    throw new FormError(['pattern'], error instanceof Error ? error.message : String(error));
  }
}

function wildcards(value: JsonValue | undefined): KeysRule['forbid'] {
  const given = isList(value) ? value.map(String) : [];
  return given.map((wildcard) => ({ wildcard, matches: wildcardMatcher(wildcard, false) }));
}

function judgeKeys(tagged: Tagged, rule: KeysRule): Finding[] {
  const fail = (text: string): Finding => ({ outcome: 'fail', text });
  const findings = shownKeys(tagged.tags).flatMap((key): Finding[] => {
    const mistake = keyMistake(tagged, key, rule);
    return mistake === null ? [] : [{ ...fail(mistake), evidence: keyEvidence(tagged, key, rule) }];
  });
  // A key that must not be shown is judged all the same.
  const hidden = [...tagged.tags].filter(
    ([key, tag]) => tag.secret === 'key' && keyMistake(tagged, key, rule) !== null,
  );
  if (hidden.length > 0) findings.push(fail('a key that is sensitive is not as required'));
  if (rule.cloudLimits) findings.push(...limitFindings(tagged));
  const count = tagged.tags.size;
  const nouns = (number: number) => `${number} ${tagged.noun}${number === 1 ? '' : 's'}`;
  if (count > rule.maxCount) findings.push(fail(`has ${nouns(count)}, and may have at most ${rule.maxCount}`));
  if (count < rule.minCount && tagged.openEnd === null) {
    findings.push(
      fail(`has ${count === 0 ? `no ${tagged.noun}s` : nouns(count)}, and needs at least ${rule.minCount}`),
    );
  }
  if (tagged.openEnd !== null && mayBreak(rule, count)) {
    const text = `whether all ${tagged.noun} keys are as required cannot be told from the ${tagged.origin}: ${tagged.openEnd}`;
    findings.push({ outcome: 'unknown', text });
  }
  return findings;
}

/** Whether keys that come to light may break the rule. Enough keys stay enough. */
function mayBreak({ writing, pattern, forbid, minCount, maxCount, cloudLimits }: KeysRule, count: number): boolean {
  const isEveryKeyBound = writing !== null || pattern !== null || forbid.length > 0 || cloudLimits;
  return isEveryKeyBound || maxCount < Number.POSITIVE_INFINITY || count < minCount;
}

/** How the key may be meant: in the case that is wanted, and in the letters that it reads as. */
function keyEvidence(tagged: Tagged, key: string, rule: KeysRule): NonNullable<Finding['evidence']> {
  const reading = readingOf(key);
  const value = rule.writing === null ? reading : written(reading, rule.writing.keyCase);
  if (value === key || keyMistake(tagged, value, rule) !== null) return [];
  return [suggestionEvidence(tagged.label, { kind: 'key', key, value })];
}

function keyMistake({ noun }: Tagged, key: string, { writing, pattern, forbid, except }: KeysRule): string | null {
  const name = `the ${noun} ${quoted(key)}`;
  if (forbid.some(({ matches }) => matches(key))) return `${name} is not allowed`;
  if (except.some((matches) => matches(key))) return null;
  if (writing !== null && !isWritten(key, writing.keyCase)) {
    return `the key ${quoted(key)} is not in ${writing.name} case, as ${quoted(written(key, writing.keyCase))} is`;
  }
  if (pattern !== null && !pattern.matches(key)) {
    const alike = lookAlike(key);
    const note = alike === null ? '' : `; it ${alike.note}`;
    return `the key ${quoted(key)} does not match ${quoted(pattern.source)}${note}`;
  }
  return null;
}
