import {
  type Body,
  bodyOf,
  type Comment,
  commentBehind,
  commentsAbove,
  commentsWithin,
  expressionOf,
  type JsonFile,
  locate,
  type NativeFile,
  parseConfig,
  parseJson,
  type Range,
  type Source,
  staticString,
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
  { type: 'provider', labels: ['name'] },
];

/**
 * Finds the comments that speak to Tollgate in the files in which resources stand, in those with the module calls that lead
 * to them, and in the files beside these, in the order of their names. A comment is about the block that it stands directly above,
 * inside of, or behind. In the JSON syntax the property `//` of a block is its comment.
 */
export function inlineComments(tree: SourceTree, views: readonly ResourceView[]): readonly InlineComment[] {
  const files = new Set(
    views.flatMap(({ source }) => (source === null ? [] : [source, ...source.callers])).map(fileOf),
  );
  for (const folder of new Set([...files].map(folderOf))) {
    for (const file of configurationIn(tree, folder)) files.add(file);
  }
  return [...files].sort().flatMap((file) => {
    const text = textOf(tree, file);
    if (!isMarked(text)) return [];
    return file.endsWith('.json') ? commentsInJson(parseJson(text, { file })) : commentsIn(parseConfig(text, { file }));
  });
}

function fileOf({ file }: SourcePlace): string {
  return file;
}

/** The folder of a file, with the slash at its end; empty for the one that names are from. */
function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

/** Providers, and comments that went astray, often stand in files without a resource. */
function configurationIn(tree: SourceTree, folder: string): readonly string[] {
  return (tree.listFolder(folder.slice(0, -1)) ?? []).flatMap(({ name, kind }) =>
    kind === 'file' && /\.(tf|tofu)(\.json)?$/.test(name) ? [`${folder}${name}`] : [],
  );
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
    return { name: type === 'provider' ? `${name}${aliasOf(body)}` : name, range, body };
  });
}

/** Tells the configurations of one provider apart. */
function aliasOf(body: Body): string {
  const value = body.partialContent({ attributes: [{ name: 'alias' }] }).attributes.get('alias')?.value;
  const alias = value === undefined ? undefined : staticString(expressionOf(value).expression);
  return alias === undefined ? '' : `.${alias}`;
}

function startOf(source: Source, { start }: Range): Pick<InlineComment, 'file' | 'line' | 'column'> {
  const { line, utf16Column } = source.lines.positionAt(start);
  return { file: source.file, line, column: utf16Column };
}
