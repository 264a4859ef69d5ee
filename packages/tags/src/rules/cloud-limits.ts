import data from '../../data/cloud-limits.json' with { type: 'json' };
import { quoted } from '../open-end.ts';
import { type Cloud, shownKeys, type Tagged } from '../tagged.ts';
import type { Finding } from './finding.ts';

/** What a cloud takes as tags of one resource. Sources and dates are in `data/cloud-limits.json`. */
export interface CloudLimits {
  readonly maxTags: number;
  /** In characters. */
  readonly minKeyLength: number;
  readonly maxKeyLength: number;
  readonly maxValueLength: number;
  /** Prefixes of keys that only the cloud may use, whatever their case. */
  readonly reserved: readonly string[];
  /** Characters that keys must not have. */
  readonly notInKeys: string;
  /** `lower`: lower-case letters (or letters without case), digits, `_` and `-`, keys beginning with a letter. */
  readonly letters: string;
  readonly caseInsensitiveKeys: boolean;
}

export const cloudLimits: Readonly<Record<Cloud, CloudLimits>> = data.clouds;
const cloudNames: Readonly<Record<Cloud, string>> = { aws: 'AWS', azure: 'Azure', google: 'Google Cloud' };

/** What the cloud of a resource would refuse. Nothing for other providers. */
export function limitFindings(tagged: Tagged): Finding[] {
  if (tagged.cloud === null) return [];
  const limits = cloudLimits[tagged.cloud];
  const cloud = cloudNames[tagged.cloud];
  const fail = (text: string): Finding => ({ outcome: 'fail', text });
  const keys = shownKeys(tagged.tags);
  const findings = keys.flatMap((key) => {
    const mistake = keyLimit(key, limits) ?? twinMistake(key, keys, limits);
    return mistake === null ? [] : [fail(`the key ${quoted(start(key))} ${mistake} in ${cloud}`)];
  });
  for (const key of keys) {
    const tag = tagged.tags.get(key);
    if (typeof tag?.value !== 'string') continue;
    const mistake = valueLimit(tag.value, limits);
    if (mistake !== null) findings.push(fail(`the value of ${quoted(start(key))} ${mistake} in ${cloud}`));
  }
  const count = tagged.tags.size;
  if (count > limits.maxTags)
    findings.push(fail(`has ${count} ${tagged.noun}s, and ${cloud} takes at most ${limits.maxTags}`));
  return findings;
}

/** What a cloud would refuse of a key, as the rest of a sentence; null when nothing. */
export function keyLimit(key: string, limits: CloudLimits): string | null {
  const length = [...key].length;
  if (length < limits.minKeyLength) return 'must not be empty';
  if (length > limits.maxKeyLength) return `has ${length} characters, and may have at most ${limits.maxKeyLength}`;
  const reserved = limits.reserved.find((prefix) => key.toLowerCase().startsWith(prefix));
  if (reserved !== undefined) return `begins with ${quoted(reserved)}, which is reserved`;
  const wrong = [...key].find((character) => limits.notInKeys.includes(character));
  if (wrong !== undefined) return `has the character ${quoted(wrong)}, which keys must not have`;
  if (limits.letters === 'lower' && !/^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]*$/u.test(key)) {
    return 'must begin with a lower-case letter and have only lower-case letters, digits, `_` and `-`';
  }
  return null;
}

/** Keys that are one to the cloud. The first of them is taken as the one that is meant. */
function twinMistake(key: string, keys: readonly string[], { caseInsensitiveKeys }: CloudLimits): string | null {
  if (!caseInsensitiveKeys) return null;
  const twin = keys.find((other) => other < key && other.toLowerCase() === key.toLowerCase());
  return twin === undefined ? null : `is the same as ${quoted(twin)}`;
}

/** What a cloud would refuse of a value, as the rest of a sentence; null when nothing. */
export function valueLimit(value: string, limits: CloudLimits): string | null {
  const length = [...value].length;
  if (length > limits.maxValueLength) return `has ${length} characters, and may have at most ${limits.maxValueLength}`;
  if (limits.letters === 'lower' && !/^[\p{Ll}\p{Lo}\p{N}_-]*$/u.test(value)) {
    return 'may have only lower-case letters, digits, `_` and `-`';
  }
  return null;
}

/** A key that is too long is still shown as a name. */
function start(key: string): string {
  const characters = [...key];
  return characters.length <= 60 ? key : `${characters.slice(0, 60).join('')}…`;
}
