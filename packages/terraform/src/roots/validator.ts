/** The check of a schema, as code that scripts/validators.ts makes; `errors` are those of the last call. */
export interface Validator<Data> {
  (data: unknown): data is Data;
  readonly errors?: readonly SchemaError[] | null;
}

/** A mistake as ajv tells it: the part of its `ErrorObject` that is needed. */
export interface SchemaError {
  readonly keyword: string;
  /** A JSON Pointer into the data. */
  readonly instancePath: string;
  readonly params: { readonly [name: string]: unknown };
  /** The end of a sentence in ajv's words. */
  readonly message?: string;
}
