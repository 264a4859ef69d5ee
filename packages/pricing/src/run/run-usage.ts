import { type Base, givenFile, givenFileBefore, type ReadPlace } from '@tollgate/resources';
import { PricingError } from '../error.ts';
import type { PricingFiles } from '../pricing-files.ts';
import { readUsageFile } from '../usage/usage-file.ts';
import { type UsageRules, usageRules } from '../usage/usage-rules.ts';
import { usageVocabulary } from '../usage/usage-vocabulary.ts';

/** The usage of a run: as it is, and as it was before the change. */
export interface RunUsage {
  readonly before: UsageRules;
  readonly after: UsageRules;
  /** Why what it was before is not known, as a sentence; null when it is. */
  readonly problem: string | null;
}

/** The usage file that a run names. */
export interface NamedUsageFile {
  readonly file: string;
  /** What is in it, where that is known already. */
  readonly text?: string;
}

/**
 * Reads the usage file of a run; null for none. Before the change it counts as it was then, and nothing where it was not there. One that
 * was broken then counts as it is now: the change may be what mends it.
 * @throws PricingError when there is no such file, or it is no usage file.
 */
export function runUsage(
  named: NamedUsageFile | null,
  base: Base | null,
  files: PricingFiles,
  { workingFolder }: ReadPlace,
): RunUsage {
  if (named === null) return { before: usageRules(null), after: usageRules(null), problem: null };
  const { file, text = givenFile(file, workingFolder) } = named;
  if (text === undefined) {
    throw new PricingError(file, 'There is no such usage file that can be read. Name one that is there.');
  }
  const vocabulary = usageVocabulary(files);
  const after = usageRules(readUsageFile(file, text, vocabulary));
  const earlier = base === null ? text : givenFileBefore(file, base, workingFolder);
  // The same text is the same rules: what no resource has is told once.
  if (earlier === text) return { before: after, after, problem: null };
  if (earlier === undefined) return { before: usageRules(null), after, problem: null };
  try {
    return { before: usageRules(readUsageFile(file, earlier, vocabulary)), after, problem: null };
  } catch (error) {
    if (!(error instanceof PricingError)) throw error;
    return {
      before: after,
      after,
      problem: `Before the change, the usage file counts as it is now: it was broken. ${error.message}`,
    };
  }
}
