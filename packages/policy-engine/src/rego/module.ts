import { PolicyEngineError } from '../error.ts';
import { ModuleError } from './byte-reader.ts';
import { type CountedModule, countSteps } from './count-steps.ts';

/** What compiled Rego asks of its host (OPA's "Wasm ABI", version 1). */
const HOST_FUNCTIONS = new Set([
  'opa_abort',
  'opa_println',
  'opa_builtin0',
  'opa_builtin1',
  'opa_builtin2',
  'opa_builtin3',
  'opa_builtin4',
]);

/** A module that was checked, and counts its steps. */
export interface RegoModule {
  readonly compiled: WebAssembly.Module;
  readonly initialPages: number;
}

/**
 * compileModule checks and compiles the module of a bundle.
 * @throws PolicyEngineError for a module that is not compiled Rego.
 */
export function compileModule(bytes: Uint8Array, maxSteps: number): RegoModule {
  const { bytes: counted, initialPages } = countedModule(bytes, maxSteps);
  let compiled: WebAssembly.Module;
  try {
    compiled = new WebAssembly.Module(counted);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) throw notRego('it is not valid WebAssembly');
    throw error;
  }
  for (const { module, name } of WebAssembly.Module.imports(compiled)) {
    if (module !== 'env' || !(name === 'memory' || HOST_FUNCTIONS.has(name)))
      throw notRego(`it wants "${module}.${name}", which no policy needs`);
  }
  return { compiled, initialPages };
}

/** The error for a module that OPA did not make. */
export function notRego(reason: string): PolicyEngineError {
  return new PolicyEngineError(
    `The module of the bundle is not compiled Rego: ${reason}. Build it with "opa build -t wasm -e <package>/<rule>".`,
  );
}

function countedModule(bytes: Uint8Array, maxSteps: number): CountedModule {
  try {
    return countSteps(bytes, maxSteps);
  } catch (error) {
    if (error instanceof ModuleError) throw notRego(error.message);
    throw error;
  }
}
