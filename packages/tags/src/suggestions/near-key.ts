import { bareKey, nearMiss } from '../near-miss.ts';
import { isOneLetterOff } from '../rules/near-value.ts';
import { lookAlike, readingOf } from './look-alike.ts';

/** A key that a person may have meant as another one. */
export interface NearKey {
  readonly key: string;
  /** Why it is not the other one, as the rest of a sentence that begins with the key; null where everybody sees it. */
  readonly note: string | null;
}

/**
 * The first of the keys that a person may have meant as the wanted one: it reads the same and has letters of another script, it
 * differs only in case or separators, or in one letter. Null when there is none.
 */
export function nearKey(wanted: string, keys: readonly string[]): NearKey | null {
  const bare = bareKey(wanted);
  const sorted = [...keys].sort();
  const alike = sorted.find((key) => key !== wanted && readingOf(key) !== key && bareKey(readingOf(key)) === bare);
  if (alike !== undefined) return { key: alike, note: lookAlike(alike)?.note ?? 'is in letters of another script' };
  const key =
    nearMiss(wanted, sorted) ?? sorted.find((other) => other !== wanted && isOneLetterOff(bare, bareKey(other)));
  return key === undefined ? null : { key, note: null };
}
