import schema from '../../schema/decision.json' with { type: 'json' };
import type { Decision } from '../decide.ts';
import { PolicyEngineError } from '../error.ts';
import { decisionMistake } from './decision-mistake.ts';
import { decision as isDecision } from './decision-validator.gen.ts';
import type { SavedDecision } from './read-decision.ts';
import { schemaMistakes } from './schema-mistakes.ts';

/** Reads a decision that was saved. */
export function readDecisionFile({ file, data, base = [] }: SavedDecision): Decision {
  if (!isDecision(data)) {
    const [mistake] = schemaMistakes(isDecision.errors ?? [], { schema, data, base });
    throw refusal(file, mistake?.message ?? 'The decision is not as it must be.');
  }
  const mistake = decisionMistake(data, base);
  if (mistake !== null) throw refusal(file, mistake);
  return data;
}

function refusal(file: string, message: string): PolicyEngineError {
  return new PolicyEngineError(`${file}: ${message} Give the file as Tollgate wrote it.`);
}
