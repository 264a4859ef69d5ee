import { readPolicySet } from '@tollgate/policy-engine';
import { checkCosts, type PricedRun, type PricingFiles } from '@tollgate/pricing';
import type { Report } from '@tollgate/reporting';
import { policySources } from '@tollgate/resources';
import { UsageError } from '../error.ts';
import { type PolicyOptions, policySetOf } from '../policy/policy-options.ts';
import { type RunOptions, resourcesRun } from '../policy/run-options.ts';
import type { Terminal } from '../terminal.ts';

/** What the command found. */
export interface FoundCosts {
  readonly run: PricedRun;
  /** The decision on a change, or by policies; null where costs are only told. */
  readonly judged: Report | null;
  /** Whether it is about a change. */
  readonly isCompared: boolean;
}

/** Whether, and by what, costs are judged. */
export interface JudgeCostsRequest extends PolicyOptions, RunOptions {
  /** Whether they are compared with others. */
  readonly isCompared: boolean;
}

/**
 * Prices, and judges by the policies that are named. They are looked through before anything is read: with a broken one nothing is
 * judged. Costs that are only told must all be told: a root module with errors ends the run.
 * @throws UsageError for a root module with errors, PolicyEngineError for mistakes in policies.
 */
export async function judgeCosts(
  request: JudgeCostsRequest,
  price: (wantsBefore: boolean) => Promise<PricedRun>,
  files: PricingFiles,
  terminal: Terminal,
): Promise<FoundCosts> {
  const { policy = [], environment = null, isCompared } = request;
  if (policy.length === 0 && !isCompared) {
    const run = await price(false);
    refuseUnread(run);
    return { run, judged: null, isCompared };
  }
  const set =
    policy.length === 0
      ? await readPolicySet({ names: [], environment }, policySources(terminal))
      : await policySetOf(request, terminal);
  const { costs, ...judged } = await checkCosts(set, files, () => price(true), await resourcesRun(request, terminal));
  return { run: costs, judged, isCompared };
}

/** @throws UsageError for a root module with errors. */
export function refuseUnread({ unread }: PricedRun): void {
  const problems = unread.flatMap(({ errors }) =>
    errors.map(({ message, source }) =>
      source === undefined ? message : `${source.file}:${source.startLine}: ${message}`,
    ),
  );
  if (problems.length === 0) return;
  throw new UsageError(`${problems.join('\n')}\nNothing was estimated: mend the configuration first.`);
}
