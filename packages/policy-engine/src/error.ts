/** Broken input of the engine: a policy or a gate's result that contradicts itself. The message says how to mend it. */
export class PolicyEngineError extends Error {
  override readonly name = 'PolicyEngineError';
}
