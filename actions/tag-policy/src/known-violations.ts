import { posix } from 'node:path';
import { ActionError } from '@tollgate/action-kit';
import { type KnownViolations, knownViolations, type WantedRoot } from '@tollgate/resources';
import type { ResourcesRun } from '@tollgate/tags';

/** What the file of known violations is looked up with. */
export interface BaselineRequest {
  /** The input: a path, or `COMMIT:PATH`; empty for none. */
  readonly file: string;
  readonly roots: readonly WantedRoot[];
  /** The commit before the change. */
  readonly base: string | null;
  readonly workingFolder: string;
}

/**
 * Reads the known violations of a run: one file in the workspace for all root modules, with the ids of the report, or else one in
 * the folder of each, as the command writes it.
 * @throws ActionError when there is none, PolicyEngineError for mistakes in one.
 */
export async function baselineOfRun({
  file,
  roots,
  base,
  workingFolder,
}: BaselineRequest): Promise<Pick<ResourcesRun, 'baseline'>> {
  if (file === '') return {};
  const whole = await knownViolations(file, base, { workingFolder });
  if (whole !== null) return { baseline: whole };
  const found: KnownViolations[] = [];
  // Two plans of one root module have different resources, and would share the file.
  for (const { path, name } of roots.filter(
    ({ path }, index) => index === roots.findIndex((one) => one.path === path),
  )) {
    const known = await knownViolations(inFolder(file, path), base, { workingFolder });
    if (known !== null) found.push(roots.length === 1 ? known : prefixed(known, `${name}:`));
  }
  if (found.length === 0) {
    throw new ActionError(
      `There is no baseline ${file}, neither in the workspace nor in a root module. Write it with "tollgate check --write-baseline", or leave the input "baseline" out.`,
    );
  }
  return {
    baseline: {
      exceptions: found.flatMap(({ exceptions }) => exceptions),
      before: found.flatMap(({ before }) => before),
    },
  };
}

/** The path of a file in a folder; of `COMMIT:PATH` in that commit. */
function inFolder(file: string, folder: string): string {
  const colon = file.indexOf(':');
  return `${file.slice(0, colon + 1)}${posix.join(folder, file.slice(colon + 1))}`;
}

/** The ids of one of several root modules begin with its name. */
function prefixed({ exceptions, before }: KnownViolations, prefix: string): KnownViolations {
  const rename = (all: KnownViolations['exceptions']) =>
    all.map((exception) => {
      const { subject } = exception.scope;
      return subject === null || subject === undefined
        ? exception
        : { ...exception, scope: { ...exception.scope, subject: `${prefix}${subject}` } };
    });
  return { exceptions: rename(exceptions), before: rename(before) };
}
