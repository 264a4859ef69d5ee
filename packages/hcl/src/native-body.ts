import type { BlockSchema, Body, BodyAttribute, BodyBlock, BodyContent, BodySchema } from './body.ts';
import { type Diagnostic, errorAt } from './diagnostic.ts';
import { didYouMean, nameSuggestion } from './name-suggestion.ts';
import { emptyRangeAt, rangeOf } from './range.ts';
import type { Source } from './source.ts';
import type { Attribute, Block, SyntaxBody } from './syntax-body.ts';

/** The names that an earlier schema took out of a body. */
interface Hidden {
  readonly attributes: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
}

const nothingHidden: Hidden = { attributes: new Set(), blocks: new Set() };

/** nativeBody is the view of a body in the native syntax. */
export function nativeBody(source: Source, syntax: SyntaxBody, hidden: Hidden = nothingHidden): Body {
  const missingItemRange = emptyRangeAt(syntax.start);
  return {
    source,
    missingItemRange,
    partialContent(schema) {
      const content = partialContent(source, syntax, hidden, schema);
      return { ...content, rest: nativeBody(source, syntax, hide(hidden, schema)) };
    },
    content(schema) {
      const content = partialContent(source, syntax, hidden, schema);
      content.diagnostics.push(...unsupported(source, syntax, hide(hidden, schema), schema, content));
      return content;
    },
    justAttributes() {
      const diagnostics: Diagnostic[] = [];
      const block = syntax.blocks.find(({ type }) => !hidden.blocks.has(type));
      if (block !== undefined) {
        const summary = `Unexpected "${block.type}" block`;
        diagnostics.push(errorAt(source, block.typeRange, summary, 'Blocks are not allowed here.'));
      }
      const visible = syntax.attributes.filter(({ name }) => !hidden.attributes.has(name));
      return { attributes: new Map(visible.map((node) => [node.name, toAttribute(source, node)])), diagnostics };
    },
  };
}

function hide(hidden: Hidden, schema: BodySchema): Hidden {
  return {
    attributes: new Set([...hidden.attributes, ...(schema.attributes ?? []).map(({ name }) => name)]),
    blocks: new Set([...hidden.blocks, ...(schema.blocks ?? []).map(({ type }) => type)]),
  };
}

function partialContent(source: Source, syntax: SyntaxBody, hidden: Hidden, schema: BodySchema): BodyContent {
  const diagnostics: Diagnostic[] = [];
  const wanted = new Set(
    (schema.attributes ?? []).map(({ name }) => name).filter((name) => !hidden.attributes.has(name)),
  );
  const attributes = new Map<string, BodyAttribute>();
  for (const node of syntax.attributes) if (wanted.has(node.name)) attributes.set(node.name, toAttribute(source, node));
  for (const { name, required } of schema.attributes ?? []) {
    if (required && !attributes.has(name)) diagnostics.push(missingArgument(source, emptyRangeAt(syntax.start), name));
  }
  const schemas = new Map((schema.blocks ?? []).map((block) => [block.type, block]));
  const blocks: BodyBlock[] = [];
  for (const node of syntax.blocks) {
    const blockSchema = hidden.blocks.has(node.type) ? undefined : schemas.get(node.type);
    if (blockSchema === undefined) continue;
    const complaint = checkLabels(source, node, blockSchema);
    if (complaint === undefined) blocks.push(toBlock(source, node));
    else diagnostics.push(complaint);
  }
  return { attributes, blocks, diagnostics };
}

/** missingArgument is the diagnostic for a required argument that is not there, in Terraform's words. */
export function missingArgument(source: Source, range: { start: number; end: number }, name: string): Diagnostic {
  const detail = `The argument "${name}" is required, but no definition was found.`;
  return errorAt(source, range, 'Missing required argument', detail);
}

function toAttribute(source: Source, node: Attribute): BodyAttribute {
  const value = { syntax: 'native', source, expression: node.expression } as const;
  return { name: node.name, source, nameRange: node.nameRange, range: rangeOf(node), value };
}

function toBlock(source: Source, node: Block): BodyBlock {
  return {
    type: node.type,
    labels: node.labels.map(({ value }) => value),
    source,
    typeRange: node.typeRange,
    labelRanges: node.labels.map(rangeOf),
    headerRange: node.headerRange,
    range: rangeOf(node),
    body: nativeBody(source, node.body),
  };
}

function checkLabels(source: Source, node: Block, schema: BlockSchema): Diagnostic | undefined {
  const names = schema.labels ?? [];
  const extra = node.labels[names.length];
  if (extra !== undefined) {
    const expected = names.length === 0 ? 'No labels are' : `Only ${names.length} labels (${names.join(', ')}) are`;
    const detail = `${expected} expected for ${node.type} blocks.`;
    return errorAt(source, extra, `Extraneous label for ${node.type}`, detail);
  }
  const missing = names[node.labels.length];
  if (missing === undefined) return undefined;
  const detail = `All ${node.type} blocks must have ${names.length} labels (${names.join(', ')}).`;
  return errorAt(source, node.openBraceRange, `Missing ${missing} for ${node.type}`, detail);
}

/** What is left when a schema has taken its part, each with a hint at what may be meant. */
function unsupported(
  source: Source,
  syntax: SyntaxBody,
  hidden: Hidden,
  schema: BodySchema,
  content: BodyContent,
): Diagnostic[] {
  const attributeNames = (schema.attributes ?? []).map(({ name }) => name);
  const blockTypes = (schema.blocks ?? []).map(({ type }) => type);
  const unused = attributeNames.filter((name) => !content.attributes.has(name));
  const attributes = syntax.attributes.filter(({ name }) => !hidden.attributes.has(name));
  const blocks = syntax.blocks.filter(({ type }) => !hidden.blocks.has(type));
  return [
    ...attributes.map(({ name, nameRange }) => {
      const isBlock = nameSuggestion(name, unused) === undefined && blockTypes.includes(name);
      const hint = isBlock ? ` Did you mean to define a block of type "${name}"?` : didYouMean(name, unused);
      const detail = `An argument named "${name}" is not expected here.${hint}`;
      return errorAt(source, nameRange, 'Unsupported argument', detail);
    }),
    ...blocks.map(({ type, typeRange }) => {
      const isAttribute = nameSuggestion(type, blockTypes) === undefined && attributeNames.includes(type);
      const hint = isAttribute
        ? ` Did you mean to define argument "${type}"? If so, use the equals sign to assign it a value.`
        : didYouMean(type, blockTypes);
      const detail = `Blocks of type "${type}" are not expected here.${hint}`;
      return errorAt(source, typeRange, 'Unsupported block type', detail);
    }),
  ];
}
