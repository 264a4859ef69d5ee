import type { Chart, Inline, Phrase, Section, Table as TableBlock, Tree } from '@tollgate/policy-engine';
import type { PhrasingContent, Root, RootContent, Table } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown as serialize } from 'mdast-util-to-markdown';
import type { ArrangedReport } from './arrange.ts';
import { chartMermaid } from './chart/chart-mermaid.ts';
import { chartText } from './chart/chart-text.ts';
import { leftOutText } from './chart/chart-words.ts';
import { drawnPart } from './chart/drawn-part.ts';
import { fit, type Part } from './fit.ts';
import { inert } from './inert.ts';
import { inlines } from './phrase.ts';
import { cellPhrase, tableRows } from './table-rows.ts';
import { clip, visible } from './visible.ts';

/** What Markdown needs to know of the place where it is shown. */
export interface MarkdownOptions {
  /** The most characters (UTF-16 units) that may come out; detail is left out from the bottom to stay within. */
  readonly limit: number;
  /** Whether what only the full report has comes too; false unless given. */
  readonly appendix?: boolean;
  /** Gives the address of a place in the repository, if there is one. */
  readonly placeUrl?: (file: string, startLine: number, endLine?: number) => string | undefined;
  /** Where all of it can be read, for the sentence that says what was left out. */
  readonly whole?: { readonly title: string; readonly url?: string };
}

/** The longest single text: a name longer than this is cut, so that no one name can crowd out the report. */
const textLimit = 400;

const symbols = { passed: '✅ ', warned: '⚠️ ', blocked: '⛔ ', failed: '❗ ', unjudged: '' } as const;

/**
 * Writes a report as GitHub Markdown of at most `limit` characters. Text of the report is data: Markdown, HTML, mentions and
 * references in it stay without effect.
 */
export function toMarkdown(report: ArrangedReport, options: MarkdownOptions): string {
  const write = (phrase: Phrase) => phrasing(phrase, options);
  const head = print({
    type: 'heading',
    depth: 3,
    children: [literal(symbols[report.outcome]), ...write(report.headline)],
  });
  const footer = report.footer.flatMap((phrase, index) => [...(index === 0 ? [] : [literal(' · ')]), ...write(phrase)]);
  const foot =
    footer.length === 0 ? '' : print({ type: 'paragraph', children: [html('<sub>'), ...footer, html('</sub>')] });
  return fit(
    { head, parts: sectionsOf(report, options).map((section) => partOf(section, write)), foot },
    options.limit,
    (leftOut) => print({ type: 'paragraph', children: leftOutSentence(leftOut, options) }),
  );
}

function sectionsOf({ sections, appendix }: ArrangedReport, options: MarkdownOptions): readonly Section[] {
  return options.appendix === true ? [...sections, ...(appendix?.() ?? [])] : sections;
}

/** Writes blocks as Markdown without an end, for a place that shows a piece of a report. */
export function blocksMarkdown(blocks: Section['blocks']): string {
  const write = (phrase: Phrase) => phrasing(phrase, {});
  return blocks
    .map((block) => blockLines(block, write))
    .map(({ fixed, rows }) => [fixed, ...rows].filter((line) => line !== '').join('\n'))
    .join('\n\n');
}

function partOf(section: Section, write: (phrase: Phrase) => PhrasingContent[]): Part {
  const title = write([{ kind: 'text', text: section.title }]);
  const [open, close] = section.folded
    ? [`<details>\n<summary>${inline(title)}</summary>\n`, '\n</details>']
    : [`${print({ type: 'paragraph', children: [{ type: 'strong', children: title }] })}\n`, ''];
  return { open, close, blocks: section.blocks.map((block) => blockLines(block, write)) };
}

function blockLines(
  block: Section['blocks'][number],
  write: (phrase: Phrase) => PhrasingContent[],
): Part['blocks'][number] {
  switch (block.kind) {
    case 'paragraph':
      return { fixed: print({ type: 'paragraph', children: write(block.content) }), rows: [] };
    case 'list':
      return {
        fixed: '',
        rows: block.items.map((item) => `- ${print({ type: 'paragraph', children: write(item) })}`),
      };
    case 'table':
    case 'tree':
      return tableLines(block, write);
    case 'chart':
      return { fixed: chartMarkdown(block), rows: [] };
  }
}

function tableLines(block: TableBlock | Tree, write: (phrase: Phrase) => PhrasingContent[]): Part['blocks'][number] {
  const rows = tableRows(block).map(({ cells, depth }) =>
    cells.map((cell, index) => [...(index === 0 ? indent(depth) : []), ...write(cellPhrase(cell))]),
  );
  const table: Table = {
    type: 'table',
    align: block.columns.map((column) => column.align),
    children: [block.columns.map(({ title }) => write(title)), ...rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map((children) => ({ type: 'tableCell', children })),
    })),
  };
  const [header = '', delimiter = '', ...lines] = print(table).split('\n');
  return { fixed: `${header}\n${delimiter}`, rows: lines };
}

/** Blanks at the begin of a cell are taken away; em spaces stay. */
function indent(depth: number): PhrasingContent[] {
  return depth === 0 ? [] : [html('&emsp;'.repeat(depth))];
}

/** A chart that GitHub draws, or bars of characters where its drawing would be wrong. */
function chartMarkdown(chart: Chart): string {
  const { drawn, leftOut } = drawnPart(chart);
  const mermaid = chartMermaid(drawn);
  if (mermaid === undefined) return print({ type: 'code', lang: 'text', value: chartText(chart).join('\n') });
  const drawing = print({ type: 'code', lang: 'mermaid', value: mermaid });
  if (leftOut === 0) return drawing;
  return `${drawing}\n\n${print({ type: 'paragraph', children: [literal(leftOutText(leftOut))] })}`;
}

function phrasing(phrase: Phrase, options: Pick<MarkdownOptions, 'placeUrl'>): PhrasingContent[] {
  return inlines(phrase).map((part) => inlineNode(part, options));
}

function inlineNode(part: Inline, options: Pick<MarkdownOptions, 'placeUrl'>): PhrasingContent {
  switch (part.kind) {
    case 'text':
      return literal(shown(part.text));
    case 'code':
      return codeMark(shown(part.text));
    case 'strong':
      return { type: 'strong', children: [literal(shown(part.text))] };
    case 'link':
      return { type: 'link', url: part.url, children: [literal(shown(part.text))] };
    case 'place': {
      const { file, startLine, endLine } = part.place;
      const name = codeMark(shown(`${file}:${startLine}`));
      const url = options.placeUrl?.(file, startLine, endLine);
      return url === undefined ? name : { type: 'link', url, children: [name] };
    }
  }
}

/**
 * A name set as code. A backslash before a pipe has no spelling inside a code span of a table cell, so such a name is
 * written as an HTML element with every sign as a character reference.
 */
function codeMark(name: string): PhrasingContent {
  if (!name.includes('\\|')) return { type: 'inlineCode', value: name };
  return html(`<code>${name.replaceAll(/[^\w ]/gu, (sign) => `&#${sign.codePointAt(0)};`)}</code>`);
}

function shown(value: string): string {
  return clip(visible(value), textLimit);
}

function literal(value: string): PhrasingContent {
  return { type: 'text', value: inert(value) };
}

function html(value: string): PhrasingContent {
  return { type: 'html', value };
}

function leftOutSentence(leftOut: number, { whole }: MarkdownOptions): PhrasingContent[] {
  const sentence = `${leftOut.toLocaleString('en-US')} ${leftOut === 1 ? 'line was' : 'lines were'} left out to stay within GitHub's limit.`;
  if (whole === undefined) return [literal(sentence)];
  const title = literal(whole.title);
  return [
    literal(`${sentence} All of them: `),
    whole.url === undefined ? title : { type: 'link', url: whole.url, children: [title] },
  ];
}

/** What GitHub reads besides CommonMark and tables: strike-through and formulas. */
const githubSyntax: Options = {
  unsafe: [
    { character: '~', inConstruct: 'phrasing' },
    { character: '$', inConstruct: 'phrasing' },
  ],
};

function print(node: RootContent): string {
  const root: Root = { type: 'root', children: [node] };
  return serialize(root, {
    bullet: '-',
    emphasis: '_',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), githubSyntax],
  }).trimEnd();
}

function inline(children: PhrasingContent[]): string {
  return print({ type: 'paragraph', children });
}
