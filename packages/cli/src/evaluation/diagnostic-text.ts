import { styleText } from 'node:util';
import { visible } from '@tollgate/reporting';

/** What is wrong with a configuration, or worth knowing of it. */
export interface ShownDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly source?: { readonly file: string; readonly startLine: number; readonly startColumn: number } | null;
}

/** How diagnostics look. */
export interface DiagnosticOptions {
  readonly color: boolean;
  /** The line of a file, to show it below its place; undefined when it is not at hand. */
  readonly lineOf: (file: string, line: number) => string | undefined;
  /** How the file is called. */
  readonly nameOf: (file: string) => string;
}

/** A line is cut short beyond this width, in UTF-16 units. */
const maxWidth = 160;

/** Writes diagnostics as Terraform does: what, where with the line itself, and why. An empty line follows each. */
export function diagnosticsText(diagnostics: readonly ShownDiagnostic[], options: DiagnosticOptions): string {
  return diagnostics.map((diagnostic) => `${diagnosticText(diagnostic, options)}\n\n`).join('');
}

function diagnosticText(diagnostic: ShownDiagnostic, { color, lineOf, nameOf }: DiagnosticOptions): string {
  const { severity, summary, detail, source } = diagnostic;
  const [title, look] = severity === 'error' ? (['Error', 'red'] as const) : (['Warning', 'yellow'] as const);
  const head = `${color ? styleText([look, 'bold'], `${title}:`, { validateStream: false }) : `${title}:`} ${visible(summary)}`;
  const parts = [head];
  if (source != null) {
    const line = lineOf(source.file, source.startLine);
    const place = `  on ${visible(nameOf(source.file))}:${source.startLine}:${source.startColumn}`;
    parts.push(
      line === undefined ? place : `${place}\n  ${String(source.startLine).padStart(4)}: ${shorten(visible(line))}`,
    );
  }
  if (detail !== '') parts.push(detail.split('\n').map(visible).join('\n'));
  return parts.join('\n\n');
}

function shorten(line: string): string {
  return line.length <= maxWidth ? line : `${line.slice(0, maxWidth - 1)}…`;
}
