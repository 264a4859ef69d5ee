import { JsonDocument } from '../json/document.ts';
import { readDocumentFile } from '../json/read-document-file.ts';
import type { DocumentKind } from '../json/refusal.ts';
import type { Plan } from '../plan/plan.ts';
import { isPlanDocument, planIn } from '../plan/read-plan.ts';
import { plans } from '../plan/refusal.ts';
import { stateIn } from './read-state.ts';
import type { State } from './state.ts';

/** Plans and states as files: which of the two one is only its content tells. */
const documents: DocumentKind = { ...plans, name: 'plan or state', origin: 'Terraform' };

/**
 * Reads the plan or the state in a file, or on standard input when the path is `-`: whichever it is by its content.
 * @throws TerraformError when there is no such file, or it holds neither.
 */
export function readPlanOrStateFile(path: string): Plan | State {
  const { file, bytes } = readDocumentFile(documents, path);
  return readPlanOrState(bytes, { file });
}

/**
 * Reads a plan or a state, whichever the bytes are.
 * @throws TerraformError when they are neither.
 */
export function readPlanOrState(bytes: Uint8Array, { file }: { readonly file: string }): Plan | State {
  const document = new JsonDocument(documents, file, bytes);
  return isStateDocument(document) ? stateIn(document) : planIn(document);
}

/** A raw state has a serial; the JSON of one has values, or nothing but its versions when nothing exists. */
function isStateDocument(document: JsonDocument): boolean {
  if (isPlanDocument(document)) return false;
  const names = [...document.names];
  return (
    names.some((name) => /^(?:serial|lineage|encrypted_data|values)$/.test(name)) ||
    names.every((name) => /^(?:format|terraform)_version$/.test(name))
  );
}
