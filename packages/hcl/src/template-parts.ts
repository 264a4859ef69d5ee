import type { Expression } from './expression.ts';
import type { Range } from './range.ts';
import { isSpace, trimEndSpaces, trimStartSpaces } from './white-space.ts';

/** What a template is made of, before its directives are put together. */
export type TemplatePart =
  | TextPart
  | (Range & { readonly kind: 'expression'; readonly expression: Expression })
  | (Range & { readonly kind: 'if'; readonly condition: Expression })
  | (Range & {
      readonly kind: 'for';
      readonly keyVariable: string | undefined;
      readonly valueVariable: string;
      readonly collection: Expression;
    })
  | (Range & { readonly kind: 'else' | 'endif' | 'endfor' });

/** Literal text: one line of a heredoc or bare template, or all up to the next sequence within quotes. */
export interface TextPart extends Range {
  readonly kind: 'text';
  readonly value: string;
}

/** trimTextStart applies the strip marker of the sequence before a text. It reaches to the end of the line at most. */
export function trimTextStart(part: TextPart): TextPart {
  return { ...part, value: trimStartSpaces(part.value) };
}

/** trimTextEnd applies the strip marker of the sequence behind a text. */
export function trimTextEnd(part: TextPart): TextPart {
  return { ...part, value: trimEndSpaces(part.value) };
}

/**
 * removeIndentation applies the rule of `<<-`: the smallest indentation of all lines is taken off each. Lines of white
 * space only do not count. The rule sees the written text, so that what is interpolated changes nothing.
 */
export function removeIndentation(parts: readonly TemplatePart[]): TemplatePart[] {
  let smallest = Number.POSITIVE_INFINITY;
  let startsLine = true;
  const indented = new Set<TemplatePart>();
  for (const part of parts) {
    const value = part.kind === 'text' ? part.value : undefined;
    if (startsLine && !(value !== undefined && isBlankLine(value))) {
      smallest = Math.min(smallest, value === undefined ? 0 : indentationOf(value));
      indented.add(part);
    }
    startsLine = value?.endsWith('\n') ?? false;
  }
  return parts.map((part) => {
    if (part.kind !== 'text' || !indented.has(part)) return part;
    return { ...part, value: part.value.slice(smallest), start: part.start + smallest };
  });
}

function isBlankLine(text: string): boolean {
  return text.endsWith('\n') && indentationOf(text) === text.length;
}

/** How many characters of white space begin a text; no white space takes more than one UTF-16 unit. */
function indentationOf(text: string): number {
  let count = 0;
  while (count < text.length && isSpace(text.charCodeAt(count))) count++;
  return count;
}

/** joinTexts makes one text of texts that follow each other. */
export function joinTexts(parts: readonly TemplatePart[]): TemplatePart[] {
  const joined: TemplatePart[] = [];
  let values: string[] = [];
  let run: Range | undefined;
  const flush = () => {
    if (run !== undefined) joined.push({ kind: 'text', value: values.join(''), start: run.start, end: run.end });
    run = undefined;
    values = [];
  };
  for (const part of parts) {
    if (part.kind === 'text') {
      run = { start: run?.start ?? part.start, end: part.end };
      values.push(part.value);
    } else {
      flush();
      joined.push(part);
    }
  }
  flush();
  return joined;
}
