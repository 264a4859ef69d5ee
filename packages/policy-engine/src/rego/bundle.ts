import { PolicyEngineError } from '../error.ts';
import { readRegoArchive } from './archive.ts';
import { builtins } from './builtins.ts';
import { RegoStop } from './host.ts';
import { type InstanceLimits, makeInstance, type RegoInstance } from './instance.ts';
import { compileModule, type RegoModule } from './module.ts';

/** What the policies of a bundle may use. */
export interface RegoLimits extends InstanceLimits {
  /** Instructions of WebAssembly that one evaluation may run, as an upper bound; at most 2,147,483,647. */
  readonly maxSteps: number;
  /** Instructions that all evaluations of a bundle may run together. */
  readonly maxStepsInAll: number;
  /** Memory in pages of 64 KiB. */
  readonly maxPages: number;
}

/**
 * Rego comes to an end by construction, but not soon: a rule over three lists takes the product of their lengths, and a
 * module need not come from Rego. A simple rule takes about 150,000 steps in 10 µs, and the limit is reached after 30 ms of
 * Rego, or half a second of the tightest loop.
 */
export const defaultRegoLimits: RegoLimits = {
  maxSteps: 1_000_000_000,
  maxStepsInAll: 20_000_000_000,
  maxPages: 1024,
};

/** The value of an entry point. */
export type RegoOutcome =
  | { readonly kind: 'value'; readonly value: unknown }
  /** None of its rules has a value for this input. */
  | { readonly kind: 'undefined' }
  /** The end of a sentence: what the policy did. */
  | { readonly kind: 'error'; readonly message: string };

/** A compiled Rego policy with its data. */
export interface RegoBundle {
  /** `package/rule`, sorted. */
  readonly entrypoints: readonly string[];
  /** Evaluates an entry point over the JSON text of an input. The same input gives the same outcome on any machine. */
  evaluate(entrypoint: string, input: string): RegoOutcome;
}

/**
 * loadRegoBundle reads a bundle that `opa build -t wasm` made, or a bare module, and makes it ready.
 * @throws PolicyEngineError for anything else, and for a policy that needs built-in functions that are not here.
 */
export function loadRegoBundle(bytes: Uint8Array, limits: RegoLimits = defaultRegoLimits): RegoBundle {
  const { module: moduleBytes, data } = readRegoArchive(bytes);
  const module = compileModule(moduleBytes, limits.maxSteps);
  const first = firstInstance(module, data, limits);
  const missing = first.needed.filter((name) => !builtins.has(name)).sort();
  if (missing.length > 0) {
    throw new PolicyEngineError(
      `The policy needs built-in functions of Rego that are not available here: ${missing.join(', ')}. What a verdict depends on must be in the input or in the data of the bundle; write the rule without them.`,
    );
  }
  return makeBundle(first, () => makeInstance(module, data, limits), limits);
}

function firstInstance(module: RegoModule, data: string, limits: RegoLimits): RegoInstance {
  try {
    return makeInstance(module, data, limits);
  } catch (error) {
    if (error instanceof RegoStop) throw new PolicyEngineError(`The bundle cannot be loaded: ${error.message}.`);
    throw error;
  }
}

function makeBundle(first: RegoInstance, again: () => RegoInstance, { maxStepsInAll }: RegoLimits): RegoBundle {
  const { entrypoints } = first;
  let instance: RegoInstance | null = first;
  let stepsLeft = maxStepsInAll;
  return {
    entrypoints: [...entrypoints.keys()].sort(),
    evaluate(entrypoint, input) {
      const number = entrypoints.get(entrypoint);
      if (number === undefined) throw new PolicyEngineError(`The bundle has no entry point "${entrypoint}".`);
      if (stepsLeft <= 0) return failed('all its evaluations together take more steps than are allowed');
      // One that was stopped may have left its memory in any state.
      const used = instance ?? again();
      instance = null;
      try {
        const outcome = outcomeOf(used.evaluate(number, input));
        instance = used;
        return outcome;
      } catch (error) {
        if (error instanceof RegoStop) return failed(error.message);
        if (error instanceof PolicyEngineError) return failed(error.message.replace(/\.$/, ''));
        throw error;
      } finally {
        stepsLeft -= used.stepsTaken();
      }
    },
  };
}

function failed(message: string): RegoOutcome {
  return { kind: 'error', message };
}

function outcomeOf(results: unknown): RegoOutcome {
  if (!Array.isArray(results)) return failed('it gave no list of results');
  const [first]: readonly unknown[] = results;
  if (typeof first !== 'object' || first === null || !('result' in first)) return { kind: 'undefined' };
  return { kind: 'value', value: first.result };
}
