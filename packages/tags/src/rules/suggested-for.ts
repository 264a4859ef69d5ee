import { quoted } from '../open-end.ts';
import { suggestionEvidence } from '../suggestions/suggestion-evidence.ts';
import type { Tagged } from '../tagged.ts';
import { cloudLimits, valueLimit } from './cloud-limits.ts';
import type { Finding } from './finding.ts';
import type { TagRule } from './tag-rule.ts';
import { valueMistake } from './tag-value.ts';

/** What a finding adds about a way out. */
export interface Hint {
  /** A part of a sentence; null for nothing to say. */
  readonly text: string | null;
  readonly evidence: NonNullable<Finding['evidence']>;
}

/**
 * What other resources and the owners of the file suggest as the value of a key. Never what the rule or the cloud would refuse.
 */
export function suggestedFor({ suggest, label, cloud }: Tagged, rule: TagRule, key = rule.key): Hint {
  const limits = cloud === null ? null : cloudLimits[cloud];
  const accepts = (value: string) =>
    valueMistake(rule, value) === null && (limits === null || valueLimit(value, limits) === null);
  const found = suggest?.(key, accepts) ?? [];
  const [first] = found;
  return {
    text:
      first === undefined ? null : `suggested: ${quoted(`${key} = ${first.value}`)}, ${first.reasons.join(' and ')}`,
    evidence: found.map(({ value }) => suggestionEvidence(label, { kind: 'value', key, value })),
  };
}
