import { styleText } from 'node:util';
import type { Section } from '@tollgate/policy-engine';
import stringWidth from 'string-width';
import type { ArrangedReport } from './arrange.ts';
import { plainText } from './phrase.ts';

/** How terminal text looks. */
export interface TerminalOptions {
  /** Whether to use colours and weights; never needed to understand the text. */
  readonly color: boolean;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, value: string) => string;

const outcomeStyles = { passed: 'green', warned: 'yellow', blocked: 'red', failed: 'red' } as const;

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
    case 'table': {
      const header = block.columns.map((column) => plainText(column.title));
      const rows = block.rows.map((row) => row.map(plainText));
      const widths = header.map((title, index) =>
        rows.reduce((widest, row) => Math.max(widest, stringWidth(row[index] ?? '')), stringWidth(title)),
      );
      const line = (cells: string[]) =>
        cells
          .map((cell, index) => pad(cell, widths[index] ?? 0, block.columns[index]?.align ?? 'left'))
          .join('  ')
          .trimEnd();
      return [paint('dim', line(header)), ...rows.map(line)];
    }
  }
}

function pad(cell: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return align === 'right' ? blanks + cell : cell + blanks;
}
