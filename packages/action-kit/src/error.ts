/** An action cannot do its work with what it was given. The message says what, where, and how to mend it. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
}
