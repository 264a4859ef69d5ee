import { isList, isObject, type JsonValue, treePath } from '@tollgate/terraform';
import { digestOf, type FileFix } from './fix-plan.ts';
import { applyTextEdits, type TextEdit } from './text-edits.ts';

/** What of a plan is needed to run it. */
export interface LockedPlan {
  readonly files: readonly FileFix[];
  readonly refused: number;
}

/** A result, or a sentence that says why there is none. */
export type Readout<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** Reads a plan that was written to a file. It can be anything: nothing of it is taken on trust. */
export function readFixPlan(text: string): Readout<LockedPlan> {
  const document = parsed(text);
  if (!isObject(document) || document.kind !== 'FixPlan') return failed('it is no plan of fixes.');
  if (document.version !== 1) return failed('its version is another than 1, which this release reads.');
  const { files, summary } = document;
  const refused = isObject(summary) ? summary.refused : undefined;
  if (!isList(files) || typeof refused !== 'number') return failed('"files" or "summary" is missing.');
  const read: FileFix[] = [];
  for (const [index, one] of files.entries()) {
    const file = fileFixOf(one);
    if (file === null) return failed(`"files[${index}]" names no file inside of the repository with its edits.`);
    read.push(file);
  }
  if (new Set(read.map(({ file }) => file)).size < read.length) return failed('it names a file twice.');
  return { ok: true, value: { files: read, refused } };
}

function failed(problem: string): Readout<never> {
  return { ok: false, problem };
}

function parsed(text: string): JsonValue | undefined {
  try {
    const document: JsonValue = JSON.parse(text);
    return document;
  } catch {
    return undefined;
  }
}

/** Only configuration and values of variables are ever edited: a plan from elsewhere must not lead to anything else. */
const editable = /(?:^|\/)[^/]+\.(?:tf|tofu|tfvars)$/;

function fileFixOf(given: JsonValue): FileFix | null {
  if (!isObject(given)) return null;
  const { file, before, after, edits } = given;
  if (typeof file !== 'string' || treePath(file) !== file || file.includes('\\') || !editable.test(file)) return null;
  if (typeof before !== 'string' || typeof after !== 'string' || !isList(edits)) return null;
  const read = edits.map(editOf);
  const known = read.filter((edit) => edit !== null);
  return known.length < read.length ? null : { file, before, after, edits: known };
}

function editOf(given: JsonValue): TextEdit | null {
  if (!isObject(given)) return null;
  const { start, end, text } = given;
  if (typeof start !== 'number' || typeof end !== 'number' || typeof text !== 'string') return null;
  return { start, end, text };
}

/** A file with its edits made; a problem when it is another than they were made for, or they do not give what they promise. */
export function editedBytes(fix: FileFix, bytes: Uint8Array): Readout<Uint8Array> {
  const { file, before, after, edits } = fix;
  if (digestOf(bytes) !== before) return failed(`${file} has changed since the plan was made.`);
  let at = 0;
  for (const { start, end } of edits) {
    const isInOrder = Number.isInteger(start) && Number.isInteger(end) && at <= start && start <= end;
    if (!isInOrder || end > bytes.length) return failed(`the edits of ${file} are not in order.`);
    at = end;
  }
  const edited = applyTextEdits(bytes, edits);
  if (digestOf(edited) !== after) return failed(`the edits of ${file} do not give the file that the plan names.`);
  return { ok: true, value: edited };
}
