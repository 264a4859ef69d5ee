import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonObject, JsonValue } from '../json.ts';
import type { Path } from './places.ts';
import { type Mistake, schemaMistakes } from './schema-mistakes.ts';

const validators = new WeakMap<JsonObject, ValidateFunction>();

/**
 * dataMistakes says what a gate's schema of `given` has against a case of a policy test. Only the command runs these tests, so that
 * there is no code of these schemas, which every action would have to carry.
 * @param base the way from the document to the value
 */
export async function dataMistakes(schema: JsonObject, value: JsonValue, base: Path): Promise<readonly Mistake[]> {
  let validate = validators.get(schema);
  if (validate === undefined) {
    // Loaded when it is first needed, for it is large.
    const { Ajv2020 } = await import('./schema-checker.ts');
    validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
    validators.set(schema, validate);
  }
  return validate(value) ? [] : schemaMistakes(validate.errors ?? [], { schema, data: value, base });
}
