import type { PolicySet } from '@tollgate/policy-engine';
import { environmentOf, openPricing, planCostFixes, repositorySettings, runUsage } from '@tollgate/pricing';
import { environmentsOf, type OpenedFolder, type PlannedFixes, plannedFixes } from '@tollgate/resources';
import { type FixOptions, planFixes, tagLookup } from '@tollgate/tags';
import { type SourceTree, withFiles } from '@tollgate/terraform';
import { openPriceFiles } from '../prices/price-files.ts';
import type { Terminal } from '../terminal.ts';

/** What is to be mended, whatever it is about. */
export interface FixRequest extends FixOptions {
  readonly opened: OpenedFolder;
  readonly usageFile: string | undefined;
}

/**
 * Plans the edits that rules about tags ask for, and then, of the configuration with them, those that rules about costs ask for.
 * @throws PolicyEngineError for mistakes in policies and exceptions, PricingError for those in usage and settings.
 */
export async function planAllFixes(request: FixRequest, terminal: Terminal): Promise<PlannedFixes> {
  const { opened, set } = request;
  const isAboutCosts = ({ gate }: PolicySet['policies'][number]) => gate === 'cost';
  const costs = { ...set, policies: set.policies.filter(isAboutCosts) };
  const others = { ...set, policies: set.policies.filter((policy) => !isAboutCosts(policy)) };
  if (costs.policies.length === 0) return planFixes(opened.tree, request);
  const tags = others.policies.length === 0 ? null : await planFixes(opened.tree, { ...request, set: others });
  const edited = editedFiles(tags);
  const mended = await mendCosts(withFiles(opened.tree, edited), { ...request, set: costs }, terminal);
  if (tags === null) return mended;
  return plannedFixes(opened.tree, {
    folder: opened.folder,
    fixes: [...tags.plan.fixes, ...mended.plan.fixes],
    files: new Map([...edited, ...editedFiles(mended)]),
    notices: [...new Set([...tags.plan.notices, ...mended.plan.notices])],
  });
}

function editedFiles(planned: PlannedFixes | null): ReadonlyMap<string, Uint8Array> {
  return new Map([...(planned?.texts ?? [])].map(([path, { after }]) => [path, Buffer.from(after)]));
}

async function mendCosts(tree: SourceTree, request: FixRequest, terminal: Terminal): Promise<PlannedFixes> {
  const { opened, set, run, options, usageFile, only, shared, onEvaluated } = request;
  const files = openPriceFiles(terminal);
  const settings = await repositorySettings(opened.tree, files);
  const pricing = openPricing({ files, date: run.now, settings, lookUps: null });
  const usage = runUsage(usageFile === undefined ? null : { file: usageFile }, null, files, terminal).after;
  const { folder } = opened;
  const { workspace } = options;
  return planCostFixes(tree, {
    set,
    files,
    run,
    options,
    inputOf(resources, evaluation) {
      const tagsOf = tagLookup({ kind: 'configuration', evaluation });
      return pricing.inputOf({ resources, environments: environmentsOf(opened), tagsOf }, usage);
    },
    environment: run.environment ?? environmentOf({ folder, ...(workspace === undefined ? {} : { workspace }) }),
    only,
    shared,
    ...(onEvaluated === undefined ? {} : { onEvaluated }),
  });
}
