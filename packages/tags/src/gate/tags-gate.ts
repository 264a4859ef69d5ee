import type { JsonSchema } from '@tollgate/cel';
import type { Gate } from '@tollgate/policy-engine';
import { givenInput, resourceGivenSchema, resourceNameForms, resourceProperties } from '@tollgate/resources';
import { keysForm } from '../rules/keys-form.ts';
import { tagsForm } from '../rules/tags-form.ts';
import type { TaggedResource } from '../tagged.ts';
import { tagSubjects } from './tag-subjects.ts';

const tags = { type: 'object', additionalProperties: { type: 'string' } };

const schema: JsonSchema = {
  type: 'object',
  properties: {
    resource: {
      type: 'object',
      description: 'The resource that is judged.',
      properties: {
        ...resourceProperties,
        taggable: { type: 'boolean', description: 'Always true: what cannot carry tags is not judged.' },
        tags: { ...tags, description: 'The tags after apply, with the default tags of the provider.' },
        ownTags: { ...tags, description: 'The tags that the resource itself is given.' },
      },
    },
  },
};

/** The gate `tags`: rules about the tags and labels of resources. */
export const tagsGate: Gate<TaggedResource> = {
  name: 'tags',
  schema,
  nameForms: resourceNameForms,
  forms: [tagsForm, keysForm],
  given: {
    schema: resourceGivenSchema,
    subjects(given) {
      const { input, options } = givenInput(given);
      return tagSubjects(input, options);
    },
  },
};
