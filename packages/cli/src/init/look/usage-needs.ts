import {
  awsModels,
  estimateCosts,
  openPriceBook,
  type PricingFiles,
  type UsageNeed,
  usageRules,
  watchUsage,
} from '@tollgate/pricing';
import type { ResourceView } from '@tollgate/resources';

/** What of root modules is billed by usage: the keys of a usage file that would tell it. `roots` are the resources of each. */
export function usageNeeds(
  roots: readonly (readonly ResourceView[])[],
  { files, date }: { readonly files: PricingFiles; readonly date: string },
): readonly UsageNeed[] {
  const prices = openPriceBook(files);
  return roots.flatMap((resources) => {
    const { models, usage, needs } = watchUsage(awsModels, usageRules(null));
    estimateCosts({ resources, models, prices, files, usage, date });
    return needs();
  });
}
