import { TerraformError } from '../error.ts';
import { findRepository } from './find-repository.ts';
import { type Git, openGit } from './git.ts';

/** The git of the repository that a folder belongs to. */
export interface RepositoryGit {
  readonly git: Git;
  /** The folder that was asked for, from the top of the repository; empty for the top. */
  readonly below: string;
}

/**
 * Opens the repository that a folder belongs to.
 * @throws TerraformError when it belongs to none.
 */
export function openRepository(folder: string): RepositoryGit {
  const found = findRepository(folder);
  if (found !== undefined) return { git: openGit(found.gitDirectory), below: found.below };
  throw new TerraformError(
    folder,
    `Cannot read a commit of ${folder}: it is in no git repository. Give a folder of a clone, with its .git beside the files.`,
  );
}
