import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Position } from '../metadata/problem.ts';
import { anchorsOf } from './anchors.ts';
import { htmlComments, htmlReferences } from './html.ts';

/** A fenced block of code. */
export interface CodeBlock {
  /** The first word behind the fence, in lower case; empty when there is none. */
  readonly language: string;
  readonly text: string;
  /** Where the first character of the text is. */
  readonly start: Position;
  /** The HTML comments that stand right before the block. */
  readonly notes: readonly string[];
  /** The text of the `text` block that follows directly: what the commands of this block write. */
  readonly output: string | undefined;
  /** The heading that the block stands under. */
  readonly heading: string | undefined;
}

/** A link or an image and where it leads. */
export interface Link extends Position {
  readonly target: string;
}

/** What the checks need of a Markdown document. */
export interface Markdown {
  readonly blocks: readonly CodeBlock[];
  readonly links: readonly Link[];
  /** The names behind `#` that lead into the document. */
  readonly anchors: ReadonlySet<string>;
}

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];
type Code = Extract<Node, { type: 'code' }>;

/** readMarkdown finds the code blocks, links and anchors of a document. */
export function readMarkdown(text: string): Markdown {
  const blocks: CodeBlock[] = [];
  const links: Link[] = [];
  const headings: string[] = [];
  const names: string[] = [];
  for (const { node, siblings, index } of nodesOf(fromMarkdown(text))) {
    if (node.type === 'heading') headings.push(plainText(node));
    if (node.type === 'code') blocks.push(codeBlock(node, siblings, index, headings.at(-1)));
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push({ target: node.url, ...startOf(node) });
    }
    if (node.type === 'html') {
      const references = htmlReferences(node.value);
      links.push(...references.targets.map((target) => ({ target, ...startOf(node) })));
      names.push(...references.names);
    }
  }
  return { blocks, links, anchors: new Set([...anchorsOf(headings), ...names]) };
}

interface Visit {
  readonly node: Node;
  readonly siblings: readonly Node[];
  readonly index: number;
}

/** All nodes below a node, in the order of the text. */
function* nodesOf(parent: Node): Generator<Visit> {
  if (!('children' in parent)) return;
  const siblings: readonly Node[] = parent.children;
  for (const [index, node] of siblings.entries()) {
    yield { node, siblings, index };
    yield* nodesOf(node);
  }
}

function codeBlock(node: Code, siblings: readonly Node[], index: number, heading: string | undefined): CodeBlock {
  const { line, column } = startOf(node);
  const next = siblings[index + 1];
  return {
    language: languageOf(node),
    text: node.value,
    start: { line: line + 1, column },
    notes: notesBefore(siblings, index),
    output: next?.type === 'code' && languageOf(next) === 'text' ? next.value : undefined,
    heading,
  };
}

function notesBefore(siblings: readonly Node[], index: number): string[] {
  const before = siblings[index - 1];
  return before?.type === 'html' ? [...notesBefore(siblings, index - 1), ...htmlComments(before.value)] : [];
}

function languageOf(node: Code): string {
  return (node.lang ?? '').toLowerCase();
}

function plainText(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

function startOf(node: Node): Position {
  return node.position?.start ?? { line: 1, column: 1 };
}
