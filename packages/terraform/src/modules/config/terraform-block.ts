import { type BodyBlock, type BodyValue, expressionOf, listOf, mapOf, staticString } from '@tollgate/hcl';
import { errorMessage, type Message, messageOf, type Place, placeOf } from '../message.ts';
import { constantText } from './constants.ts';
import { type ProviderReference, readProviderReference } from './provider-reference.ts';

/** A provider that a module requires. */
export interface RequiredProvider {
  /** The name by which the module calls it. */
  readonly name: string;
  /** As written: `hashicorp/aws`; undefined when only the version is given. */
  readonly source: string | undefined;
  readonly version: string | undefined;
  /** Configurations that the caller has to hand down. */
  readonly aliases: readonly ProviderReference[];
  readonly at: Place;
}

/** Versions of Terraform that a module asks for. */
export interface RequiredVersion {
  readonly constraint: string;
  /** Name and value. */
  readonly at: Place;
  readonly valueAt: Place;
}

/** What a `terraform` block says, as far as it matters to an evaluation. */
export interface TerraformSettings {
  readonly requiredVersions: readonly RequiredVersion[];
  readonly requiredProviders: readonly RequiredProvider[];
}

const SCHEMA = {
  attributes: [{ name: 'required_version' }, { name: 'experiments' }, { name: 'language' }],
  blocks: [
    { type: 'backend', labels: ['type'] },
    { type: 'cloud' },
    { type: 'required_providers' },
    { type: 'provider_meta', labels: ['provider'] },
    { type: 'encryption' },
  ],
};

/** readTerraformBlock reads a `terraform` block. */
export function readTerraformBlock(block: BodyBlock, messages: Message[]): TerraformSettings {
  const { attributes, blocks, diagnostics } = block.body.content(SCHEMA);
  messages.push(...diagnostics.map(messageOf));
  const version = attributes.get('required_version');
  const constraint = constantText(version, messages);
  return {
    requiredVersions:
      constraint === undefined || version === undefined
        ? []
        : [
            {
              constraint,
              at: placeOf(version.source, version.range),
              valueAt: placeOf(version.source, valueRange(version.value)),
            },
          ],
    requiredProviders: blocks
      .filter(({ type }) => type === 'required_providers')
      .flatMap((required) => readRequiredProviders(required, messages)),
  };
}

function readRequiredProviders(block: BodyBlock, messages: Message[]): RequiredProvider[] {
  const { attributes, diagnostics } = block.body.justAttributes();
  messages.push(...diagnostics.map(messageOf));
  return [...attributes.values()].map(({ name, value, source, range }) => {
    const at = placeOf(source, range);
    const items = mapOf(value);
    if (items === undefined) {
      return { name, source: undefined, version: textOf(value), aliases: [], at };
    }
    const members = new Map(items.map((item) => [nameOf(item.key), item.value]));
    const [sourceValue, version, aliases] = ['source', 'version', 'configuration_aliases'].map((key) =>
      members.get(key),
    );
    if (sourceValue !== undefined && textOf(sourceValue) === undefined) {
      const detail = 'The "source" of a required provider must be a string.';
      messages.push(errorMessage(placeOf(value.source, valueRange(sourceValue)), 'Invalid source', detail));
    }
    return {
      name,
      source: sourceValue === undefined ? undefined : textOf(sourceValue),
      version: version === undefined ? undefined : textOf(version),
      aliases:
        aliases === undefined
          ? []
          : (listOf(aliases) ?? [])
              .map((alias) => readProviderReference(alias, messages))
              .filter((alias) => alias !== undefined),
      at,
    };
  });
}

function valueRange(value: BodyValue): { readonly start: number; readonly end: number } {
  return value.syntax === 'native' ? value.expression : value.node;
}

function textOf(value: BodyValue): string | undefined {
  return staticString(expressionOf(value).expression);
}

function nameOf(value: BodyValue): string | undefined {
  const { expression } = expressionOf(value);
  return expression.kind === 'traversal' && expression.steps.length === 0 ? expression.root : staticString(expression);
}
