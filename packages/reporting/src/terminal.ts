import { styleText } from 'node:util';
import type { Section } from '@tollgate/policy-engine';
import type { ArrangedReport } from './arrange.ts';
import { chartText } from './chart/chart-text.ts';
import { plainText } from './phrase.ts';
import { cellPhrase, tableRows } from './table-rows.ts';
import { textColumns } from './text-columns.ts';
import { clip } from './visible.ts';

/** How terminal text looks. */
export interface TerminalOptions {
  /** Whether to use colours and weights; never needed to understand the text. */
  readonly color: boolean;
}

/** The longest text of a cell: one name that is longer would push the columns of all rows apart. */
const cellLimit = 400;

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, value: string) => string;

const outcomeStyles = { passed: 'green', warned: 'yellow', blocked: 'red', failed: 'red', unjudged: 'bold' } as const;

/** Writes a report for a terminal or a log, in the order of every other report. Ends with a line end. */
export function toTerminal(report: ArrangedReport, options: TerminalOptions): string {
  const paint: Paint = options.color
    ? (style, value) => styleText(style, value, { validateStream: false })
    : (_, value) => value;
  const headline = paint([outcomeStyles[report.outcome], 'bold'], plainText(report.headline));
  const sections = report.sections.map(
    (section) => `${paint('bold', plainText(section.title))}\n${sectionLines(section, paint)}`,
  );
  const footer = report.footer.length === 0 ? [] : [paint('dim', report.footer.map(plainText).join(' · '))];
  return `${[headline, ...sections, ...footer].join('\n\n')}\n`;
}

/** The first line of a report without any look. */
export function plainHeadline(report: ArrangedReport): string {
  return plainText(report.headline);
}

function sectionLines(section: Section, paint: Paint): string {
  return section.blocks
    .map((block) =>
      blockLines(block, paint)
        .map((line) => `  ${line}`)
        .join('\n'),
    )
    .join('\n\n');
}

function blockLines(block: Section['blocks'][number], paint: Paint): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plainText(block.content)];
    case 'list':
      return block.items.map((item) => `- ${plainText(item)}`);
    case 'table':
    case 'tree': {
      const titles = block.columns.map(({ title }) => plainText(title));
      const rows = tableRows(block).map(({ cells, depth }) => {
        const [first = '', ...rest] = cells.map((cell) => clip(plainText(cellPhrase(cell)), cellLimit));
        return ['  '.repeat(depth) + first, ...rest];
      });
      const alignments = block.columns.map(({ align }) => align);
      const [header = '', ...lines] = textColumns([titles, ...rows], alignments);
      return [paint('dim', header), ...lines];
    }
    case 'chart': {
      const [title = '', ...lines] = chartText(block);
      return [paint('dim', title), ...lines];
    }
  }
}
