import { visible } from '@tollgate/reporting';
import type { ExpressionResult, ExpressionResults } from '@tollgate/terraform';
import { valueLines } from './value-text.ts';

/** Writes each expression with its value, or with what is wrong with it, below. */
export function expressionsText({ results }: ExpressionResults): string {
  return results.map((result) => `${visible(result.expr)}\n${resultLines(result)}\n`).join('');
}

function resultLines(result: ExpressionResult): string {
  const lines = result.ok ? knownLines(result) : [`Error: ${visible(result.error)}`, ...detailLines(result.detail)];
  return lines.map((line) => `  ${line}`).join('\n');
}

function knownLines({ value, known, sensitive, type }: Extract<ExpressionResult, { ok: true }>): readonly string[] {
  if (value === null && sensitive) return ['(sensitive value)'];
  if (value === null && !known) return [type === 'dynamic' ? '(unknown)' : `(unknown ${visible(type)})`];
  const hidden = [...(known ? [] : ['unknown']), ...(sensitive ? ['sensitive'] : [])];
  const lines = valueLines({ value, unknown: false, sensitive: false, reason: () => undefined });
  return hidden.length === 0 ? lines : [...lines, `(null or missing where it is ${hidden.join(' or ')})`];
}

function detailLines(detail: string): readonly string[] {
  return detail === '' ? [] : detail.split('\n').map(visible);
}
