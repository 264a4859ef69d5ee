/** How many numbers of 32 bits a function takes and gives. */
export interface Signature {
  readonly takes: number;
  readonly gives: number;
}

/**
 * What compiled Rego asks of its host (OPA's "Wasm ABI", version 1.2 and later). `opa_println` is not among them: policies
 * that are built by `opa build` do not have it, and it would write into the output of the command.
 */
export const hostFunctions: ReadonlyMap<string, Signature> = new Map([
  ['opa_abort', { takes: 1, gives: 0 }],
  ['opa_builtin0', { takes: 2, gives: 1 }],
  ['opa_builtin1', { takes: 3, gives: 1 }],
  ['opa_builtin2', { takes: 4, gives: 1 }],
  ['opa_builtin3', { takes: 5, gives: 1 }],
  ['opa_builtin4', { takes: 6, gives: 1 }],
]);

/** What its host calls. */
export const policyFunctions: ReadonlyMap<string, Signature> = new Map([
  ['builtins', { takes: 0, gives: 1 }],
  ['entrypoints', { takes: 0, gives: 1 }],
  ['opa_eval', { takes: 7, gives: 1 }],
  ['opa_heap_ptr_get', { takes: 0, gives: 1 }],
  ['opa_heap_ptr_set', { takes: 1, gives: 0 }],
  ['opa_json_dump', { takes: 1, gives: 1 }],
  ['opa_json_parse', { takes: 2, gives: 1 }],
  ['opa_malloc', { takes: 1, gives: 1 }],
]);
