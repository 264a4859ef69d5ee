import type { JsonSchema } from '@tollgate/cel';
import type { Gate, Subject } from '@tollgate/policy-engine';
import { givenInput, type ResourceInput, resourceGivenSchema } from '@tollgate/resources';
import { openEndText } from '../open-end.ts';
import { evaluatedDefaults, plannedDefaults } from '../provider-defaults.ts';
import { keysForm } from '../rules/keys-form.ts';
import { tagsForm } from '../rules/tags-form.ts';
import type { TagMap } from '../tag-map.ts';
import { cloudOf, type Tagged } from '../tagged.ts';
import { tagsInput } from './tags-input.ts';

/** A provider configuration with its default tags. */
export interface TaggedProvider extends Tagged {
  /** `aws.west`, `module.a:aws`. */
  readonly key: string;
}

const text = { type: 'string' };
const schema: JsonSchema = {
  type: 'object',
  properties: {
    provider: {
      type: 'object',
      description: 'The provider configuration that is judged.',
      properties: {
        key: { ...text, description: '`aws.west`, `module.a:aws`.' },
        name: { ...text, description: '`aws`.' },
        alias: { type: ['string', 'null'], description: 'Null for the default configuration.' },
        region: { type: ['string', 'null'], description: 'Null where the configuration does not tell it.' },
        defaultTags: {
          type: 'object',
          additionalProperties: text,
          description: 'What it adds to the tags of its resources.',
        },
      },
    },
  },
};

/** The gate `default-tags`: rules about the default tags of provider configurations, in the forms of the gate `tags`. */
export const defaultTagsGate: Gate<TaggedProvider> = {
  name: 'default-tags',
  schema,
  forms: [tagsForm, keysForm],
  given: { schema: resourceGivenSchema, subjects: (given) => defaultTagSubjects(givenInput(given).input) },
};

/** The providers that have default tags at all: those of AWS and Google. */
const withDefaults: ReadonlySet<string> = new Set(['aws', 'google', 'google-beta']);

/** Gives the provider configurations that could have default tags as subjects of policies. */
export function defaultTagSubjects(input: ResourceInput): readonly Subject<TaggedProvider>[] {
  if (input.kind === 'plan') {
    const blocks = [...(input.plan.providers?.values() ?? [])].filter(
      ({ configured, modulePath }) => configured || modulePath.length === 0,
    );
    return blocks
      .filter(({ name }) => withDefaults.has(name))
      .map((provider) => subjectOf('plan', provider, plannedDefaults(provider.defaultTags)));
  }
  return input.evaluation.providers
    .filter(({ name }) => withDefaults.has(name))
    .map((provider) => ({
      ...subjectOf('configuration', provider, evaluatedDefaults(provider)),
      source: provider.at,
    }));
}

function subjectOf(
  origin: ResourceInput['kind'],
  provider: {
    readonly key: string;
    readonly name: string;
    readonly alias: string | null;
    readonly region: string | null;
  },
  { tags, openEnd }: TagMap,
): Subject<TaggedProvider> {
  const { key, name, alias, region } = provider;
  const label = name === 'aws' ? 'default_tags' : 'default_labels';
  const why = openEnd === null ? null : openEndText(openEnd, label, null);
  return {
    reference: { kind: 'provider', id: key },
    names: [name, key],
    actions: null,
    changed: null,
    input: { provider: { key, name, alias, region, defaultTags: tagsInput(tags, why) } },
    data: { origin, noun: name === 'aws' ? 'tag' : 'label', cloud: cloudOf(name), label, tags, openEnd: why, key },
  };
}
