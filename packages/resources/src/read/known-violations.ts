import {
  type Baseline,
  documentsError,
  type Exception,
  PolicyEngineError,
  readBaseline,
} from '@tollgate/policy-engine';
import { gitTree, treePath } from '@tollgate/terraform';
import { givenFile } from './given-file.ts';
import { pathFromTop } from './path-from-top.ts';
import type { PolicyPlace } from './policy-sources.ts';

/** Violations that are known, as exceptions, and those that were before the change. */
export interface KnownViolations {
  readonly exceptions: readonly Exception[];
  readonly before: readonly Exception[];
}

/**
 * Reads a file of known violations, `baseline.yml` or `origin/main:baseline.yml`, and what it was in the commit before the change
 * (`base`; null when the run is about no change). Null when there is no such file.
 * @throws PolicyEngineError for mistakes in the file, TerraformError when there is no such commit.
 */
export async function knownViolations(
  name: string,
  base: string | null,
  { workingFolder }: Pick<PolicyPlace, 'workingFolder'>,
): Promise<KnownViolations | null> {
  const [, ref, path] = /^([^:/.-][^:]*):(.+)$/s.exec(name) ?? [];
  const text =
    ref === undefined || path === undefined ? givenFile(name, workingFolder) : textIn(ref, path, workingFolder);
  if (text === undefined) return null;
  const { exceptions, problems } = await readBaseline({ file: name, text });
  if (problems.length > 0) throw documentsError(problems);
  if (base === null) return { exceptions, before: [] };
  // A file elsewhere, or in a commit, is no part of the change.
  const below = ref === undefined ? pathFromTop(name, workingFolder) : null;
  return {
    exceptions,
    before: below === null ? exceptions : await exceptionsBefore(name, base, below, workingFolder),
  };
}

/** A baseline that was not there yet, or could not be read, let nothing pass. */
async function exceptionsBefore(
  file: string,
  base: string,
  path: string,
  workingFolder: string,
): Promise<Baseline['exceptions']> {
  const text = textIn(base, path, workingFolder);
  return text === undefined ? [] : (await readBaseline({ file, text })).exceptions;
}

function textIn(ref: string, path: string, workingFolder: string): string | undefined {
  const plain = treePath(path);
  if (plain === undefined || ref.startsWith('-')) {
    throw new PolicyEngineError(`"${ref}:${path}" is no path in a commit. Write it from the top of the repository.`);
  }
  const bytes = gitTree({ repository: workingFolder, ref }).readFile(plain);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
