import type { BodyBlock, JsonMember, JsonNode, Range, Source } from '@tollgate/hcl';
import { errorMessage, type Message } from '../message.ts';
import { type BlockAttribute, type BlockBody, dynamicBlock, type NestedBlock } from './block-body.ts';
import { configExpression } from './config-expression.ts';

/** A property of a JSON object. */
interface Property {
  readonly name: string;
  readonly nameRange: Range;
  readonly range: Range;
  readonly value: JsonNode;
}

/** jsonBlockBody reads the body of a block in the JSON syntax, without what `leaveOut` names. */
export function jsonBlockBody(block: BodyBlock, messages: Message[], leaveOut: ReadonlySet<string>): BlockBody {
  const { attributes, diagnostics } = block.body.justAttributes();
  for (const { source, range, summary, detail } of diagnostics) {
    messages.push(errorMessage({ source, range }, summary, detail));
  }
  const properties: Property[] = [];
  for (const { name, nameRange, range, value } of attributes.values()) {
    if (value.syntax === 'json' && !leaveOut.has(name)) properties.push({ name, nameRange, range, value: value.node });
  }
  return jsonBody(block.source, properties, messages);
}

function jsonBody(source: Source, properties: readonly Property[], messages: Message[]): BlockBody {
  const attributes: BlockAttribute[] = [];
  const blocks: NestedBlock[] = [];
  for (const property of properties) {
    const { name, nameRange, range, value } = property;
    if (name === 'dynamic') blocks.push(...jsonDynamics(source, value, messages));
    else if (holdsDynamic(value)) blocks.push(...jsonBlocks(source, property, messages));
    else {
      const expression = configExpression({ syntax: 'json', source, node: value }, messages);
      attributes.push({ name, value: expression, nameAt: { source, range: nameRange }, at: { source, range } });
    }
  }
  return { attributes, blocks };
}

/** Only a block can hold a dynamic one: an object or a list of objects, with a `dynamic` somewhere below. */
function holdsDynamic(node: JsonNode): boolean {
  return objectsIn(node).some(({ members }) =>
    members.some(({ name, value }) => (name.value === 'dynamic' ? isDynamic(value) : holdsDynamic(value))),
  );
}

function isDynamic(node: JsonNode): boolean {
  const blocks = objectsIn(node).flatMap(({ members }) => members.flatMap(({ value }) => objectsIn(value)));
  const has = (members: readonly JsonMember[], name: string) => members.some((member) => member.name.value === name);
  return blocks.length > 0 && blocks.every(({ members }) => has(members, 'for_each') && has(members, 'content'));
}

function jsonBlocks(
  source: Source,
  { name: type, nameRange: typeRange, value: node }: Property,
  messages: Message[],
): NestedBlock[] {
  return objectsIn(node).map((object) => ({
    type,
    typeAt: { source, range: typeRange },
    at: { source, range: object },
    labels: [],
    body: jsonBody(source, object.members.map(propertyOf), messages),
    dynamic: undefined,
  }));
}

/** `"dynamic": {"type": {…}}`, where arrays may stand for several at both levels. */
function jsonDynamics(source: Source, node: JsonNode, messages: Message[]): NestedBlock[] {
  const written = objectsIn(node).flatMap(({ members }) =>
    members.flatMap(({ name, value }) => objectsIn(value).map((block) => ({ name, block }))),
  );
  return written
    .map(({ name, block }) => {
      const values = new Map(
        block.members.map(({ name, value }) => [name.value, { syntax: 'json', source, node: value } as const]),
      );
      const content = values.get('content')?.node;
      const members = content === undefined ? undefined : objectsIn(content).flatMap((object) => object.members);
      const body = members === undefined ? undefined : jsonBody(source, members.map(propertyOf), messages);
      return dynamicBlock(
        { source, block, type: name.value, typeRange: name, values, body, header: block.openRange },
        messages,
      );
    })
    .filter((block) => block !== undefined);
}

function propertyOf(member: JsonMember): Property {
  return { name: member.name.value, nameRange: member.name, range: member, value: member.value };
}

function objectsIn(node: JsonNode): Extract<JsonNode, { kind: 'object' }>[] {
  if (node.kind === 'object') return [node];
  return node.kind === 'array' ? node.items.flatMap(objectsIn) : [];
}
