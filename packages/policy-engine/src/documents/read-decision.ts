import type { Decision } from '../decide.ts';
import type { JsonValue } from '../json.ts';
import type { Path } from './places.ts';

/** A decision that was saved as JSON, alone or as a part of another document. */
export interface SavedDecision {
  /** As the user calls it. */
  readonly file: string;
  readonly data: JsonValue;
  /** The way to it in the file. */
  readonly base?: Path;
}

/**
 * readDecision reads a decision that was saved. Nothing in it is trusted but what its schema, `schema/decision.json`, allows, and what
 * can follow from its verdicts. What it takes to read is loaded with the first call.
 * @throws PolicyEngineError when it is none: the file, the place, and what is wrong there.
 */
export async function readDecision(saved: SavedDecision): Promise<Decision> {
  return (await import('./decision-file.ts')).readDecisionFile(saved);
}
