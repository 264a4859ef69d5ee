import type { BlockSchema, Body, BodyBlock } from '../body.ts';
import { type Diagnostic, errorAt } from '../diagnostic.ts';
import { type Range, rangeOf } from '../range.ts';
import type { Source } from '../source.ts';
import { collectMembers } from './json-members.ts';
import { type JsonMember, type JsonNode, type JsonString, jsonStartRange } from './json-node.ts';

/** The blocks that one property stands for, and what is wrong with it. */
interface Unpacked {
  readonly blocks: BodyBlock[];
  readonly diagnostics: Diagnostic[];
}

/**
 * unpackBlocks gives the blocks of one property: each label is one level of objects, and in the innermost place an
 * object is one block, an array several.
 */
export function unpackBlocks(
  source: Source,
  member: JsonMember,
  schema: BlockSchema,
  toBody: (node: JsonNode) => Body,
): Unpacked {
  const unpacked: Unpacked = { blocks: [], diagnostics: [] };
  const typeRange = rangeOf(member.name);
  const add = (labels: readonly JsonString[], headerRange: Range, node: JsonNode) => {
    unpacked.blocks.push({
      type: schema.type,
      labels: labels.map(({ value }) => value),
      source,
      typeRange,
      labelRanges: labels.map(rangeOf),
      headerRange,
      range: rangeOf(node),
      body: toBody(node),
    });
  };
  const unpack = (node: JsonNode, labels: readonly JsonString[]): void => {
    const label = schema.labels?.[labels.length];
    if (label !== undefined) {
      const { members, diagnostics } = collectMembers(source, node, label);
      unpacked.diagnostics.push(...diagnostics);
      for (const { name, value } of members) unpack(value, [...labels, name]);
      if (members.length === 0 && node.kind !== 'invalid') {
        unpacked.diagnostics.push(missingLabel(source, node, schema.type, label));
      }
    } else if (node.kind === 'object') add(labels, node.openRange, node);
    else if (node.kind === 'array') for (const item of node.items) add(labels, node.openRange, item);
    else if (node.kind !== 'null' && node.kind !== 'invalid') {
      unpacked.diagnostics.push(noBlock(source, node, schema.type));
    }
  };
  unpack(member.value, []);
  return unpacked;
}

function missingLabel(source: Source, node: JsonNode, type: string, label: string): Diagnostic {
  const detail = `At least one object property is required, whose name represents the ${type} block's ${label}.`;
  return errorAt(source, jsonStartRange(node), 'Missing block label', detail);
}

function noBlock(source: Source, node: JsonNode, type: string): Diagnostic {
  const detail = `Either a JSON object or a JSON array is required, representing the contents of one or more "${type}" blocks.`;
  return errorAt(source, jsonStartRange(node), 'Incorrect JSON value type', detail);
}
