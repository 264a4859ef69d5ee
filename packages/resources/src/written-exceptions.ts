import {
  documentsError,
  type Exception,
  type ExceptionDocument,
  exceptionOfDocument,
  type Located,
  parseInlineExceptions,
} from '@tollgate/policy-engine';
import type { SourceTree } from '@tollgate/terraform';
import { inlineComments } from './inline-comments.ts';
import type { ResourceView } from './resource-view.ts';

/** Where exceptions from rules on resources are written. */
export interface ExceptionPlaces {
  readonly documents: readonly Located<ExceptionDocument>[];
  /** The files that the places of the resources name. */
  readonly tree: SourceTree;
  readonly resources: readonly ResourceView[];
}

/**
 * Gives the exceptions of documents, and those of comments in the configuration, as one kind of thing.
 * @throws PolicyEngineError for a comment that is meant as an exception and is none, at its line and column.
 */
export function writtenExceptions({ documents, tree, resources }: ExceptionPlaces): readonly Exception[] {
  const comments = inlineComments(tree, resources).map(parseInlineExceptions);
  const problems = comments.flatMap((comment) => comment.problems);
  if (problems.length > 0) throw documentsError(problems);
  return [...documents.map(exceptionOfDocument), ...comments.flatMap(({ exceptions }) => exceptions)];
}
