import { type SourceTree, settingsFile } from '@tollgate/terraform';
import type { PricingFiles } from '../pricing-files.ts';
import type { CostSettings } from './cost-settings.ts';
import { readCostSettings } from './read-cost-settings.ts';

/**
 * Reads what a repository says about prices, hours and the currency: the part `cost:` of the `tollgate.yml` at its top. Null when
 * there is none.
 * @throws TerraformError for mistakes in it, with their places.
 */
export async function repositorySettings(repository: SourceTree, files: PricingFiles): Promise<CostSettings | null> {
  const bytes = repository.readFile(settingsFile);
  if (bytes === undefined) return null;
  return readCostSettings(settingsFile, Buffer.from(bytes).toString('utf8'), files);
}
