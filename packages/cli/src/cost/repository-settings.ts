import {
  type CostSettings,
  type KnownTags,
  type PricingFiles,
  readCostSettings,
  type SettingsInput,
  settingsFile,
} from '@tollgate/pricing';
import type { ResourceView } from '@tollgate/resources';
import { tagReport } from '@tollgate/tags';
import type { ReadResources } from '../resources/read-resources.ts';

/** What a repository says about prices, hours and the currency, with what its schedules are chosen by. */
export interface RepositorySettings extends Pick<SettingsInput, 'tagsOf' | 'environments'> {
  readonly rules: CostSettings;
}

const noTags: KnownTags = { tags: {}, unknownValues: [], unknownKeys: false };

/**
 * Reads the part `cost:` of `tollgate.yml` at the top of the repository; null when there is none.
 * @throws TerraformError for mistakes in it, with their places.
 */
export async function repositorySettings(
  { repository, environments, input, taggability }: ReadResources,
  files: PricingFiles,
): Promise<RepositorySettings | null> {
  const bytes = repository.readFile(settingsFile);
  if (bytes === undefined) return null;
  const rules = await readCostSettings(settingsFile, Buffer.from(bytes).toString('utf8'), files);
  if (rules === null) return null;
  // Tags are read when a schedule first asks for them.
  let known: ReadonlyMap<string, KnownTags> | null = null;
  const tagsOf = ({ address }: ResourceView): KnownTags => {
    const options = taggability === undefined ? {} : { taggability };
    known ??= new Map(tagReport(input, options).resources.map((resource) => [resource.address, resource]));
    return known.get(address) ?? noTags;
  };
  return { rules, environments, tagsOf };
}
