import { quote } from '../documents/quote.ts';
import { compilePathPatterns } from '../judge/path-pattern.ts';
import { compilePatterns } from '../judge/pattern.ts';
import type { SourcePlace } from '../subject.ts';
import type { AppliedResult } from '../verdict.ts';
import type { ExceptionScope } from './exception.ts';

/** Where a run takes place. Null when that is not known; a scope that names one is then not that of the run. */
export interface RunPlace {
  /** `owner/name`. */
  readonly repository: string | null;
  readonly environment: string | null;
  /** The path from the root of the repository of a file that places name in another way; files have these names unless given. */
  readonly pathOf?: (file: string) => string;
}

/** Whether a subject is in a scope, by its result and the names that patterns are compared with. */
export type ScopeMatcher = (result: AppliedResult, names: readonly string[]) => boolean;

/**
 * compileScope makes a matcher of what a scope says of subjects: all of it must hold. Paths are compared with the file that
 * defines the subject; lines with where it begins, or where a module call that leads there begins.
 */
export function compileScope(
  { resources, paths, lines, subject }: ExceptionScope,
  { pathOf = sameName }: Pick<RunPlace, 'pathOf'> = {},
): ScopeMatcher {
  const named = resources.length === 0 ? null : compilePatterns(resources);
  const inPaths = paths.length === 0 ? null : compilePathPatterns(paths);
  return (result, names) =>
    (subject === undefined || result.subject.id === subject) &&
    (named === null || named(names)) &&
    (inPaths === null || (result.source !== undefined && inPaths(pathOf(result.source.file)))) &&
    (lines === null || placesOf(result).some((place) => beginsWithin(place, lines)));
}

/** The places by which lines mean a subject: its own, and the module calls that lead there. */
export function placesOf({ source }: AppliedResult): readonly SourcePlace[] {
  return source === undefined ? [] : [source, ...(source.callers ?? [])];
}

/** Whether a scope says which subjects it is for. */
export function isLimited({ resources, paths, lines, subject }: ExceptionScope): boolean {
  return subject !== undefined || resources.length > 0 || paths.length > 0 || lines !== null;
}

/** A sentence's end when a scope is for another repository or environment than that of the run; null when it is for this one. */
export function elsewhere(scope: ExceptionScope, here: RunPlace): string | null {
  // GitHub does not tell names of repositories apart by case.
  const repository = here.repository?.toLowerCase() ?? null;
  if (scope.repository !== null && scope.repository.toLowerCase() !== repository) {
    return `is for the repository ${quote(scope.repository)}, and this run is ${about('in', here.repository, 'repository')}.`;
  }
  if (scope.environment !== null && scope.environment !== here.environment) {
    return `is for the environment ${quote(scope.environment)}, and this run is ${about('for', here.environment, 'environment')}.`;
  }
  return null;
}

function sameName(file: string): string {
  return file;
}

function about(preposition: string, name: string | null, kind: string): string {
  return name === null ? `not said to be ${preposition} one` : `${preposition} the ${kind} ${quote(name)}`;
}

/** Columns count on the first and the last line: a JSON file can have all of its blocks on one line. */
function beginsWithin(place: SourcePlace, lines: SourcePlace): boolean {
  const { startLine: line, startColumn: column } = place;
  const lastLine = lines.endLine ?? lines.startLine;
  if (place.file !== lines.file || line < lines.startLine || line > lastLine) return false;
  if (column === undefined) return true;
  const isBefore = line === lines.startLine && column < (lines.startColumn ?? 1);
  const isBehind = line === lastLine && column >= (lines.endColumn ?? Number.POSITIVE_INFINITY);
  return !isBefore && !isBehind;
}
