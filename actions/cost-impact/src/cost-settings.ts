import {
  type CostSettings,
  type GivenCurrency,
  type PricingFiles,
  repositorySettings,
  withCurrency,
} from '@tollgate/pricing';
import { findRepository, folderTree, gitTree, type SourceTree, TerraformError } from '@tollgate/terraform';
import type { JudgeContext } from './judge.ts';

/** What decides what is paid. */
export interface CostSettingsRequest {
  /** The currency of the inputs; null for that of the repository. */
  readonly currency: GivenCurrency | null;
  /** The commit before the change; null when there is none. */
  readonly ref: string | null;
  readonly files: PricingFiles;
}

/**
 * The settings of a run: what the repository says of them, as it was before the change, since a discount that a change gives itself
 * must not make it cheap. A notice tells when the change edits them. Where they were broken, list prices hold: the change may be what
 * mends them.
 * @throws TerraformError for mistakes in them, PricingError for a currency that does not go with them.
 */
export async function costSettings(
  { currency, ref, files }: CostSettingsRequest,
  { workingFolder }: JudgeContext,
): Promise<{ readonly settings: CostSettings | null; readonly notices: readonly string[] }> {
  const now = await repositorySettings(folderTree(findRepository(workingFolder)?.top ?? workingFolder), files);
  const then = ref === null ? now : await settingsOrBroken(gitTree({ repository: workingFolder, ref }), files);
  const settings = then === 'broken' ? null : then;
  return {
    settings: currency === null ? settings : withCurrency(settings, currency, 'the input "currency"'),
    notices: changeNotices(now, then),
  };
}

async function settingsOrBroken(tree: SourceTree, files: PricingFiles): Promise<CostSettings | null | 'broken'> {
  try {
    return await repositorySettings(tree, files);
  } catch (error) {
    if (error instanceof TerraformError) return 'broken';
    throw error;
  }
}

function changeNotices(now: CostSettings | null, then: CostSettings | null | 'broken'): readonly string[] {
  if (then === 'broken') {
    return [
      'The part "cost:" of tollgate.yml cannot be used as it was before the change. List prices hold until it is merged.',
    ];
  }
  if (isSame(now, then)) return [];
  return ['The change edits the part "cost:" of tollgate.yml. The settings before it hold until it is merged.'];
}

/** Rules name their lines, which a change of something else can move. */
function isSame(one: CostSettings | null, other: CostSettings | null): boolean {
  const written = (settings: CostSettings | null) =>
    JSON.stringify(settings, (key, value: unknown) => (key === 'text' ? undefined : value));
  return written(one) === written(other);
}
