import type { JsonValue } from '@tollgate/policy-engine';
import { isList, isObject } from '@tollgate/terraform';

/** How many labels the blocks of the root have. */
const labelCounts: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  provider: 1,
  module: 1,
  variable: 1,
  output: 1,
};

/** Writes a configuration of Terraform's JSON, in which all blocks are in lists, as a text of the native syntax. */
export function configurationText(config: JsonValue): string {
  const types = Object.entries(isObject(config) ? config : {});
  return `\n${types.flatMap(([type, blocks]) => labelled(type, [], blocks, labelCounts[type] ?? 0)).join('\n\n')}\n`;
}

function labelled(type: string, labels: readonly string[], blocks: JsonValue, count: number): string[] {
  if (count > 0 && isObject(blocks)) {
    return Object.entries(blocks).flatMap(([label, inner]) => labelled(type, [...labels, label], inner, count - 1));
  }
  const head = [type, ...labels.map((label) => JSON.stringify(label))].join(' ');
  return (isList(blocks) ? blocks : [blocks]).map((block) => `${head} {\n${body(block, '  ').join('\n')}\n}`);
}

/** Members that are lists of objects are blocks. `dynamic` has a label, and comes last: JSON does not tell where it stood. */
function body(block: JsonValue, indent: string): string[] {
  const members = Object.entries(isObject(block) ? block : {}).sort(
    ([a], [b]) => Number(a === 'dynamic') - Number(b === 'dynamic'),
  );
  return members.flatMap(([name, value]) => {
    if (name === 'dynamic' && isObject(value)) {
      return Object.entries(value).flatMap(([label, inner]) => blocks(`dynamic "${label}"`, inner, indent));
    }
    if (name !== 'default' && isList(value) && value.length > 0 && value.every(isObject))
      return blocks(name, value, indent);
    return [`${indent}${name} = ${expression(value, indent)}`];
  });
}

function blocks(head: string, list: JsonValue, indent: string): string[] {
  return (isList(list) ? list : [list]).map(
    (inner) => `${indent}${head} {\n${body(inner, `${indent}  `).join('\n')}\n${indent}}`,
  );
}

function expression(value: JsonValue, indent: string): string {
  if (isList(value)) return `[${value.map((element) => expression(element, indent)).join(', ')}]`;
  if (isObject(value)) {
    const inner = `${indent}  `;
    const members = Object.entries(value).map(
      ([key, member]) => `${inner}${JSON.stringify(key)} = ${expression(member, inner)}`,
    );
    return members.length === 0 ? '{}' : `{\n${members.join('\n')}\n${indent}}`;
  }
  const text = typeof value === 'string' ? /^\$\{(.*)\}$/s.exec(value)?.[1] : undefined;
  return text ?? JSON.stringify(value);
}
