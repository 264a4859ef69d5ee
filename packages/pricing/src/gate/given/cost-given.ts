import type { GivenForm, JsonObject } from '@tollgate/policy-engine';
import { openPriceBook } from '../../book/price-book.ts';
import type { PricingFiles } from '../../pricing-files.ts';
import type { CostSubject } from '../cost-subject.ts';
import { costSubjects } from '../cost-subjects.ts';
import { givenResources } from './given-resources.ts';
import { givenRootModules } from './given-root-modules.ts';
import { costGivenSchema } from './given-schema.ts';

/** Reads test cases of the gate `cost`. Resources in them are priced by the price book. */
export function costGiven(files: PricingFiles): GivenForm<CostSubject> {
  const prices = openPriceBook(files);
  return {
    schema: costGivenSchema,
    subjects: (given: JsonObject) =>
      costSubjects(given.rootModules === undefined ? givenResources(given, files, prices) : givenRootModules(given)),
  };
}
