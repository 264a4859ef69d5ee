import type { Diagnostic } from '../diagnostic.ts';
import type { Expression } from '../expression.ts';
import { type ParsedExpression, parseTemplate } from '../parse.ts';
import type { ParseLimits } from '../parser.ts';
import type { Source } from '../source.ts';
import { type JsonNode, type JsonString, jsonOffsets } from './json-node.ts';

/**
 * jsonExpression gives the expression that a JSON value stands for: strings and the names of object properties are
 * templates, everything else is literal. Ranges are those of the JSON text, also inside of strings with escapes.
 */
export function jsonExpression(source: Source, node: JsonNode, limits: ParseLimits = {}): ParsedExpression {
  const diagnostics: Diagnostic[] = [];
  const template = (string: JsonString): Expression => {
    const within = { source, map: jsonOffsets(source, string) };
    const parsed = parseTemplate(string.value, { ...limits, file: source.file, within });
    diagnostics.push(...parsed.diagnostics);
    return parsed.expression;
  };
  const convert = (value: JsonNode): Expression => {
    const { start, end } = value;
    switch (value.kind) {
      case 'string':
        return template(value);
      case 'array':
        return { kind: 'tuple', items: value.items.map(convert), openRange: value.openRange, start, end };
      case 'object': {
        const items = value.members.map((member) => ({
          key: template(member.name),
          name: undefined,
          operatorRange: member.colonRange,
          value: convert(member.value),
          start: member.start,
          end: member.end,
        }));
        return { kind: 'object', items, openRange: value.openRange, syntax: 'json', start, end };
      }
      default:
        return value;
    }
  };
  return { source, expression: convert(node), diagnostics };
}
