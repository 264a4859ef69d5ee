import type { Gate, GivenForm } from '@tollgate/policy-engine';
import { givenInput } from './given/given-input.ts';
import { resourceGivenSchema } from './given/given-schema.ts';
import { resourceSchema } from './resource-schema.ts';
import { resourceSubjects } from './resource-subjects.ts';
import type { ResourceView } from './resource-view.ts';

const given: GivenForm<ResourceView> = {
  schema: resourceGivenSchema,
  subjects(given) {
    const { input, options } = givenInput(given);
    return resourceSubjects(input, options);
  },
};

/** How the address of a resource is made of its type, see `Gate.nameForms`. */
export const resourceNameForms: readonly string[] = ['{}.*', 'data.{}.*', 'module.*.{}.*'];

/** The gate `resource`: policies about the resources of a plan or a configuration, whatever their types. */
export const resourceGate: Gate<ResourceView> = {
  name: 'resource',
  schema: resourceSchema,
  nameForms: resourceNameForms,
  given,
};
