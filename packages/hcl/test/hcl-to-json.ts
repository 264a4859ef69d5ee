import type { Expression, ObjectItem, Source, SyntaxBody } from '../src/index.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * hclToJson writes a body as hcl2-parser does: blocks as lists below their type and labels, literals as values,
 * everything else as the source text in `${…}`. It shows what both parsers read alike.
 */
export function hclToJson(source: Source, body: SyntaxBody): { [key: string]: Json } {
  const result: { [key: string]: Json } = {};
  for (const block of body.blocks) {
    let place = result;
    let key = block.type;
    for (const label of block.labels) {
      place = objectAt(place, key);
      key = label.value;
    }
    const list = place[key];
    const content = hclToJson(source, block.body);
    if (Array.isArray(list)) list.push(content);
    else place[key] = [content];
  }
  for (const { name, expression } of body.attributes) result[name] = toJson(source, expression);
  return result;
}

function objectAt(place: { [key: string]: Json }, key: string): { [key: string]: Json } {
  const existing = place[key];
  if (typeof existing === 'object' && existing !== null && !Array.isArray(existing)) return existing;
  const created = {};
  place[key] = created;
  return created;
}

function toJson(source: Source, node: Expression): Json {
  switch (node.kind) {
    case 'number':
      return Number(node.text);
    case 'bool':
      return node.value;
    case 'null':
      return null;
    case 'string':
      return node.value.normalize('NFC');
    case 'unary':
      if (node.operand.kind === 'number' && node.operator === '-') return -Number(node.operand.text);
      if (node.operand.kind === 'bool' && node.operator === '!') return !node.operand.value;
      return insert(source, node);
    case 'template':
      return partText(source, node);
    case 'template-wrap':
      return toJson(source, node.expression);
    case 'tuple':
      return node.items.map((item) => toJson(source, item));
    case 'object':
      return Object.fromEntries(node.items.map((item) => [keyText(source, item), toJson(source, item.value)]));
    default:
      return insert(source, node);
  }
}

function keyText(source: Source, { name, key }: ObjectItem): string {
  if (name !== undefined) return name;
  return key.kind === 'traversal' ? textOf(source, key) : partText(source, key);
}

function textOf(source: Source, { start, end }: Expression): string {
  return source.text.slice(start, end);
}

function insert(source: Source, node: Expression): string {
  return `\${${textOf(source, node)}}`;
}

/** A part of a template as text: literals as they come out, everything else as it is written. */
function partText(source: Source, part: Expression): string {
  switch (part.kind) {
    case 'string':
      return part.value.normalize('NFC');
    case 'bool':
      return String(part.value);
    case 'number': {
      const value = Number(part.text);
      return Number.isInteger(value) ? String(BigInt(value)) : String(value);
    }
    case 'template':
      return part.parts.map((inner) => partText(source, inner)).join('');
    case 'template-wrap':
      return partText(source, part.expression);
    case 'conditional':
    case 'template-if': {
      const otherwise = partText(source, part.whenFalse);
      const clause = otherwise === '' ? '' : `%{else}${otherwise}`;
      return `%{if ${textOf(source, part.condition)}}${partText(source, part.whenTrue)}${clause}%{endif}`;
    }
    case 'template-for': {
      const names = part.keyVariable === undefined ? '' : `${part.keyVariable}, `;
      const collection = textOf(source, part.collection);
      return `%{for ${names}${part.valueVariable} in ${collection}}${partText(source, part.body)}%{endfor}`;
    }
    default:
      return insert(source, part);
  }
}
