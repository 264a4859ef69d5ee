import { Ajv2019, type ErrorObject, type ValidateFunction } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import type { Description, Operation, Parameter } from './description.ts';
import { closed } from './openapi-schema.ts';

/** What is wrong with a value, as the validator says it. */
export type SchemaProblem = ErrorObject;

/** A checked value: query and path values have become numbers and booleans where the description says so. */
export type Checked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly SchemaProblem[] };

/** The checks of requests and answers against GitHub's description. Each schema is compiled when first needed. */
export interface SchemaChecks {
  path(operation: Operation, values: Readonly<Record<string, string>>): Checked;
  query(operation: Operation, values: Readonly<Record<string, string>>): Checked;
  body(operation: Operation, value: unknown): Checked;
  /** An answer of the given status; `undefined` is an answer without a body. */
  answer(operation: Operation, status: number, value: unknown): Checked;
}

const OPTIONS = { strict: false, validateSchema: false, allErrors: true, verbose: true } as const;

/** createSchemaChecks prepares the checks of all operations of a description. */
export function createSchemaChecks(description: Description): SchemaChecks {
  const { operations, components } = description;
  const requests = withFormats(new Ajv2019(OPTIONS));
  const coerced = withFormats(new Ajv2019({ ...OPTIONS, coerceTypes: true }));
  const answers = withFormats(new Ajv2019({ ...OPTIONS, allErrors: false, verbose: false }));
  const bodies = Object.fromEntries(
    operations.map((operation) => [operation.id, closed(operation.body?.schema ?? true)]),
  );
  const document = { components, bodies, query: parameters(operations, 'query'), path: parameters(operations, 'path') };
  requests.addSchema(document, 'github');
  coerced.addSchema(document, 'github');
  answers.addSchema({ components, answers: answerSchemas(operations) }, 'github');

  const compiled = new Map<string, ValidateFunction>();
  const check = (ajv: Ajv2019, pointer: readonly string[], value: unknown): Checked => {
    const reference = `github#/${pointer.map((part) => part.replaceAll('/', '~1')).join('/')}`;
    const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference });
    compiled.set(reference, validate);
    return validate(value) ? { ok: true, value } : { ok: false, problems: validate.errors ?? [] };
  };
  return {
    path: (operation, values) => check(coerced, ['path', operation.id], { ...values }),
    query: (operation, values) => check(coerced, ['query', operation.id], { ...values }),
    body: (operation, value) => check(requests, ['bodies', operation.id], value),
    answer: (operation, status, value) => {
      const schema = operation.answers.get(status);
      if (schema === undefined) return { ok: true, value };
      return check(answers, ['answers', operation.id, String(status)], value);
    },
  };
}

function withFormats(ajv: Ajv2019): Ajv2019 {
  // The package is CommonJS: what it exports is itself or its member `default`, by the loader.
  const add = 'default' in addFormats ? addFormats.default : addFormats;
  add(ajv);
  ajv.addFormat('binary', true);
  // GitHub's own answers have empty addresses, and bots with square brackets in their mail address.
  ajv.addFormat('uri', (text: string) => text === '' || URL.canParse(text));
  ajv.addFormat('email', (text: string) => /^\S+@\S+$/.test(text));
  return ajv;
}

function parameters(operations: readonly Operation[], place: Parameter['in']) {
  return Object.fromEntries(
    operations.map((operation) => {
      const own = operation.parameters.filter((parameter) => parameter.in === place);
      return [
        operation.id,
        {
          type: 'object',
          properties: Object.fromEntries(own.map(({ name, schema }) => [name, schema])),
          required: own.filter(({ required }) => required).map(({ name }) => name),
          additionalProperties: false,
        },
      ];
    }),
  );
}

function answerSchemas(operations: readonly Operation[]) {
  return Object.fromEntries(
    operations.map((operation) => [
      operation.id,
      Object.fromEntries([...operation.answers].map(([status, schema]) => [String(status), schema ?? true])),
    ]),
  );
}
