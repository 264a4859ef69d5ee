import { describe, expect, it } from 'vitest';
import { outline } from '../test/outline.ts';
import type { Body, BodyContent, BodySchema } from './body.ts';
import { formatDiagnostic } from './diagnostic.ts';
import { bodyOf, expressionOf } from './file-body.ts';
import { parseJson } from './json/parse-json.ts';
import { parseConfig } from './parse.ts';

const schema: BodySchema = {
  attributes: [{ name: 'count', required: true }, { name: 'region' }],
  blocks: [{ type: 'resource', labels: ['type', 'name'] }, { type: 'locals' }],
};

const native = (text: string): Body => bodyOf(parseConfig(text, { file: 'main.tf' }));
const json = (text: string): Body => bodyOf(parseJson(text, { file: 'main.tf.json' }));

function show({ attributes, blocks }: BodyContent): string[] {
  const values = [...attributes.values()].map(
    ({ name, value }) => `${name} = ${outline(expressionOf(value).expression)}`,
  );
  return [...values, ...blocks.map(({ type, labels }) => [type, ...labels].join(' '))];
}

describe('a body in the native syntax', () => {
  it('gives what the schema names', () => {
    const content = native('count = 1\nlocals {}\nresource "a" "b" {\n  x = 1\n}\nlocals {}\n').content(schema);
    expect(content.diagnostics).toEqual([]);
    expect(show(content)).toEqual(['count = 1', 'locals', 'resource a b', 'locals']);
  });

  it('reports what is missing, wrong or unknown in the words of Terraform', () => {
    const text = 'regoin = 1\nlocals "x" {}\nresource "a" {}\nresource "a" "b" "c" {}\nlocal {}\nregion {}\nfoo = 1\n';
    expect(native(text).content(schema).diagnostics.map(formatDiagnostic)).toEqual([
      'main.tf:1:1: Missing required argument: The argument "count" is required, but no definition was found.',
      'main.tf:2:8: Extraneous label for locals: No labels are expected for locals blocks.',
      'main.tf:3:14: Missing name for resource: All resource blocks must have 2 labels (type, name).',
      'main.tf:4:18: Extraneous label for resource: Only 2 labels (type, name) are expected for resource blocks.',
      'main.tf:1:1: Unsupported argument: An argument named "regoin" is not expected here. Did you mean "region"?',
      'main.tf:7:1: Unsupported argument: An argument named "foo" is not expected here.',
      'main.tf:5:1: Unsupported block type: Blocks of type "local" are not expected here. Did you mean "locals"?',
      'main.tf:6:1: Unsupported block type: Blocks of type "region" are not expected here. Did you mean to define argument "region"? If so, use the equals sign to assign it a value.',
    ]);
  });

  it('keeps the rest for another schema', () => {
    const { rest, ...content } = native('count = 1\nx = 2\nlocals {}\ny {}\n').partialContent(schema);
    expect(show(content)).toEqual(['count = 1', 'locals']);
    const others = rest.content({ attributes: [{ name: 'x' }, { name: 'count' }], blocks: [{ type: 'y' }] });
    expect(others.diagnostics).toEqual([]);
    expect(show(others)).toEqual(['x = 2', 'y']);
  });

  it('gives all attributes where any name is allowed', () => {
    const { attributes, diagnostics } = native('a = 1\nb {}\nc = 2\n').justAttributes();
    expect([...attributes.keys()]).toEqual(['a', 'c']);
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      'main.tf:2:1: Unexpected "b" block: Blocks are not allowed here.',
    ]);
  });
});

describe('a body in the JSON syntax', () => {
  it.each([
    { name: 'an object for one block', text: '{"locals": {"a": 1}}', blocks: ['locals'] },
    { name: 'an array for several blocks', text: '{"locals": [{"a": 1}, {"b": 2}]}', blocks: ['locals', 'locals'] },
    {
      name: 'objects for labels',
      text: '{"resource": {"a": {"b": {}, "c": {}}, "d": {"e": {}}}}',
      blocks: ['resource a b', 'resource a c', 'resource d e'],
    },
    {
      name: 'arrays of objects for labels',
      text: '{"resource": [{"a": [{"b": {}}, {"b": {}}]}]}',
      blocks: ['resource a b', 'resource a b'],
    },
    {
      name: 'repeated names',
      text: '{"resource": {"a": {"b": {}, "b": [{}, {}]}}}',
      blocks: ['resource a b', 'resource a b', 'resource a b'],
    },
    {
      name: 'an array of objects for the whole',
      text: '[{"locals": {}}, {"locals": {}}]',
      blocks: ['locals', 'locals'],
    },
    { name: 'null for no block', text: '{"locals": null, "resource": {"a": {"b": null}}}', blocks: [] },
    { name: 'comments', text: '{"//": "x", "locals": {"//": 1}}', blocks: ['locals'] },
  ])('takes $name', ({ text, blocks }) => {
    const content = json(text).content({ blocks: schema.blocks ?? [] });
    expect(content.diagnostics).toEqual([]);
    expect(show(content)).toEqual(blocks);
  });

  it('gives blocks the ranges that Terraform points at', () => {
    const text = '{"resource": {"a": {"b": {"x": 1}}}}';
    const [block] = json(text).content({ blocks: schema.blocks ?? [] }).blocks;
    if (block === undefined) expect.fail('no block');
    const ranges = [block.typeRange, ...block.labelRanges, block.headerRange, block.range, block.body.missingItemRange];
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual([
      '"resource"',
      '"a"',
      '"b"',
      '{',
      '{"x": 1}',
      '}',
    ]);
  });

  it('reports what is missing, wrong or unknown in the words of Terraform', () => {
    const text = '{"regoin": 1, "count": 1, "count": 2, "locals": 5, "resource": {"a": {}, "b": [7]}, "x": 1}';
    expect(json(text).content(schema).diagnostics.map(formatDiagnostic)).toEqual([
      'main.tf.json:1:27: Duplicate argument: The argument "count" was already set at main.tf.json:1,15-25.',
      'main.tf.json:1:49: Incorrect JSON value type: Either a JSON object or a JSON array is required, representing the contents of one or more "locals" blocks.',
      "main.tf.json:1:70: Missing block label: At least one object property is required, whose name represents the resource block's name.",
      'main.tf.json:1:80: Incorrect JSON value type: A JSON object is required here, to specify name labels for this block.',
      "main.tf.json:1:79: Missing block label: At least one object property is required, whose name represents the resource block's name.",
      'main.tf.json:1:2: Extraneous JSON object property: No argument or block type is named "regoin". Did you mean "region"?',
      'main.tf.json:1:85: Extraneous JSON object property: No argument or block type is named "x".',
    ]);
  });

  it('reports a missing argument at the end of the object', () => {
    expect(json('{\n}').content(schema).diagnostics.map(formatDiagnostic)).toEqual([
      'main.tf.json:2:1: Missing required argument: The argument "count" is required, but no definition was found.',
    ]);
  });

  it('gives all attributes where any name is allowed', () => {
    const { attributes, diagnostics } = json('{"//": 0, "a": 1, "b": {"c": 2}, "a": 3}').justAttributes();
    expect([...attributes.keys()]).toEqual(['a', 'b']);
    expect(diagnostics.map(({ summary }) => summary)).toEqual(['Duplicate attribute definition']);
  });

  it('keeps the rest for another schema', () => {
    const { rest, ...content } = json('{"count": 1, "x": 2, "y": {}}').partialContent(schema);
    expect(show(content)).toEqual(['count = 1']);
    const others = rest.content({ attributes: [{ name: 'x' }], blocks: [{ type: 'y' }] });
    expect(others.diagnostics).toEqual([]);
    expect(show(others)).toEqual(['x = 2', 'y']);
  });
});
