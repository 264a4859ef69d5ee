import type { Problem } from '../problem.ts';
import { compareText } from '../text-order.ts';
import type { ExceptionDocument, OverrideDocument } from './exception.ts';
import type { LockDocument } from './lock.ts';
import type { PackDocument } from './pack.ts';
import type { Located } from './places.ts';
import type { Policy } from './policy.ts';
import type { PolicyTest } from './policy-test.ts';

/** A file of documents. */
export interface DocumentFile {
  /** As problems name it. */
  readonly file: string;
  readonly text: string;
}

/** Documents of all kinds, by file name and then as they stand in it, and what is wrong with the others. */
export interface Documents {
  readonly policies: readonly Located<Policy>[];
  readonly exceptions: readonly Located<ExceptionDocument>[];
  readonly overrides: readonly Located<OverrideDocument>[];
  readonly tests: readonly Located<PolicyTest>[];
  readonly packs: readonly Located<PackDocument>[];
  readonly locks: readonly Located<LockDocument>[];
  /** By file and place. A document with a problem is in none of the lists. */
  readonly problems: readonly Problem[];
}

/**
 * Reads YAML files of documents and checks each by the schema of its kind. What is wrong is told as problems, never
 * thrown. What it takes to read is loaded with the first call.
 *
 * @example
 * const { policies, problems } = await readDocuments([{ file: 'policies/tags.yml', text }]);
 * if (problems.length > 0) throw documentsError(problems);
 */
export async function readDocuments(files: readonly DocumentFile[]): Promise<Documents> {
  const { DocumentReader } = await import('./document-reader.ts');
  const reader = new DocumentReader();
  for (const { file, text } of files.toSorted((a, b) => compareText(a.file, b.file))) reader.read(file, text);
  return reader.documents();
}
