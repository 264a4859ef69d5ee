import { RE2JS, RE2JSSyntaxException } from 're2js';
import { LimitError, ValueError } from '../values/value-error.ts';
import type { Budget } from './budget.ts';
import { checkTextLength, MAX_MATCHING_WORK } from './limits.ts';

/** One match: where each group begins and ends, the whole match first; undefined for groups that took no part. */
export interface Match {
  readonly groups: readonly ({ readonly start: number; readonly end: number } | undefined)[];
}

/** A regular expression in RE2 syntax, as Go and Terraform have it. Matching takes time linear in the text. */
export interface Pattern {
  readonly groupCount: number;
  /** The name of each group by its number; groups without a name are absent. */
  readonly groupNames: ReadonlyMap<number, string>;
  /** Finds the matches that do not overlap, from left to right, at most `limit` of them. Throws ValueError. */
  findAll(text: string, limit: number, budget: Budget | undefined): readonly Match[];
}

/** Why a pattern is no regular expression: what is wrong, and with which part of it. */
export interface PatternMistake {
  readonly problem: string;
  readonly part: string;
}

const KEPT_PATTERNS = 64;
const kept = new Map<string, Pattern | PatternMistake>();

/** compilePattern reads a regular expression, or says what is wrong with it. The last few are kept. */
export function compilePattern(source: string): Pattern | PatternMistake {
  let pattern = kept.get(source);
  if (pattern === undefined) {
    pattern = compile(source);
    if (kept.size >= KEPT_PATTERNS) for (const oldest of kept.keys().take(1)) kept.delete(oldest);
    kept.set(source, pattern);
  }
  return pattern;
}

function compile(source: string): Pattern | PatternMistake {
  let program: RE2JS;
  try {
    program = RE2JS.compile(source);
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) return { problem: 'expression too large', part: source };
    return { problem: error.getDescription(), part: error.getPattern() ?? '' };
  }
  const groupNames = new Map(Object.entries(program.namedGroups()).map(([name, number]) => [number, name]));
  return {
    groupCount: program.groupCount(),
    groupNames,
    findAll: (text, limit, budget) => findAll(program, text, limit, budget),
  };
}

function findAll(program: RE2JS, text: string, limit: number, budget: Budget | undefined): Match[] {
  const size = program.programSize();
  let work = 0;
  // Each search may have to go through all the rest of the text before it is sure of its match.
  const search = (): boolean => {
    const steps = size * (text.length - Math.max(previousEnd, 0));
    work += steps;
    budget?.work(steps);
    if (work > MAX_MATCHING_WORK) {
      throw new LimitError(`matching ${text.length} characters with a pattern of this size would take too long`);
    }
    return matcher.find();
  };
  const matcher = program.matcher(text);
  const matches: Match[] = [];
  let previousEnd = -1;
  while (matches.length < limit && search()) {
    const end = matcher.end();
    // An empty match right after another one does not count.
    if (matcher.start() === end && end === previousEnd) continue;
    previousEnd = end;
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, group) => {
      const start = matcher.start(group);
      return start < 0 ? undefined : { start, end: matcher.end(group) };
    });
    matches.push({ groups });
  }
  return matches;
}

/** replaceAll replaces all matches by a text in which `$1`, `${name}` stand for groups and `$$` for a dollar sign. */
export function replaceAll(source: string, text: string, replacement: string, budget: Budget | undefined): string {
  const pattern = compilePattern(source);
  if ('problem' in pattern) {
    const part = pattern.part === '' ? '' : `: \`${pattern.part}\``;
    throw new ValueError(`error parsing regexp: ${pattern.problem}${part}`);
  }
  const parts = splitReplacement(replacement);
  let result = '';
  let position = 0;
  for (const { groups } of pattern.findAll(text, Number.POSITIVE_INFINITY, budget)) {
    const whole = groups[0];
    if (whole === undefined) continue;
    result += text.slice(position, whole.start);
    for (const part of parts) {
      const group = typeof part === 'string' ? undefined : groups[groupNumber(pattern, part.group)];
      result += typeof part === 'string' ? part : group === undefined ? '' : text.slice(group.start, group.end);
    }
    checkTextLength(result.length);
    position = whole.end;
  }
  return result + text.slice(position);
}

type ReplacementPart = string | { readonly group: string };

const REFERENCE = /\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu;

function splitReplacement(replacement: string): readonly ReplacementPart[] {
  const parts: ReplacementPart[] = [];
  let position = 0;
  for (const match of replacement.matchAll(REFERENCE)) {
    parts.push(replacement.slice(position, match.index));
    const group = match[1] ?? match[2];
    parts.push(group === undefined ? '$' : { group });
    position = match.index + match[0].length;
  }
  parts.push(replacement.slice(position));
  return parts.filter((part) => part !== '');
}

function groupNumber(pattern: Pattern, group: string): number {
  if (/^\d+$/.test(group)) return Number(group);
  for (const [number, name] of pattern.groupNames) if (name === group) return number;
  return -1;
}

/** describeMistake says in a clause what is wrong with a pattern. */
export function describeMistake({ problem, part }: PatternMistake): string {
  return `invalid regexp pattern: ${problem} in ${part}`;
}
