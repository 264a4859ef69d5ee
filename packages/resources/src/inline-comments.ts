import {
  type Body,
  bodyOf,
  type Comment,
  commentBehind,
  commentsAbove,
  commentsWithin,
  type JsonFile,
  locate,
  type NativeFile,
  parseConfig,
  parseJson,
  type Range,
  type Source,
} from '@tollgate/hcl';
import type { InlineComment, SourcePlace } from '@tollgate/policy-engine';
import { type SourceTree, TerraformError } from '@tollgate/terraform';
import type { ResourceView } from './resource-view.ts';

/** Comments without this word are nobody's instruction, and files without it are not parsed. */
const marker = 'tollgate';

const schemas = [
  { type: 'resource', labels: ['type', 'name'] },
  { type: 'data', labels: ['type', 'name'] },
  { type: 'module', labels: ['name'] },
];

/**
 * Finds the comments that speak to Tollgate in the files in which resources stand, and in those with the module calls that lead
 * to them, in the order of the files by name. A comment is about the block that it stands directly above, inside of, or behind.
 * In the JSON syntax the property `//` of a block is its comment.
 */
export function inlineComments(tree: SourceTree, views: readonly ResourceView[]): readonly InlineComment[] {
  const files = new Set(
    views.flatMap(({ source }) => (source === null ? [] : [source, ...source.callers])).map(fileOf),
  );
  return [...files].sort().flatMap((file) => {
    const text = textOf(tree, file);
    if (!isMarked(text)) return [];
    return file.endsWith('.json') ? commentsInJson(parseJson(text, { file })) : commentsIn(parseConfig(text, { file }));
  });
}

function fileOf({ file }: SourcePlace): string {
  return file;
}

/** A file that cannot be read was a mistake of the evaluation, which has said so. */
function textOf(tree: SourceTree, file: string): string {
  try {
    return Buffer.from(tree.readFile(file) ?? []).toString('utf8');
  } catch (error) {
    if (error instanceof TerraformError) return '';
    throw error;
  }
}

function isMarked(text: string): boolean {
  return text.toLowerCase().includes(marker);
}

function commentsIn(file: NativeFile): InlineComment[] {
  const { source } = file;
  const about = new Map<Comment, Pick<InlineComment, 'lines' | 'block'>>();
  for (const { name, range } of blocksOf(file)) {
    const found = { lines: locate(source, range), block: name };
    const behind = commentBehind(file, range);
    for (const comment of [...commentsAbove(file, range), ...commentsWithin(file, range)]) about.set(comment, found);
    if (behind !== undefined) about.set(behind, found);
  }
  return file.comments.flatMap((comment) => {
    const text = source.text.slice(comment.start, comment.end).trimEnd();
    if (!isMarked(text)) return [];
    return [{ text, ...startOf(source, comment), ...(about.get(comment) ?? { lines: locate(source, comment) }) }];
  });
}

function commentsInJson(file: JsonFile): InlineComment[] {
  return blocksOf(file).flatMap(({ name, range, body }) => {
    const value = body.partialContent({ attributes: [{ name: '//' }] }).attributes.get('//')?.value;
    if (value === undefined || value.syntax !== 'json') return [];
    const texts = value.node.kind === 'array' ? value.node.items : [value.node];
    return texts.flatMap((text) => {
      if (text.kind !== 'string' || !isMarked(text.value)) return [];
      const words: Range = { start: text.start + 1, end: text.end - 1 };
      return [{ text: text.value, ...startOf(file.source, words), lines: locate(file.source, range), block: name }];
    });
  });
}

interface NamedBlock {
  readonly name: string;
  readonly range: Range;
  readonly body: Body;
}

function blocksOf(file: NativeFile | JsonFile): NamedBlock[] {
  const { blocks } = bodyOf(file).partialContent({ blocks: schemas });
  return blocks.map(({ type, labels, range, body }) => {
    const name = (type === 'resource' ? labels : [type, ...labels]).join('.');
    return { name, range, body };
  });
}

function startOf(source: Source, { start }: Range): Pick<InlineComment, 'file' | 'line' | 'column'> {
  const { line, utf16Column } = source.lines.positionAt(start);
  return { file: source.file, line, column: utf16Column };
}
