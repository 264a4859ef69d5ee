import { type Diagnostic, errorAt } from '../diagnostic.ts';
import type { Source } from '../source.ts';
import { type JsonMember, type JsonNode, jsonStartRange } from './json-node.ts';

const summary = 'Incorrect JSON value type';

/**
 * collectMembers gives the properties of an object, or of all objects of an array, in order. `label` is what the names
 * mean, if they are labels of a block, for the messages.
 */
export function collectMembers(
  source: Source,
  node: JsonNode,
  label: string | undefined,
): { members: readonly JsonMember[]; diagnostics: Diagnostic[] } {
  const purpose =
    label === undefined ? 'to define arguments and child blocks' : `to specify ${label} labels for this block`;
  switch (node.kind) {
    case 'null':
    case 'invalid':
      return { members: [], diagnostics: [] };
    case 'object':
      return { members: node.members, diagnostics: [] };
    case 'array': {
      const detail = `A JSON object is required here, ${purpose}.`;
      const others = node.items.filter((item) => item.kind !== 'object' && item.kind !== 'invalid');
      return {
        members: node.items.flatMap((item) => (item.kind === 'object' ? item.members : [])),
        diagnostics: others.map((item) => errorAt(source, jsonStartRange(item), summary, detail)),
      };
    }
    default: {
      const detail = `Either a JSON object or JSON array of objects is required here, ${purpose}.`;
      return { members: [], diagnostics: [errorAt(source, jsonStartRange(node), summary, detail)] };
    }
  }
}
