import {
  type Body,
  type BodySchema,
  type Diagnostic,
  expressionOf,
  findAttribute,
  parseConfig,
  type Source,
  type SyntaxBody,
  staticString,
} from '@tollgate/hcl';
import { CONSTANTS, evaluate, type Scope } from '../src/expressions/index.ts';
import { readTypeConstraint } from '../src/modules/config/type-constraint.ts';
import {
  convert,
  DYNAMIC,
  mapValue,
  NULL,
  nullValue,
  objectValue,
  type Type,
  tupleValue,
  typeOf,
  type Value,
  ValueError,
} from '../src/values/index.ts';

/** How a body is to be decoded: the language in which the HCL specification suite writes down what it expects. */
export type Spec =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'attr'; readonly name: string; readonly type: Type }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Spec> }
  | { readonly kind: 'block' | 'block_list'; readonly type: string; readonly nested: Spec }
  | { readonly kind: 'block_map'; readonly type: string; readonly labels: readonly string[]; readonly nested: Spec };

/** readSpec reads a specification, with the variables that it gives to expressions. */
export function readSpec(text: string): { readonly spec: Spec; readonly variables: ReadonlyMap<string, Value> } {
  const { source, body } = parseConfig(text, { file: 'spec' });
  const variables = new Map<string, Value>();
  for (const block of body.blocks) {
    if (block.type !== 'variables') continue;
    for (const { name, expression } of block.body.attributes) variables.set(name, constant(source, expression));
  }
  return { spec: firstSpec(source, body), variables };
}

function constant(source: Source, expression: Parameters<typeof evaluate>[0]): Value {
  return evaluate(expression, source, CONSTANTS).value;
}

function firstSpec(source: Source, body: SyntaxBody): Spec {
  const block = body.blocks.find(({ type }) => type !== 'variables');
  return block === undefined ? { kind: 'literal', value: NULL } : specOf(source, block);
}

function specOf(source: Source, { type, labels: [label], body }: SyntaxBody['blocks'][number]): Spec {
  const attribute = (name: string) => findAttribute(body, name)?.expression;
  const textOf = (name: string) => {
    const expression = attribute(name);
    return expression === undefined ? undefined : staticString(expression);
  };
  const blockType = textOf('block_type') ?? label?.value ?? '';
  switch (type) {
    case 'object':
      return {
        kind: 'object',
        members: new Map(body.blocks.map((block) => [block.labels[0]?.value ?? '', specOf(source, block)])),
      };
    case 'attr': {
      const expression = attribute('type');
      const value = expression === undefined ? undefined : ({ syntax: 'native', source, expression } as const);
      const constraint = value === undefined ? undefined : readTypeConstraint(value, []);
      return { kind: 'attr', name: textOf('name') ?? label?.value ?? '', type: constraint?.type ?? DYNAMIC };
    }
    case 'block':
    case 'block_list':
      return { kind: type, type: blockType, nested: firstSpec(source, body) };
    case 'block_map': {
      const expression = attribute('labels');
      const labels = expression?.kind === 'tuple' ? expression.items.map((item) => staticString(item) ?? '') : [];
      return { kind: 'block_map', type: blockType, labels, nested: firstSpec(source, body) };
    }
    default: {
      const expression = attribute('value');
      return { kind: 'literal', value: expression === undefined ? NULL : constant(source, expression) };
    }
  }
}

/** decode decodes a body. */
export function decode(
  body: Body,
  spec: Spec,
  variables: ReadonlyMap<string, Value>,
): { readonly value: Value; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const scope: Scope = {
    ...CONSTANTS,
    lookup: (reference) => {
      const value = variables.get(reference.root);
      return value === undefined ? CONSTANTS.lookup(reference) : { value, steps: 0 };
    },
  };
  return { value: decodeBody(body, spec, scope, diagnostics), diagnostics };
}

function decodeBody(body: Body, spec: Spec, scope: Scope, diagnostics: Diagnostic[]): Value {
  const content = body.content(schemaOf(spec));
  diagnostics.push(...content.diagnostics);
  const decodePart = (part: Spec): Value => {
    switch (part.kind) {
      case 'literal':
        return part.value;
      case 'object':
        return objectValue([...part.members].map(([name, member]) => [name, decodePart(member)]));
      case 'attr': {
        const attribute = content.attributes.get(part.name);
        if (attribute === undefined) return nullValue(part.type);
        const { source, expression } = expressionOf(attribute.value);
        const result = evaluate(expression, source, scope);
        diagnostics.push(...result.diagnostics);
        return converted(result.value, part.type);
      }
      case 'block': {
        const block = content.blocks.find(({ type }) => type === part.type);
        return block === undefined ? NULL : decodeBody(block.body, part.nested, scope, diagnostics);
      }
      case 'block_list':
        return tupleValue(
          content.blocks
            .filter(({ type }) => type === part.type)
            .map((block) => decodeBody(block.body, part.nested, scope, diagnostics)),
        );
      case 'block_map': {
        const entries = content.blocks
          .filter(({ type }) => type === part.type)
          .map((block): [string, Value] => [
            block.labels[0] ?? '',
            decodeBody(block.body, part.nested, scope, diagnostics),
          ]);
        const [first] = entries;
        return mapValue(first === undefined ? DYNAMIC : typeOf(first[1]), entries);
      }
    }
  };
  return decodePart(spec);
}

function schemaOf(spec: Spec): Required<BodySchema> {
  switch (spec.kind) {
    case 'literal':
      return { attributes: [], blocks: [] };
    case 'attr':
      return { attributes: [{ name: spec.name }], blocks: [] };
    case 'object': {
      const schemas = [...spec.members.values()].map(schemaOf);
      return {
        attributes: schemas.flatMap(({ attributes }) => attributes),
        blocks: schemas.flatMap(({ blocks }) => blocks),
      };
    }
    case 'block_map':
      return { attributes: [], blocks: [{ type: spec.type, labels: spec.labels }] };
    default:
      return { attributes: [], blocks: [{ type: spec.type }] };
  }
}

function converted(value: Value, type: Type): Value {
  try {
    return convert(value, type);
  } catch (error) {
    if (error instanceof ValueError) return nullValue(type);
    throw error;
  }
}
