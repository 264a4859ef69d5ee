/** A section already written as Markdown, in lines that can be left out one by one. */
export interface Part {
  readonly open: string;
  readonly close: string;
  readonly blocks: readonly {
    /** Stands as a whole or not at all: a paragraph, the head of a table. */
    readonly fixed: string;
    /** One line each; any number from the top is valid Markdown. */
    readonly rows: readonly string[];
  }[];
}

/** A report in parts: `head` and `foot` always stay. */
export interface Parts {
  readonly head: string;
  readonly parts: readonly Part[];
  readonly foot: string;
}

/**
 * Joins the parts to at most `limit` UTF-16 units by leaving out lines from the bottom, and says how many with `note`.
 * What stands is whole: no table, list or fold is cut in the middle.
 */
export function fit({ head, parts, foot }: Parts, limit: number, note: (leftOut: number) => string): string {
  const whole = [
    head,
    ...parts.map((part) =>
      writePart(
        part,
        part.blocks.map((block) => block.rows.length),
      ),
    ),
    foot,
  ];
  const text = joinBlocks(whole);
  if (text.length <= limit) return text;

  const total = parts.reduce((sum, part) => sum + lineCount(part), 0);
  let room = limit - joinBlocks([head, note(total), foot]).length;
  const kept: string[] = [];
  let keptLines = 0;
  for (const part of parts) {
    const { text: written, lines, complete } = takePart(part, room - separator.length);
    if (written !== '') {
      kept.push(written);
      keptLines += lines;
      room -= written.length + separator.length;
    }
    if (!complete) break;
  }
  return joinBlocks([head, ...kept, note(total - keptLines), foot]);
}

const separator = '\n\n';

function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join(separator)}\n`;
}

function lineCount(part: Part): number {
  return part.blocks.reduce((sum, block) => sum + (block.rows.length > 0 ? block.rows.length : 1), 0);
}

/** As many lines of a part as fit into `room`, from the top. */
function takePart(part: Part, room: number): { text: string; lines: number; complete: boolean } {
  const counts: number[] = [];
  let left = room - part.open.length - part.close.length - 1;
  let lines = 0;
  let complete = true;
  for (const block of part.blocks) {
    left -= block.fixed.length + separator.length;
    let count = 0;
    while (count < block.rows.length && left >= (block.rows[count]?.length ?? 0) + 1) {
      left -= (block.rows[count]?.length ?? 0) + 1;
      count++;
    }
    complete = count === block.rows.length && left >= 0;
    if (left < 0 || (count === 0 && block.rows.length > 0)) break;
    counts.push(count);
    lines += Math.max(count, 1);
    if (!complete) break;
  }
  return counts.length === 0 ? { text: '', lines: 0, complete } : { text: writePart(part, counts), lines, complete };
}

function writePart(part: Part, counts: readonly number[]): string {
  const blocks = counts.map((count, index) => {
    const block = part.blocks[index];
    return block === undefined
      ? ''
      : [block.fixed, ...block.rows.slice(0, count)].filter((line) => line !== '').join('\n');
  });
  return `${part.open}\n${blocks.join(separator)}${part.close === '' ? '' : `\n${part.close}`}`;
}
