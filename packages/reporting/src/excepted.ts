import { code, type Inline, type Section, text, type Verdict } from '@tollgate/policy-engine';
import { alikeVerdicts } from './alike-verdicts.ts';
import { counted } from './counted.ts';
import { findingPhrase, wherePhrase } from './finding.ts';
import { verdictTable } from './rule-sections.ts';
import { clip } from './visible.ts';

/** How much of the reason of an exception stands in a table. */
const reasonLimit = 120;

/** What exceptions take out of the decision, with what the rule said underneath: closed, because nobody has to act. */
export function exceptedSections(verdicts: readonly Verdict[]): Section[] {
  if (verdicts.length === 0) return [];
  const table = verdictTable(alikeVerdicts(verdicts), [
    { title: 'Rule', cell: ({ policy, rule }) => [code(`${policy}/${rule}`)] },
    { title: 'Without the exception', cell: underlyingPhrase },
    { title: 'Where', cell: ({ source }) => wherePhrase(source) },
    { title: 'Exception', cell: exceptionPhrase },
  ]);
  return [{ title: `${counted(verdicts.length, 'finding')} excepted`, folded: true, blocks: [table] }];
}

function underlyingPhrase(verdict: Verdict): Inline[] {
  const outcome = verdict.underlying === 'unknown' ? 'unknown: ' : 'fails: ';
  return [text(outcome), ...findingPhrase(verdict)];
}

function exceptionPhrase({ exception }: Verdict): Inline[] {
  if (exception === undefined) return [];
  const { id, expires, approver, reason } = exception;
  return [
    code(id),
    text(` until ${expires}`),
    ...(approver === null ? [] : [text(', approved by '), code(approver)]),
    ...(reason === '' ? [] : [text(`: ${clip(reason, reasonLimit)}`)]),
  ];
}
