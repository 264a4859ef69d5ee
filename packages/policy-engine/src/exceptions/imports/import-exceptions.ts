import type { Problem } from '../../problem.ts';
import type { Exception } from '../exception.ts';

/** Foreign files that exceptions are read from. A new format is one file and one line below. */
export const importFormats = ['list', 'sarif', 'trivyignore'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** How what a foreign file does not say is filled in. */
export interface ImportOptions {
  /**
   * The last day, as `2026-12-20`, of what has no expiry of its own. Without it such an entry is a problem: an exception
   * without an end is one that nobody looks at again.
   */
  readonly defaultExpires?: string;
  /** The reason of what gives none. Without it such an entry is a problem. */
  readonly defaultReason?: string;
  /**
   * The rule that the entries are exceptions from, `policy/rule` or `policy/*`. The ids in the file then name subjects, such
   * as findings. Without it the ids name rules.
   */
  readonly rule?: string;
}

/** What a foreign file says, in its own order, and what could not be taken over. */
export interface ImportedExceptions {
  readonly exceptions: readonly Exception[];
  readonly problems: readonly Problem[];
}

/** A foreign file: its name as problems name it, and its text. */
export interface ImportFile {
  readonly file: string;
  readonly text: string;
}

/**
 * importExceptions reads the exceptions of a foreign file:
 * - `list`: a list in JSON or YAML of mappings with `rule`, `reason` and `expires`, and as wanted `id`, `resources`, `paths`,
 *   `repository`, `environment`, `approver`, `evidence` and `created`.
 * - `sarif`: what is suppressed in a SARIF 2.1.0 log; the last day is `expires` in the properties of the suppression.
 * - `trivyignore`: a `.trivyignore.yaml`; the last day is the one before `expired_at`, when Trivy finds again what it ignored.
 */
export async function importExceptions(
  format: ImportFormat,
  file: ImportFile,
  options: ImportOptions = {},
): Promise<ImportedExceptions> {
  switch (format) {
    case 'list':
      return (await import('./exception-list.ts')).readExceptionList(file, options);
    case 'sarif':
      return (await import('./sarif-suppressions.ts')).readSarifSuppressions(file, options);
    case 'trivyignore':
      return (await import('./trivyignore.ts')).readTrivyignore(file, options);
  }
}
