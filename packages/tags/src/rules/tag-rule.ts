import { FormError, type JsonObject, type JsonValue } from '@tollgate/policy-engine';
import { isList, isObject } from '@tollgate/terraform';
import { type Format, formats } from './formats.ts';
import { fullMatcher, type Matcher, wildcardMatcher } from './full-match.ts';

/** What a rule demands of one key. */
export interface TagRule {
  /** As the policy writes it; with `*` it stands for all keys that are like it. */
  readonly key: string;
  /** Null for a key that stands for itself alone. */
  readonly keys: Matcher | null;
  readonly presence: 'required' | 'optional' | 'forbidden';
  /** No other writing of the key in upper and lower case is allowed. */
  readonly exactCase: boolean;
  readonly caseInsensitive: boolean;
  readonly oneOf: readonly string[] | null;
  readonly noneOf: readonly string[];
  /** Values in which `*` stands for any text. */
  readonly like: readonly { readonly wildcard: string; readonly matches: Matcher }[] | null;
  readonly pattern: { readonly source: string; readonly matches: Matcher } | null;
  readonly format: Format | null;
  /** In characters. */
  readonly minLength: number;
  readonly maxLength: number;
}

/**
 * Reads the value of the form `tags`, which its schema allows.
 * @throws FormError for a rule that no value keeps.
 */
export function readTagRules(value: JsonValue): readonly TagRule[] {
  return isObject(value)
    ? Object.entries(value).map(([key, rule]) => readTagRule(composed(key), isObject(rule) ? rule : {}))
    : [];
}

function readTagRule(key: string, given: JsonObject): TagRule {
  const caseInsensitive = given.caseInsensitive === true;
  const isWildcard = key.includes('*');
  const rule: TagRule = {
    key,
    keys: isWildcard ? wildcardMatcher(key, false) : null,
    presence: given.forbidden === true ? 'forbidden' : given.optional === true || isWildcard ? 'optional' : 'required',
    exactCase: given.exactCase === true,
    caseInsensitive,
    oneOf: given.oneOf === undefined ? null : textsOf(given.oneOf),
    noneOf: textsOf(given.noneOf),
    like:
      given.like === undefined
        ? null
        : textsOf(given.like).map((wildcard) => ({ wildcard, matches: wildcardMatcher(wildcard, caseInsensitive) })),
    pattern: typeof given.pattern === 'string' ? patternOf(given.pattern, caseInsensitive, [key, 'pattern']) : null,
    format: (typeof given.format === 'string' ? formats.get(given.format) : null) ?? null,
    minLength: typeof given.minLength === 'number' ? given.minLength : 0,
    maxLength: typeof given.maxLength === 'number' ? given.maxLength : Number.POSITIVE_INFINITY,
  };
  refuseContradiction(rule, given);
  return rule;
}

/** Values in YAML may be numbers and truth values; tags are text. */
function textsOf(value: JsonValue | undefined): readonly string[] {
  return isList(value) ? value.map((one) => composed(String(one))) : [];
}

/** Terraform keeps all text in the normal form C, so that what an editor writes otherwise would never be found. */
function composed(text: string): string {
  return text.normalize('NFC');
}

function patternOf(source: string, caseInsensitive: boolean, path: readonly string[]): TagRule['pattern'] {
  try {
    return { source, matches: fullMatcher(source, caseInsensitive) };
  } catch (error) {
    throw new FormError(path, error instanceof Error ? error.message : String(error));
  }
}

function refuseContradiction(rule: TagRule, given: JsonObject): void {
  if (rule.presence === 'forbidden' && Object.keys(given).some((name) => name !== 'forbidden')) {
    throw new FormError(
      [rule.key, 'forbidden'],
      `The key "${rule.key}" is forbidden, so that nothing else can be said of it. Remove "forbidden" or the rest.`,
    );
  }
  if (rule.minLength > rule.maxLength) {
    throw new FormError(
      [rule.key, 'minLength'],
      `No value has at least ${rule.minLength} and at most ${rule.maxLength} characters. Make "maxLength" larger.`,
    );
  }
}

/** Whether a rule says anything of the value. */
export function constrainsValue(rule: TagRule): boolean {
  const { oneOf, noneOf, like, pattern, format, minLength, maxLength } = rule;
  return (
    oneOf !== null ||
    noneOf.length > 0 ||
    like !== null ||
    pattern !== null ||
    format !== null ||
    minLength > 0 ||
    maxLength < Number.POSITIVE_INFINITY
  );
}
