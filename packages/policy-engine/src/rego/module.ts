import { PolicyEngineError } from '../error.ts';
import { ModuleError } from './byte-reader.ts';
import { type GuardedModule, guardModule } from './guard-module.ts';

/** What an evaluation may use at most. */
export interface ModuleLimits {
  /** Instructions of WebAssembly that one evaluation may run, as an upper bound; at most 2,147,483,647. */
  readonly maxSteps: number;
  /** Memory in pages of 64 KiB. */
  readonly maxPages: number;
}

/** A module that was checked, and comes to an end. */
export interface RegoModule {
  readonly compiled: WebAssembly.Module;
  /** The memory that it gets, in pages. */
  readonly memory: { readonly initial: number; readonly maximum: number };
}

/** The first pages that the library gives; a module that needs more says so. */
const MIN_PAGES = 5;
const PAGES_OF_MEBIBYTE = 16;

/**
 * compileModule checks and compiles the module of a bundle.
 * @throws PolicyEngineError for a module that is not compiled Rego, or that needs too much memory at once.
 */
export function compileModule(bytes: Uint8Array, { maxSteps, maxPages }: ModuleLimits): RegoModule {
  const { bytes: guarded, initialPages } = guardedModule(bytes, maxSteps);
  if (initialPages > maxPages) {
    throw new PolicyEngineError(
      `The bundle cannot be loaded: it needs more than ${maxPages / PAGES_OF_MEBIBYTE} MiB of memory.`,
    );
  }
  const memory = { initial: Math.max(initialPages, MIN_PAGES), maximum: maxPages };
  try {
    return { compiled: new WebAssembly.Module(guarded), memory };
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) throw notRego('it is not valid WebAssembly');
    throw error;
  }
}

/** The error for a module that OPA did not make. */
export function notRego(reason: string): PolicyEngineError {
  return new PolicyEngineError(
    `The module of the bundle is not compiled Rego: ${reason}. Build it with "opa build -t wasm -e <package>/<rule>".`,
  );
}

function guardedModule(bytes: Uint8Array, maxSteps: number): GuardedModule {
  try {
    return guardModule(bytes, maxSteps);
  } catch (error) {
    if (error instanceof ModuleError) throw notRego(error.message);
    throw error;
  }
}
