import type { Body, BodyAttribute, BodyBlock, BodyContent, BodySchema } from '../body.ts';
import { type Diagnostic, errorAt } from '../diagnostic.ts';
import { didYouMean } from '../name-suggestion.ts';
import { missingArgument } from '../native-body.ts';
import { type Range, rangeOf } from '../range.ts';
import { formatRange, type Source } from '../source.ts';
import { unpackBlocks } from './json-blocks.ts';
import { collectMembers } from './json-members.ts';
import { type JsonMember, type JsonNode, jsonStartRange } from './json-node.ts';

/** Names of properties in a body that are comments. */
const commentName = '//';

/** jsonBody is the view of a JSON object, or of an array of objects, as a body. */
export function jsonBody(source: Source, node: JsonNode, hidden: ReadonlySet<string> = new Set()): Body {
  const missingItemRange = missingRange(node);
  return {
    source,
    missingItemRange,
    partialContent(schema) {
      const { members: _, ...content } = partialContent(source, node, hidden, schema);
      const used = [
        ...(schema.attributes ?? []).map(({ name }) => name),
        ...(schema.blocks ?? []).map(({ type }) => type),
      ];
      return { ...content, rest: jsonBody(source, node, new Set([...hidden, ...used])) };
    },
    content(schema) {
      const { members, ...content } = partialContent(source, node, hidden, schema);
      content.diagnostics.push(...extraneous(source, members, hidden, schema, content));
      return content;
    },
    justAttributes() {
      return justAttributes(source, node, hidden);
    },
  };
}

function missingRange(node: JsonNode): Range {
  return node.kind === 'object' ? node.closeRange : jsonStartRange(node);
}

function partialContent(
  source: Source,
  node: JsonNode,
  hidden: ReadonlySet<string>,
  schema: BodySchema,
): BodyContent & { members: readonly JsonMember[] } {
  const { members, diagnostics } = collectMembers(source, node, undefined);
  const wanted = new Set((schema.attributes ?? []).map(({ name }) => name));
  const blockSchemas = new Map((schema.blocks ?? []).map((block) => [block.type, block]));
  const attributes = new Map<string, BodyAttribute>();
  const blocks: BodyBlock[] = [];
  for (const member of members) {
    const name = member.name.value;
    if (hidden.has(name)) continue;
    const blockSchema = blockSchemas.get(name);
    if (wanted.has(name)) addAttribute(source, attributes, member, 'Duplicate argument', diagnostics);
    else if (blockSchema !== undefined) {
      const unpacked = unpackBlocks(source, member, blockSchema, (content) => jsonBody(source, content));
      blocks.push(...unpacked.blocks);
      diagnostics.push(...unpacked.diagnostics);
    }
  }
  for (const { name, required } of schema.attributes ?? []) {
    if (required && !attributes.has(name)) diagnostics.push(missingArgument(source, missingRange(node), name));
  }
  return { attributes, blocks, diagnostics, members };
}

function addAttribute(
  source: Source,
  attributes: Map<string, BodyAttribute>,
  member: JsonMember,
  duplicateSummary: string,
  diagnostics: Diagnostic[],
): void {
  const name = member.name.value;
  const existing = attributes.get(name);
  if (existing === undefined) {
    const value = { syntax: 'json', source, node: member.value } as const;
    attributes.set(name, { name, source, nameRange: rangeOf(member.name), range: rangeOf(member), value });
  } else {
    const detail = `The argument "${name}" was already set at ${formatRange(source, existing.range)}.`;
    diagnostics.push(errorAt(source, member.name, duplicateSummary, detail));
  }
}

function extraneous(
  source: Source,
  members: readonly JsonMember[],
  hidden: ReadonlySet<string>,
  schema: BodySchema,
  content: BodyContent,
): Diagnostic[] {
  const attributeNames = (schema.attributes ?? []).map(({ name }) => name);
  const blockTypes = (schema.blocks ?? []).map(({ type }) => type);
  const known = new Set([...hidden, ...attributeNames, ...blockTypes, commentName]);
  const suggestions = [...attributeNames.filter((name) => !content.attributes.has(name)), ...blockTypes];
  return members
    .map(({ name }) => name)
    .filter(({ value }) => !known.has(value))
    .map((name) => {
      const detail = `No argument or block type is named "${name.value}".${didYouMean(name.value, suggestions)}`;
      return errorAt(source, name, 'Extraneous JSON object property', detail);
    });
}

function justAttributes(
  source: Source,
  node: JsonNode,
  hidden: ReadonlySet<string>,
): ReturnType<Body['justAttributes']> {
  const attributes = new Map<string, BodyAttribute>();
  const diagnostics: Diagnostic[] = [];
  if (node.kind === 'object') {
    for (const member of node.members) {
      const name = member.name.value;
      if (name === commentName || hidden.has(name)) continue;
      addAttribute(source, attributes, member, 'Duplicate attribute definition', diagnostics);
    }
  } else if (node.kind !== 'invalid') {
    const detail = 'A JSON object is required here, setting the arguments for this block.';
    diagnostics.push(errorAt(source, jsonStartRange(node), 'Incorrect JSON value type', detail));
  }
  return { attributes, diagnostics };
}
