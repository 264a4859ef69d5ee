import type { JsonObject } from '../json.ts';

/** A JSON Schema of the form `rego`. */
export const regoSchema: JsonObject = {
  type: 'object',
  required: ['bundle', 'entrypoint'],
  additionalProperties: false,
  properties: {
    bundle: { type: 'string', minLength: 1, description: 'The file that `opa build -t wasm` made.' },
    entrypoint: { type: 'string', minLength: 1, description: 'The entry point as it was built: `tollgate/deny`.' },
    reads: {
      type: 'array',
      minItems: 1,
      items: { type: 'string', pattern: '^[^.]+(\\.[^.]+)*$' },
      description: 'The parts of the input that the policy gets, `*` for every element. Everything unless given.',
    },
    expect: { enum: ['deny', 'allow'], description: 'What a truth value means. `allow` unless given.' },
    params: { type: 'object', description: 'What the policy gets as `input.params`.' },
  },
};
