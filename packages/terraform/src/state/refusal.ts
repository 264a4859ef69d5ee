import type { TerraformError } from '../error.ts';
import type { JsonDocument } from '../json/document.ts';
import { type DocumentKind, refuseStream } from '../json/refusal.ts';

/** The largest state that is read, in bytes. */
export const maxStateBytes = 256 * 1024 * 1024;

/** States as files. */
export const states: DocumentKind = {
  name: 'state',
  wayOut: 'Write the state with: terraform show -json > state.json',
  origin: 'Terraform',
  maxBytes: maxStateBytes,
  whenTooLarge: 'Split the configuration into smaller ones.',
};

/** The refusal of JSON that has no part of a state, by the names of its members. */
export function refuseForeign(document: JsonDocument): TerraformError {
  const { file, names } = document;
  if (names.has('@level') || names.has('@message')) return refuseStream(states, file);
  if (names.has('encrypted_data')) {
    return document.refusal('it is encrypted by OpenTofu', 'Write what is in it with: tofu show -json > state.json');
  }
  if (names.has('resource_changes') || names.has('planned_values')) {
    return document.refusal('it is the JSON of a plan (it has planned values), which holds changes');
  }
  if (names.has('provider_schemas')) return document.refusal('it holds the schemas of providers and no state');
  return document.refusal('it is JSON, and no Terraform state: it has neither values nor a serial');
}
