import type { Mistake } from '../schema-mistakes.ts';
import type { Schema } from '../schema-node.ts';
import type { Validator } from '../validator.ts';

/** A kind of documents: its schema, and what a schema cannot say. */
export interface Kind<Document> {
  /** As documents name it: `Policy`. */
  readonly name: string;
  readonly schema: Schema;
  readonly validate: Validator<Document>;
  /** What is wrong with a document that its schema allows. */
  check(document: Document): readonly Mistake[];
}

/** A mistake in a value. */
export function mistakeAt(path: Mistake['path'], message: string): Mistake {
  return { path, about: 'value', message };
}
