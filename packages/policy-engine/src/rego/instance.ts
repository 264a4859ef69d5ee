import { Host } from './host.ts';
import { notRego, type RegoModule } from './module.ts';

/** The first pages that OPA's own hosts give; a module that needs more says so. */
const MIN_PAGES = 5;

/** A module with its memory, into which data was loaded. */
export interface RegoInstance {
  /** The names of entry points with their numbers. */
  readonly entrypoints: ReadonlyMap<string, number>;
  /** The built-in functions that it calls, by their names. */
  readonly needed: readonly string[];
  /**
   * The results of an entry point: a list of `{"result": value}`, which is empty when the rule has no value.
   * @throws RegoStop; the instance must not be used again after that.
   */
  evaluate(entrypoint: number, input: string): unknown;
  /** Steps that the last evaluation took. */
  stepsTaken(): number;
}

export interface InstanceLimits {
  readonly maxSteps: number;
  /** Pages of 64 KiB. */
  readonly maxPages: number;
}

/**
 * makeInstance starts a module and loads its data. The version of the interface is 1.2 or later, which takes input and
 * evaluates in one call. The package `@open-policy-agent/opa-wasm` does the same; it searches the end of a text beyond
 * the memory for ever, and the tests compare it with this host.
 * @throws PolicyEngineError when it is not compiled Rego, RegoStop when its data does not fit.
 */
export function makeInstance(
  { compiled, initialPages }: RegoModule,
  data: string,
  limits: InstanceLimits,
): RegoInstance {
  const host = new Host(compiled, Math.max(initialPages, MIN_PAGES), limits.maxPages);
  const version = host.global('opa_wasm_abi_version');
  const minor = host.global('opa_wasm_abi_minor_version');
  if (version !== 1 || minor < 2) throw notRego(`its interface has the version ${version}.${minor}, not 1.2 or later`);
  const entrypoints = readNumbers(host.readJson(host.call('entrypoints')));
  const needed = readNumbers(host.readJson(host.call('builtins')));
  for (const [name, number] of needed) host.builtinNames.set(number, name);
  const dataAddress = host.writeJson(data);
  const heap = host.call('opa_heap_ptr_get');
  return {
    entrypoints,
    needed: [...needed.keys()],
    stepsTaken: () => limits.maxSteps - host.steps,
    evaluate(entrypoint, input) {
      host.steps = limits.maxSteps;
      const length = host.write(heap, input);
      return host.readText(host.call('opa_eval', 0, entrypoint, dataAddress, heap, length, heap + length, 0));
    },
  };
}

function readNumbers(value: unknown): Map<string, number> {
  const numbers = new Map<string, number>();
  if (typeof value !== 'object' || value === null) throw notRego('it does not tell its entry points');
  for (const [name, number] of Object.entries(value)) if (typeof number === 'number') numbers.set(name, number);
  return numbers;
}
