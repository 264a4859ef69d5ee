import type { Mistake, SchemaError } from '../schema-mistakes.ts';
import type { Schema } from '../schema-node.ts';

/** A kind of documents: its schema, and what a schema cannot say. */
export interface Kind<Document> {
  /** As documents name it: `Policy`. */
  readonly name: string;
  readonly schema: Schema;
  readonly validate: Validator<Document>;
  /** What is wrong with a document that its schema allows. */
  check(document: Document): readonly Mistake[];
}

/** The check of a schema, compiled by ajv; `errors` are those of the last call. */
export interface Validator<Document> {
  (data: unknown): data is Document;
  readonly errors?: readonly SchemaError[] | null;
}

/** A mistake in a value. */
export function mistakeAt(path: Mistake['path'], message: string): Mistake {
  return { path, about: 'value', message };
}
