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
  /** A JSON Pointer into the schema, to the keyword. */
  readonly schemaPath: string;
  readonly params: { readonly [name: string]: unknown };
  /** The name that the schema of names does not allow. */
  readonly propertyName?: string;
  /** The end of a sentence in ajv's words, from validators that have them. */
  readonly message?: string;
}
