import type { FormResult } from '@tollgate/policy-engine';

/** What a part of a rule says of a subject; nothing when the subject keeps it. */
export interface Finding {
  readonly outcome: 'fail' | 'unknown';
  /** A part of a sentence, without capital letter and full stop. */
  readonly text: string;
  readonly missing?: readonly string[];
  readonly evidence?: FormResult['evidence'];
}

/** The result of all parts: what fails counts before what is unknown. `kept` is the message when there is nothing. */
export function resultOf(findings: readonly Finding[], kept: string): FormResult {
  const failed = findings.filter(({ outcome }) => outcome === 'fail');
  const decisive = failed.length > 0 ? failed : findings;
  if (decisive.length === 0) return { outcome: 'pass', message: kept };
  const missing = decisive.flatMap((finding) => finding.missing ?? []);
  const evidence = decisive.flatMap((finding) => finding.evidence ?? []);
  return {
    outcome: failed.length > 0 ? 'fail' : 'unknown',
    message: sentence(decisive.map(({ text }) => text)),
    ...(missing.length === 0 ? {} : { missing }),
    ...(evidence.length === 0 ? {} : { evidence }),
  };
}

const MAX_PARTS = 10;

function sentence(parts: readonly string[]): string {
  const shown = parts.slice(0, MAX_PARTS).join('; ');
  const more = parts.length > MAX_PARTS ? `; and ${parts.length - MAX_PARTS} more` : '';
  return `${shown.charAt(0).toUpperCase()}${shown.slice(1)}${more}.`;
}
