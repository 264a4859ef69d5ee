/** The check of a schema, compiled by ajv; `errors` are those of the last call: the first mistake that it found. */
export interface Validator<Document> {
  (data: unknown): data is Document;
  readonly errors?: readonly SchemaError[] | null;
}

/** What ajv says of a mistake: the part of it that is needed. */
export interface SchemaError {
  readonly keyword: string;
  /** A JSON Pointer. */
  readonly instancePath: string;
  readonly params: { readonly [name: string]: unknown };
}
