import { type Decision, type JsonValue, readDecision } from '@tollgate/policy-engine';
import { type CostChange, type CostChangeFile, readCostChange } from '@tollgate/pricing';
import type { ResultFile } from './result-files.ts';

/** What a job found. */
export interface JobResult extends CostChangeFile {
  /** Null when there were no policies in the job. */
  readonly decision: Decision | null;
}

/**
 * Reads the results of jobs. Nothing in them is trusted but what the schemas of the change and of the decision allow.
 * @throws PricingError and PolicyEngineError for a file that is none, with the place in it.
 */
export async function readResults([first, ...others]: readonly [ResultFile, ...ResultFile[]]): Promise<
  readonly [JobResult, ...JobResult[]]
> {
  const results: [JobResult, ...JobResult[]] = [await readResult(first)];
  for (const file of others) results.push(await readResult(file));
  return results;
}

async function readResult({ file, text }: ResultFile): Promise<JobResult> {
  // The schema of a change allows more than it names, such as what policies said of it: some JSON, of which nothing is known yet.
  const change: CostChange & { readonly decision?: JsonValue } = readCostChange(file, text);
  const { decision: data } = change;
  const decision = data === undefined ? null : await readDecision({ file, data, base: ['decision'] });
  return { file, change, decision };
}
