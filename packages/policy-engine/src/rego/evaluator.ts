import opa from '@open-policy-agent/opa-wasm';
import { STEPS_EXPORT } from './guard-module.ts';
import type { RegoModule } from './module.ts';

/** What stopped an evaluation: a policy's own mistake, or a limit. The message is the end of a sentence. */
export class RegoStop extends Error {
  override readonly name = 'RegoStop';
}

/** A policy that is ready in the library, with its data. */
export interface Evaluator {
  /**
   * The results of an entry point for the JSON text of an input: a list of `{"result": value}`, which is empty when the rule
   * has no value.
   * @throws RegoStop; the evaluator must not be used again after that, for its memory may be in any state.
   */
  evaluate(entrypoint: string, input: string): unknown;
  /** Steps that the last evaluation took. */
  stepsTaken(): number;
}

const MAX_REASON = 500;

/**
 * makeEvaluator gives a module and the JSON text of its data to the library.
 * @throws RegoStop when the data cannot be read or does not fit.
 */
export function makeEvaluator({ compiled, memory }: RegoModule, data: string, maxSteps: number): Evaluator {
  // The library sets what is not there in the object that it gets.
  const policy = stopped(null, () => opa.loadPolicySync(compiled, { ...memory }));
  const exported = policy.wasmInstance.exports[STEPS_EXPORT];
  const counter = exported instanceof WebAssembly.Global ? exported : null;
  stopped(counter, () => policy.setData(bytesOf(data)));
  return {
    stepsTaken: () => maxSteps - stepsLeft(counter),
    evaluate(entrypoint, input) {
      if (counter !== null) counter.value = maxSteps;
      return stopped(counter, () => policy.evaluate(bytesOf(input), entrypoint));
    },
  };
}

function bytesOf(text: string): ArrayBuffer {
  return Uint8Array.from(new TextEncoder().encode(text)).buffer;
}

/** Runs something of the library, which throws texts and objects too. */
function stopped<Result>(counter: WebAssembly.Global | null, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw new RegoStop(stepsLeft(counter) < 0 ? 'it takes more steps than are allowed' : reasonOf(error));
  }
}

function stepsLeft(counter: WebAssembly.Global | null): number {
  return typeof counter?.value === 'number' ? counter.value : 0;
}

function reasonOf(error: unknown): string {
  if (error instanceof WebAssembly.RuntimeError) return 'it does what WebAssembly forbids';
  const message = messageOf(error);
  if (error instanceof RangeError && message.includes('call stack')) return 'its rules or values are nested too deeply';
  if (error instanceof RangeError && message.includes('grow')) return 'its input does not fit into its memory';
  if (message.includes('malloc')) return 'it needs more memory than is allowed';
  return message.length <= MAX_REASON ? message : `${message.slice(0, MAX_REASON).toWellFormed()}…`;
}

function messageOf(error: unknown): string {
  if (typeof error === 'string') return error;
  const { message } = typeof error === 'object' && error !== null && 'message' in error ? error : { message: null };
  return typeof message === 'string' && message !== '' ? message.replace(/\.$/, '') : 'its evaluation failed';
}
