import { hostFunctions } from './interface.ts';
import { notRego, type RegoModule } from './module.ts';

/** What a module says of itself. */
export interface SelfDescription {
  /** The names of its entry points. */
  readonly entrypoints: readonly string[];
  /** The built-in functions that it calls in its host, by their names. */
  readonly needed: readonly string[];
}

/**
 * describeModule asks a module for its version and its names before it is given to the library, which takes any version and
 * any function of JavaScript that has the name of a built-in function. An instance of its own makes sure that the library
 * gets the same answers. The version of the interface is 1.2 or later, which takes input and evaluates in one call.
 * @throws PolicyEngineError when it is not compiled Rego.
 */
export function describeModule({ compiled, memory: pages }: RegoModule): SelfDescription {
  const memory = new WebAssembly.Memory(pages);
  const refuse = () => {
    throw notRego('it calls its host before it is evaluated');
  };
  const stubs = Object.fromEntries([...hostFunctions.keys()].map((name) => [name, refuse]));
  const { exports } = unlessStopped(() => new WebAssembly.Instance(compiled, { env: { ...stubs, memory } }));
  const version = `${globalOf(exports, 'opa_wasm_abi_version')}.${globalOf(exports, 'opa_wasm_abi_minor_version')}`;
  if (!/^1\.([2-9]|[1-9]\d+)$/.test(version))
    throw notRego(`its interface has the version ${version}, not 1.2 or later`);
  const namesOf = (name: string) => readNames(memory, call(exports, 'opa_json_dump', call(exports, name)));
  // The library too asks for the built-in functions first, so that an earlier question cannot change the answer.
  const needed = namesOf('builtins');
  return { entrypoints: namesOf('entrypoints'), needed };
}

function globalOf(exports: WebAssembly.Instance['exports'], name: string): number {
  const global = exports[name];
  const value: unknown = global instanceof WebAssembly.Global ? global.value : null;
  if (typeof value !== 'number') throw notRego(`it has no "${name}"`);
  return value;
}

function call(exports: WebAssembly.Instance['exports'], name: string, ...numbers: readonly number[]): number {
  const exported = exports[name];
  if (typeof exported !== 'function') throw notRego(`it has no "${name}"`);
  const result: unknown = unlessStopped(() => exported(...numbers));
  return typeof result === 'number' ? result : 0;
}

function unlessStopped<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError)
      throw notRego('it stops before it is evaluated');
    throw error;
  }
}

/** The names in an object of JSON whose text begins at an address; the module has made sure that it ends. */
function readNames(memory: WebAssembly.Memory, address: number): readonly string[] {
  const bytes = new Uint8Array(memory.buffer);
  const text = new TextDecoder().decode(bytes.subarray(address, bytes.indexOf(0, address)));
  const names = parsed(text);
  if (typeof names !== 'object' || names === null) throw notRego('what it says of itself is no list of names');
  return Object.keys(names).sort();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notRego('what it says of itself is not JSON');
  }
}
