import type { Block, SyntaxBody } from '../syntax-body.ts';

/** Which block of a body is meant. */
export interface BlockSelector {
  readonly type: string;
  /** All labels, or the first of them. Left out: any. */
  readonly labels?: readonly string[];
  /** Which one, from 0, when several match; the first unless told. */
  readonly index?: number;
}

/** findBlock follows selectors from a body inwards. No selectors: no block, which is the file itself. */
export function findBlock(body: SyntaxBody, path: readonly BlockSelector[]): Block | undefined {
  let block: Block | undefined;
  let current = body;
  for (const selector of path) {
    block = matchingBlocks(current, selector)[selector.index ?? 0];
    if (block === undefined) return undefined;
    current = block.body;
  }
  return block;
}

function matchingBlocks(body: SyntaxBody, { type, labels = [] }: BlockSelector): Block[] {
  return body.blocks.filter(
    (block) => block.type === type && labels.every((label, index) => block.labels[index]?.value === label),
  );
}

/** describeBlock writes selectors as a reader knows them: `resource "aws_instance" "web" > ebs_block_device[1]`. */
export function describeBlock(path: readonly BlockSelector[]): string {
  return path
    .map(({ type, labels = [], index }) => {
      const name = [type, ...labels.map((label) => `"${label}"`)].join(' ');
      return index === undefined ? name : `${name}[${index}]`;
    })
    .join(' > ');
}
