import type { Gate } from '@tollgate/policy-engine';
import { resourceNameForms } from '@tollgate/resources';
import { factsOf } from '../facts/table.ts';
import type { PricingFiles } from '../pricing-files.ts';
import { alternativeForm } from '../savings/alternative-form.ts';
import { costSchema } from './cost-schema.ts';
import type { CostSubject } from './cost-subject.ts';
import { costGiven } from './given/cost-given.ts';
import { limitForm } from './limit-form.ts';

/** The gate `cost`: policies about what a change costs, in whole and in parts. Alternatives and test cases are priced with the files. */
export function costGate(files: PricingFiles): Gate<CostSubject> {
  return {
    name: 'cost',
    schema: costSchema,
    nameForms: [...resourceNameForms, '{}:*'],
    changeable: ['resource'],
    forms: [limitForm, alternativeForm(factsOf(files))],
    given: costGiven(files),
  };
}
