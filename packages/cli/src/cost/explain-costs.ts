import { explainWork, type PolicySet } from '@tollgate/policy-engine';
import { checkCosts, costGate, costSubjects, defaultAgeLimitDays } from '@tollgate/pricing';
import type { VariableOption } from '../evaluation/variable-options.ts';
import { dayOfRun } from '../policy/day-of-run.ts';
import type { ExplainedGates } from '../policy/gates.ts';
import type { PolicyOptions } from '../policy/policy-options.ts';
import { type RunOptions, resourcesRun } from '../policy/run-options.ts';
import { openPriceFiles } from '../prices/price-files.ts';
import type { ConfigurationOptions } from '../resources/configuration-options.ts';
import type { Terminal } from '../terminal.ts';
import { comparedWith } from './compared-with.ts';
import { costRoots } from './cost-roots.ts';
import { refuseUnread } from './judge-costs.ts';
import { price } from './price.ts';

/** Which costs are explained. */
export interface ExplainCostsRequest extends ConfigurationOptions, PolicyOptions, RunOptions {
  /** Whether it is about a resource, or about a sum: the total, a root module, an environment. */
  readonly isResource: boolean;
  /** Folders, patterns of folders, plans and states. */
  readonly paths: readonly string[];
  readonly variables: readonly VariableOption[];
  /** As for `tollgate cost`: what the change is from; undefined for costs without a change. */
  readonly compareTo: string | undefined;
  readonly usageFile?: string;
}

/** Prices and judges as `tollgate cost` does, and gives what is needed to explain the verdicts of the gate `cost`. */
export async function explainCosts(
  set: PolicySet,
  request: ExplainCostsRequest,
  terminal: Terminal,
): Promise<ExplainedGates> {
  const files = openPriceFiles(terminal);
  const compared = comparedWith(request.compareTo, terminal);
  const roots = await costRoots(request, terminal);
  const date = dayOfRun(request.now, terminal);
  const { costs, decision } = await checkCosts(
    set,
    files,
    () =>
      price(
        {
          ...request,
          ...compared,
          roots,
          gonePaths: request.paths,
          wantsBefore: true,
          pricing: { files, date, maxPriceAge: defaultAgeLimitDays, lookUps: null },
        },
        terminal,
      ),
    await resourcesRun(request, terminal),
  );
  refuseUnread(costs);
  const subjects = costSubjects(costs).filter(
    ({ reference }) => (reference.kind === 'resource') === request.isResource,
  );
  return { works: [explainWork(costGate(files), () => subjects)], verdicts: decision.verdicts };
}
