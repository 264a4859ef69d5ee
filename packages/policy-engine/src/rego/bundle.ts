import { createHash } from 'node:crypto';
import { PolicyEngineError } from '../error.ts';
import { readRegoArchive } from './archive.ts';
import { type Evaluator, makeEvaluator, RegoStop } from './evaluator.ts';
import { compileModule, type ModuleLimits } from './module.ts';
import { describeModule } from './self-description.ts';

/** What the policies of a bundle may use. */
export interface RegoLimits extends ModuleLimits {
  /** Instructions that all evaluations of a bundle may run together. */
  readonly maxStepsInAll: number;
}

/**
 * Rego comes to an end by construction, but not soon: a rule over three lists takes the product of their lengths, and a
 * module need not come from Rego. A simple rule takes about 160,000 steps in 50 µs, and the limit is reached after 80 ms of
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
  /** `sha256:` and the hash of its bytes. */
  readonly digest: string;
  /** Evaluates an entry point over the JSON text of an input. The same input gives the same outcome on any machine. */
  evaluate(entrypoint: string, input: string): RegoOutcome;
}

/**
 * The built-in functions that the library calls in JavaScript; most of Rego's are compiled into the module. What asks the
 * clock, the network or chance is not among them, for then a verdict could not be repeated.
 */
const builtins: ReadonlySet<string> = new Set([
  'json.is_valid',
  'sprintf',
  'yaml.is_valid',
  'yaml.marshal',
  'yaml.unmarshal',
]);

/**
 * loadRegoBundle reads a bundle that `opa build -t wasm` made, or a bare module, and makes it ready.
 * @throws PolicyEngineError for anything else, and for a policy that needs built-in functions that are not here.
 */
export function loadRegoBundle(bytes: Uint8Array, limits: RegoLimits = defaultRegoLimits): RegoBundle {
  const { module: moduleBytes, data } = readRegoArchive(bytes);
  const module = compileModule(moduleBytes, limits);
  const { entrypoints, needed } = describeModule(module);
  refuseBuiltins(needed);
  const start = () => makeEvaluator(module, data, limits.maxSteps);
  try {
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    return { entrypoints, digest, evaluate: evaluation(entrypoints, start(), start, limits) };
  } catch (error) {
    if (error instanceof RegoStop) throw new PolicyEngineError(`The bundle cannot be loaded: ${error.message}.`);
    throw error;
  }
}

function refuseBuiltins(needed: readonly string[]): void {
  if (needed.includes('regex.split')) {
    throw new PolicyEngineError(
      'The policy needs the built-in function regex.split, which is not available here: it would run on the regular expressions of JavaScript, and these may take for ever for a short text. Use "split" or "regex.find_all_string_submatch_n".',
    );
  }
  const missing = needed.filter((name) => !builtins.has(name));
  if (missing.length > 0) {
    throw new PolicyEngineError(
      `The policy needs built-in functions of Rego that are not available here: ${missing.join(', ')}. What a verdict depends on must be in the input or in the data of the bundle; write the rule without them.`,
    );
  }
}

function evaluation(
  entrypoints: readonly string[],
  first: Evaluator,
  again: () => Evaluator,
  { maxStepsInAll }: RegoLimits,
): RegoBundle['evaluate'] {
  let evaluator: Evaluator | null = first;
  let stepsLeft = maxStepsInAll;
  return (entrypoint, input) => {
    if (!entrypoints.includes(entrypoint)) {
      throw new PolicyEngineError(`The bundle has no entry point "${entrypoint}".`);
    }
    if (stepsLeft <= 0) return failed('all its evaluations together take more steps than are allowed');
    // One that was stopped may have left its memory in any state.
    const used = evaluator ?? again();
    evaluator = null;
    try {
      const outcome = outcomeOf(used.evaluate(entrypoint, input));
      evaluator = used;
      return outcome;
    } catch (error) {
      if (error instanceof RegoStop) return failed(error.message);
      throw error;
    } finally {
      stepsLeft -= used.stepsTaken();
    }
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
