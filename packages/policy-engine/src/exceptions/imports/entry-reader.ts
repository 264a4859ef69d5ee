import { isDay } from '../../documents/day.ts';
import { quote } from '../../documents/quote.ts';
import type { Problem } from '../../problem.ts';
import type { SourcePlace } from '../../subject.ts';
import type { Exception } from '../exception.ts';
import type { ImportedExceptions, ImportOptions } from './import-exceptions.ts';

/** An entry of a foreign file, in our words. What is null is not said. */
export interface ImportedEntry {
  readonly id: string;
  /** What the file calls the rule or the finding. */
  readonly rule: string;
  readonly resources: readonly string[];
  readonly paths: readonly string[];
  readonly lines: SourcePlace | null;
  readonly repository: string | null;
  readonly environment: string | null;
  readonly reason: string | null;
  readonly approver: string | null;
  readonly evidence: string | null;
  readonly created: string | null;
  /** The last day on which it holds. */
  readonly expires: string | null;
  readonly source: SourcePlace;
}

/** An entry that says only where it stands; readers add what they find. */
export function entryAt(source: SourcePlace, id = `${source.file}:${source.startLine}`): Omit<ImportedEntry, 'rule'> {
  return {
    id,
    resources: [],
    paths: [],
    lines: null,
    repository: null,
    environment: null,
    reason: null,
    approver: null,
    evidence: null,
    created: null,
    expires: null,
    source,
  };
}

/** Makes exceptions of entries, and keeps what is wrong. */
export class EntryReader {
  readonly #options: ImportOptions;
  readonly #exceptions: Exception[] = [];
  readonly #problems: Problem[] = [];

  constructor(options: ImportOptions) {
    this.#options = options;
  }

  result(): ImportedExceptions {
    return { exceptions: this.#exceptions, problems: this.#problems };
  }

  report({ file, startLine, startColumn }: SourcePlace, message: string): void {
    this.#problems.push({ file, line: startLine, column: startColumn ?? 1, message });
  }

  /** Takes an entry over, or reports all that keeps it from being an exception. */
  take(entry: ImportedEntry): void {
    const { rule, ...rest } = entry;
    const named = this.#options.rule;
    const expires = entry.expires ?? this.#options.defaultExpires ?? null;
    const reason = entry.reason ?? this.#options.defaultReason ?? null;
    const mistakes = [
      ...(expires === null
        ? ['has no expiry. Give it a last day, or give a default for those that have none.']
        : dayMistakes('last day', expires)),
      ...(reason === null || reason.trim() === '' ? ['has no reason. Say why it is there.'] : []),
      ...(entry.created === null ? [] : dayMistakes('day of creation', entry.created)),
      ...(named !== undefined && /^!|[*?]/.test(rule) ? ['has a wildcard in its id. Name one finding.'] : []),
    ];
    for (const mistake of mistakes) this.report(entry.source, `The entry for ${quote(rule)} ${mistake}`);
    if (expires === null || reason === null || mistakes.length > 0) return;
    const { id, resources, paths, lines, repository, environment, approver, evidence, created, source } = rest;
    const scope = { resources: named === undefined ? resources : [rule], paths, lines, repository, environment };
    this.#exceptions.push({
      id,
      rule: named ?? rule,
      scope,
      reason,
      approver,
      evidence,
      created,
      expires,
      source,
      origin: 'import',
    });
  }
}

function dayMistakes(what: string, day: string): string[] {
  return isDay(day) ? [] : [`has ${quote(day)} as its ${what}. Write year, month and day, such as 2026-12-20.`];
}
