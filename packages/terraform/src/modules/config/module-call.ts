import { type BodyBlock, mapOf } from '@tollgate/hcl';
import { errorMessage, type Message, messageOf, type Place, placeOf } from '../message.ts';
import type { BlockAttribute } from './block-body.ts';
import { configExpression } from './config-expression.ts';
import { constantText } from './constants.ts';
import { type ProviderReference, readProviderReference } from './provider-reference.ts';
import { type Repetition, readDependsOn, readRepetition } from './resource.ts';
import type { WrittenReference } from './written-references.ts';

/** A `module` block. */
export interface ModuleCall extends Repetition {
  readonly name: string;
  readonly source: string | undefined;
  /** Where the source is written; the header of the block when it is missing. */
  readonly sourceAt: Place;
  readonly version: string | undefined;
  readonly args: ReadonlyMap<string, BlockAttribute>;
  /** Provider configurations that are handed down, by the name in the called module. */
  readonly providers: readonly PassedProvider[] | undefined;
  readonly dependsOn: readonly WrittenReference[];
  /** Where a message about a missing argument points. */
  readonly missingAt: Place;
  /** The header of the block. */
  readonly at: Place;
  /** The whole block. */
  readonly block: Place;
}

export interface PassedProvider {
  readonly inChild: ProviderReference;
  readonly inParent: ProviderReference;
}

const SCHEMA = {
  attributes: [
    { name: 'source', required: true },
    ...['version', 'count', 'for_each', 'depends_on', 'providers'].map((name) => ({ name })),
  ],
  blocks: ['lifecycle', '_', 'locals', 'provider'].map((type) => ({ type })),
};

/** readModuleCall reads a `module` block. `override` blocks need not repeat the source. */
export function readModuleCall(block: BodyBlock, messages: Message[], override: boolean): ModuleCall {
  const [name = ''] = block.labels;
  const schema = override
    ? { ...SCHEMA, attributes: SCHEMA.attributes.map(({ name: key }) => ({ name: key })) }
    : SCHEMA;
  const { attributes, blocks, diagnostics, rest } = block.body.partialContent(schema);
  messages.push(...diagnostics.map(messageOf));
  for (const nested of blocks) {
    const detail = `The block type name "${nested.type}" is reserved for use by Terraform in a future version.`;
    messages.push(
      errorMessage(placeOf(nested.source, nested.typeRange), 'Reserved block type name in module block', detail),
    );
  }
  const written = rest.justAttributes();
  messages.push(...written.diagnostics.map(messageOf));
  const source = attributes.get('source');
  const providers = attributes.get('providers');
  return {
    name,
    source: constantText(source, messages),
    sourceAt:
      source === undefined
        ? placeOf(block.source, block.headerRange)
        : placeOf(source.source, source.value.syntax === 'native' ? source.value.expression : source.value.node),
    version: constantText(attributes.get('version'), messages),
    ...readRepetition(attributes, 'modules', messages),
    args: new Map(
      written.attributes.values().map((argument) => [
        argument.name,
        {
          name: argument.name,
          value: configExpression(argument.value, messages),
          at: placeOf(argument.source, argument.range),
          nameAt: placeOf(argument.source, argument.nameRange),
        },
      ]),
    ),
    providers: providers === undefined ? undefined : readProviders(providers.value, messages),
    dependsOn: readDependsOn(attributes.get('depends_on'), messages),
    missingAt: placeOf(block.source, rest.missingItemRange),
    at: placeOf(block.source, block.headerRange),
    block: placeOf(block.source, block.range),
  };
}

function readProviders(value: Parameters<typeof mapOf>[0], messages: Message[]): PassedProvider[] {
  const passed: PassedProvider[] = [];
  for (const item of mapOf(value) ?? []) {
    const inChild = readProviderReference(item.key, messages);
    const inParent = readProviderReference(item.value, messages);
    if (inChild !== undefined && inParent !== undefined) passed.push({ inChild, inParent });
  }
  return passed;
}
