import type { PricingFiles, UsageNeed } from '@tollgate/pricing';
import { resourceViews } from '@tollgate/resources';
import { tagReport } from '@tollgate/tags';
import type { RootModule, SourceTree } from '@tollgate/terraform';
import { evaluateRoot } from '../../policy/simulate/evaluated-roots.ts';
import { type GitFacts, gitFacts } from './git-facts.ts';
import { toolsIn } from './known-tools.ts';
import { type ProviderUse, providerUses } from './provider-use.ts';
import { runningGates } from './running-gates.ts';
import { type RootNaming, settleRoots } from './settled-roots.ts';
import { usageFiles } from './usage-files.ts';
import { usageNeeds } from './usage-needs.ts';

/** What a repository has that its gates depend on. */
export interface Survey {
  /** Null where there is no git repository. */
  readonly git: GitFacts | null;
  readonly roots: readonly RootModule[];
  /** Null when the gates find the root modules as it is. */
  readonly naming: RootNaming | null;
  /** Root modules that cannot be evaluated, with the reason: nothing is known of their resources. */
  readonly unread: readonly UnreadRoot[];
  readonly providers: readonly ProviderUse[];
  /** The best one first: those that another tool names, then those at the top. */
  readonly usageFiles: readonly string[];
  readonly usageNeeds: readonly UsageNeed[];
  /** Other tools that the repository is used with. */
  readonly tools: readonly string[];
  /** Workflows that gate already, by the action. */
  readonly running: ReadonlyMap<string, string>;
  /** What cannot be taken over from other tools, in sentences. */
  readonly notices: readonly string[];
}

/** A root module that cannot be evaluated. */
export interface UnreadRoot {
  readonly name: string;
  readonly reason: string;
}

/** Where a survey looks, and what it needs beside the repository. */
export interface SurveyInput {
  /** From the top of the repository. */
  readonly tree: SourceTree;
  /** The folder `.git`; null where there is no git repository. */
  readonly gitFolder: SourceTree | null;
  /** The workflow that `tollgate init` writes, which does not count as one that gates already. */
  readonly ownWorkflow: string;
  /** Variables of the environment, such as `TF_VAR_region`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly prices: PricingFiles;
  /** The day of the run. */
  readonly date: string;
}

/**
 * Looks at a repository. Root modules that cannot be evaluated are told, and the others are looked at all the same.
 * @throws TerraformError when `tollgate.yml` cannot be used.
 */
export async function surveyRepository({
  tree,
  gitFolder,
  ownWorkflow,
  environment,
  prices,
  date,
}: SurveyInput): Promise<Survey> {
  const { roots, naming, notices, usageFiles: named } = await settleRoots(tree);
  const results = roots.map((root) => ({ name: root.name, result: evaluateRoot(tree, root, environment) }));
  const inputs = results.flatMap(({ result }) =>
    result.kind === 'evaluated' ? [{ kind: 'configuration', evaluation: result.evaluation } as const] : [],
  );
  const tagged = inputs.flatMap((input) => tagReport(input).resources);
  const providers = providerUses(tagged);
  const keys = new Set(providers.flatMap((provider) => provider.keys.map(({ key }) => key)));
  const views = inputs.map((input) => resourceViews(input));
  const folders = roots.map(({ path }) => path);
  const beside = usageFiles(tree, folders);
  return {
    git: gitFolder === null ? null : gitFacts(gitFolder),
    roots,
    naming,
    unread: results.flatMap(({ name, result }) => (result.kind === 'failed' ? [{ name, reason: result.reason }] : [])),
    providers,
    usageFiles: [...new Set([...named, ...beside])],
    usageNeeds: usageNeeds(views, { files: prices, date }),
    tools: toolsIn(tree, keys),
    running: runningGates(tree, ownWorkflow),
    notices,
  };
}
