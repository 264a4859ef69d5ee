import { compact } from './compact.ts';
import type { Expression, Template } from './expression.ts';
import type { Parser } from './parser.ts';
import { emptyRangeAt, type Range } from './range.ts';
import { formatRange } from './source.ts';
import type { TemplatePart } from './template-parts.ts';

type Opening = TemplatePart & { kind: 'if' | 'for' };

/** A directive whose end has not come yet. */
interface OpenDirective {
  readonly opening: Opening;
  readonly body: Expression[];
  /** Present once `else` was seen. */
  otherwise: Expression[] | undefined;
}

/** buildTemplate nests what stands between directives. `end` is what closes the template. */
export function buildTemplate(parser: Parser, parts: readonly TemplatePart[], end: Range): readonly Expression[] {
  const roots: Expression[] = [];
  const open: OpenDirective[] = [];
  for (const part of parts) {
    const current = open.at(-1);
    const target = current === undefined ? roots : (current.otherwise ?? current.body);
    switch (part.kind) {
      case 'text':
        target.push({ kind: 'string', value: part.value, start: part.start, end: part.end });
        break;
      case 'expression':
        target.push(part.expression);
        break;
      case 'if':
      case 'for':
        if (parser.depth + open.length >= parser.maxDepth) failOnDepth(parser, part);
        open.push({ opening: part, body: [], otherwise: undefined });
        break;
      case 'else':
        if (current?.opening.kind === 'if' && current.otherwise === undefined) current.otherwise = [];
        else failOnElse(parser, part, current);
        break;
      default:
        if (current === undefined || part.kind !== `end${current.opening.kind}`) failOnEnd(parser, part, current);
        else {
          open.pop();
          (open.at(-1)?.otherwise ?? open.at(-1)?.body ?? roots).push(closeDirective(current, part));
        }
    }
    if (parser.failing) break;
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    const { opening } = unclosed;
    const at = formatRange(parser.source, opening);
    const detail = `The "${opening.kind}" directive at ${at} has no "end${opening.kind}".`;
    parser.fail(end, 'Unexpected end of template', detail);
  }
  if (roots.length === 0) roots.push({ kind: 'invalid', start: end.start, end: end.end });
  return compact(roots);
}

function closeDirective(directive: OpenDirective, end: Range): Expression {
  const { opening, body, otherwise } = directive;
  const range = { start: opening.start, end: end.end };
  if (opening.kind === 'for') {
    const { keyVariable, valueVariable, collection } = opening;
    return {
      kind: 'template-for',
      keyVariable,
      valueVariable,
      collection,
      body: clause(body, opening.end),
      ...range,
    };
  }
  return {
    kind: 'template-if',
    condition: opening.condition,
    whenTrue: clause(body, opening.end),
    whenFalse: clause(otherwise ?? [], end.start),
    ...range,
  };
}

/** What stands between two directives; nothing is the empty string at `emptyAt`. */
function clause(parts: Expression[], emptyAt: number): Template {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) {
    const range = emptyRangeAt(emptyAt);
    return { kind: 'template', form: 'clause', parts: [{ kind: 'string', value: '', ...range }], ...range };
  }
  return { kind: 'template', form: 'clause', parts, start: first.start, end: last.end };
}

function failOnElse(parser: Parser, part: TemplatePart, current: OpenDirective | undefined): void {
  const detail =
    current === undefined
      ? 'There is no "if" directive before this "else".'
      : current.opening.kind === 'for'
        ? 'A "for" directive has no "else".'
        : `The "if" directive at ${formatRange(parser.source, current.opening)} has an "else" already.`;
  parser.fail(part, 'Unexpected else directive', detail);
}

function failOnEnd(parser: Parser, part: TemplatePart, current: OpenDirective | undefined): void {
  const detail =
    current === undefined
      ? 'There is no directive that it could end.'
      : `The "${current.opening.kind}" directive at ${formatRange(parser.source, current.opening)} must be ended first.`;
  parser.fail(part, `Unexpected ${part.kind} directive`, detail);
}

function failOnDepth(parser: Parser, part: TemplatePart): void {
  const detail = `Template directives are nested more than ${parser.maxDepth} levels deep here.`;
  parser.fail(part, 'Nesting too deep', detail);
}
