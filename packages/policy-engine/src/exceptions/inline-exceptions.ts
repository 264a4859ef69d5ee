import { nearest } from '../documents/nearest.ts';
import { quote } from '../documents/quote.ts';
import type { Problem } from '../problem.ts';
import type { SourcePlace } from '../subject.ts';
import type { Exception } from './exception.ts';
import { type DirectiveMistake, parseDirective } from './inline-directive.ts';

/** A comment with its place, and what it stands at. */
export interface InlineComment {
  /** The whole comment with its marks: `# …`, `// …`, or a comment of several lines between its marks. */
  readonly text: string;
  readonly file: string;
  /** Line and column where the marks begin, from 1; columns are UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** The block or module call that it stands at or in, or the attribute. */
  readonly lines: SourcePlace;
  /** What stands there, as its module names it: `aws_instance.a`, `module.b`. */
  readonly block?: string;
}

/** What comments say, and what is wrong with them. A comment with a mistake excepts nothing. */
export interface InlineExceptions {
  readonly exceptions: readonly Exception[];
  readonly problems: readonly Problem[];
}

const directive = 'tollgate:ignore';

/**
 * parseInlineExceptions reads the exceptions of a comment, one for each rule that it names:
 * `# tollgate:ignore RULE[,RULE…] until=2026-12-01 reason="…" [approver=…] [evidence=…]`. A comment that only speaks of
 * Tollgate holds none; one that is meant as an exception and is none is a problem, at its line and column.
 */
export function parseInlineExceptions(comment: InlineComment): InlineExceptions {
  const exceptions: Exception[] = [];
  const problems: Problem[] = [];
  for (const [index, text] of comment.text.split('\n').entries()) {
    const line = comment.line + index;
    const before = index === 0 ? comment.column : 1;
    const report = ({ offset, message }: DirectiveMistake) =>
      problems.push({ file: comment.file, line, column: before + offset, message });
    const start = /^[\s#/*]*/.exec(text)?.[0].length ?? 0;
    const words = text.slice(start);
    if (!isDirective(words)) {
      const mistake = nearMiss(words);
      if (mistake !== null) report({ ...mistake, offset: start + mistake.offset });
      continue;
    }
    const end = text.endsWith('*/') ? text.length - 2 : text.length;
    const parsed = parseDirective(text.slice(0, end), start + directive.length);
    for (const mistake of parsed.mistakes) report(mistake);
    if (parsed.mistakes.length > 0) continue;
    const { rules, attributes } = parsed;
    for (const rule of rules) exceptions.push(exceptionOf(comment, line, before + start, rule, attributes));
  }
  return { exceptions, problems };
}

function exceptionOf(
  { file, lines, block }: InlineComment,
  line: number,
  column: number,
  rule: string,
  attributes: ReadonlyMap<string, string>,
): Exception {
  return {
    id: `${file}:${line}`,
    rule,
    scope: {
      resources: [],
      paths: [],
      lines,
      ...(block === undefined ? {} : { block }),
      repository: null,
      environment: null,
    },
    reason: attributes.get('reason') ?? '',
    approver: attributes.get('approver') ?? null,
    evidence: attributes.get('evidence') ?? null,
    created: null,
    expires: attributes.get('until') ?? '',
    source: { file, startLine: line, startColumn: column },
    origin: 'comment',
  };
}

function isDirective(words: string): boolean {
  return /^tollgate:ignore(?![\w:-])/.test(words);
}

/** What is nearly a directive and would silently do nothing: a mistyped word, or one that does not begin the comment. */
function nearMiss(words: string): DirectiveMistake | null {
  const [first = ''] = /^\S*/.exec(words) ?? [];
  const wanted = `Write "${directive} RULE until=2026-12-01 reason="…"".`;
  // The ignore comments of other tools are near as well, but have no gate in their names.
  if (/^tollgate:./i.test(first) || (/ga?te/i.test(first) && nearest(first, [directive]) !== undefined)) {
    return { offset: 0, message: `Tollgate knows no comment ${quote(first)}, so nothing is excepted. ${wanted}` };
  }
  if (!/\b(until|reason|expires)\s*=/.test(words)) return null;
  if (/^tollgate\b/i.test(words)) {
    return { offset: 0, message: `This is nearly an exception, so nothing is excepted. ${wanted}` };
  }
  const later = words.indexOf(directive);
  if (later === -1) return null;
  return {
    offset: later,
    message: `"${directive}" must be the first word of a comment or of a line of it, so nothing is excepted. Put it first.`,
  };
}
