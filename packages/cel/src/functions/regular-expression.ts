import { RE2JS } from 're2js';
import type { Meter } from '../evaluate/meter.ts';
import { type Failure, fail, isFailure } from '../values/stop.ts';

/** Longer patterns are generated ones, and their automata are large. */
const MAX_PATTERN_LENGTH = 1000;
const MAX_CACHED_PATTERNS = 200;
const cache = new Map<string, RE2JS | Failure>();

function compilePattern(pattern: string): RE2JS | Failure {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  let compiled: RE2JS | Failure;
  try {
    compiled = RE2JS.compile(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
    compiled = fail(`"${pattern}" is not a regular expression: ${reason}`);
  }
  if (cache.size >= MAX_CACHED_PATTERNS) cache.clear();
  cache.set(pattern, compiled);
  return compiled;
}

/** What is wrong with a regular expression; null for one that can be used. */
export function patternMistake(pattern: string): string | null {
  if (pattern.length > MAX_PATTERN_LENGTH) return tooLong(pattern);
  const compiled = compilePattern(pattern);
  return isFailure(compiled) ? compiled.message : null;
}

function tooLong({ length }: string): string {
  return `a regular expression has at most ${MAX_PATTERN_LENGTH} characters; this one has ${length}`;
}

/** Whether a regular expression in RE2 syntax matches any part of a text, in time linear in the text. */
export function matchesPattern(text: string, pattern: string, meter: Meter): boolean | Failure {
  if (pattern.length > MAX_PATTERN_LENGTH) return fail(tooLong(pattern));
  meter.steps(Math.ceil(text.length / 10) * Math.ceil(pattern.length / 4));
  const compiled = compilePattern(pattern);
  // A failure gets its place where it is used, so it is never shared.
  return isFailure(compiled) ? fail(compiled.message) : compiled.test(text);
}
