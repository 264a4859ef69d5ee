import {
  awsModels,
  estimateCosts,
  openPriceBook,
  type PricingFiles,
  readUsageFile,
  type UsageNeed,
  usageRules,
  usageVocabulary,
  watchUsage,
} from '@tollgate/pricing';
import type { ResourceView } from '@tollgate/resources';

/** What of root modules is billed by usage: the keys of a usage file that would tell it. `roots` are the resources of each. */
export function usageNeeds(
  roots: readonly (readonly ResourceView[])[],
  { files, date }: { readonly files: PricingFiles; readonly date: string },
): readonly UsageNeed[] {
  const prices = openPriceBook(files);
  const nothing = readUsageFile('usage', 'version: 0.1\n', usageVocabulary(files));
  return roots.flatMap((resources) => {
    const { models, usage, needs } = watchUsage(awsModels, usageRules(nothing));
    estimateCosts({ resources, models, prices, files, usage, date });
    return needs();
  });
}
