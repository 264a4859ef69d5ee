import type { Range } from './range.ts';
import { locate, type Source } from './source.ts';

/** Diagnostic is one thing that is wrong with a text, and where. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** A short title; the same words as Terraform uses for the same mistake. */
  readonly summary: string;
  /** Sentences that say what happened and what to do. */
  readonly detail: string;
  readonly source: Source;
  readonly range: Range;
}

/** errorAt makes an error diagnostic. */
export function errorAt(source: Source, range: Range, summary: string, detail: string): Diagnostic {
  return { severity: 'error', summary, detail, source, range: { start: range.start, end: range.end } };
}

/** hasErrors is true when at least one diagnostic is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** formatDiagnostic writes a diagnostic on one line: `main.tf:4:3: Invalid expression: …`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const at = locate(diagnostic.source, diagnostic.range);
  return `${at.file}:${at.startLine}:${at.startColumn}: ${diagnostic.summary}: ${diagnostic.detail}`;
}
