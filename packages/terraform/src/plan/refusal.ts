import type { TerraformError } from '../error.ts';
import type { JsonDocument } from '../json/document.ts';
import { type DocumentKind, refuseStream } from '../json/refusal.ts';

/** The largest plan that is read, in bytes. At about 8 kB a resource it is a plan of 30,000 resources. */
export const maxPlanBytes = 256 * 1024 * 1024;

/** Plans as files. */
export const plans: DocumentKind = {
  name: 'plan',
  wayOut: 'Write the plan with: terraform plan -out=tfplan && terraform show -json tfplan > plan.json',
  origin: '"terraform show -json"',
  maxBytes: maxPlanBytes,
  whenTooLarge: 'Split the configuration into smaller ones, or plan a part of it with -target.',
};

/** The refusal of JSON that has no part of a plan, by the names of its members. */
export function refuseForeign(document: JsonDocument): TerraformError {
  const { file, names } = document;
  if (names.has('@level') || names.has('@message')) return refuseStream(plans, file);
  if (names.has('serial') || names.has('lineage')) {
    return document.refusal(
      'it is a Terraform state file (it has a serial and a lineage), which holds what exists and no changes',
    );
  }
  if (names.has('values')) {
    return document.refusal(
      'it is the JSON of a state (it has values and no resource_changes), which holds what exists and no changes',
    );
  }
  if (names.has('provider_schemas')) return document.refusal('it holds the schemas of providers and no plan');
  return document.refusal(
    'it is JSON, and no Terraform plan: it has none of resource_changes, planned_values and configuration',
  );
}
