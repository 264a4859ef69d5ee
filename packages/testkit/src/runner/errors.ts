/** A use of the harness, or a workflow or action file, that cannot be carried out. The message says where and what to do. */
export class RunnerError extends Error {
  override readonly name = 'RunnerError';
}

/** messageOf gives the text of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
